import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRequestDraft } from './request-draft.svelte';

describe('a request being filled in', () => {
  it('follows the suggestion until a figure is typed, and never comes back to it by itself', () => {
    let suggested = 468;
    const draft = createRequestDraft(() => suggested);
    expect(draft.valueOf('m')).toBeNull();
    draft.follow('m');
    expect(draft.valueOf('m')).toBe(468);
    suggested = 500;
    expect(draft.valueOf('m')).toBe(500);
    draft.type('m', 20);
    suggested = 900;
    draft.follow('m');
    expect(draft.valueOf('m')).toBe(20);
    draft.type('m', null);
    draft.follow('m');
    expect(draft.valueOf('m')).toBeNull();
    draft.takeSuggestion('m');
    expect(draft.valueOf('m')).toBe(900);
  });

  it('whatever the engine suggests meanwhile, what was typed last is what is asked for', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('suggest' as const), doses: fc.integer({ min: 0, max: 999 }) }),
      fc.record({ kind: fc.constant('follow' as const), doses: fc.constant(0) }),
      fc.record({ kind: fc.constant('type' as const), doses: fc.integer({ min: 0, max: 999 }) })
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let suggested: number | null = null;
        const draft = createRequestDraft(() => suggested);
        for (const { kind, doses } of steps) {
          if (kind === 'suggest') suggested = doses;
          else if (kind === 'follow') draft.follow('m');
          else draft.type('m', doses);
        }
        const last = steps.findLast(({ kind }) => kind === 'type');
        if (last) expect(draft.valueOf('m')).toBe(last.doses);
        const lines = draft.linesOf(['m']);
        const value = draft.valueOf('m') ?? 0;
        expect(lines).toEqual(value > 0 ? [{ medicineId: 'm', wantedDoses: value }] : []);
      })
    );
  });
});
