import { describe, expect, it } from 'vitest';
import { isOvertaken } from './change-between';

const EARLY = '2026-03-01T08:00:00Z';
const LATE = '2026-03-01T08:00:10.500Z';

describe('an event of the live stream', () => {
  it.each([
    ['an older version, whatever its position', [3, EARLY], [2, LATE], true],
    ['a newer version, whatever its position', [3, LATE], [4, EARLY], false],
    ['the same version with an older fix', [3, LATE], [3, EARLY], true],
    ['the same version with a newer fix', [3, EARLY], [3, LATE], false],
    ['the same version and fix', [3, EARLY], [3, EARLY], false],
    ['a first fix', [3, null], [3, EARLY], false],
    ['a fix taken away by hand', [3, EARLY], [3, null], false]
  ] as const)('%s', (_name, [version, positionAt], [heardVersion, heardAt], overtaken) => {
    expect(isOvertaken({ version, positionAt } as never, { version: heardVersion, positionAt: heardAt } as never)).toBe(
      overtaken
    );
  });

  it('of a record without a position goes by its version alone', () => {
    expect([isOvertaken({ version: 2 }, { version: 1 }), isOvertaken({ version: 1 }, { version: 1 })]).toEqual([
      true,
      false
    ]);
  });
});
