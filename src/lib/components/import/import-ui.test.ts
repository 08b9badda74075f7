import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startImport } from '$lib/commands/imports';
import type { CheckedTable } from '$lib/commands/open-table';
import { importUi } from './import-ui.svelte';
import { tableCheck } from './table-check.svelte';
import { tableRun } from './table-run.svelte';

/** Checks that the worker was asked for and has not answered. */
const asked = vi.hoisted(() => [] as { answer: (found: unknown) => void; fail: (error: Error) => void }[]);

vi.mock('./table-file.svelte', () => ({
  tableFile: {
    ...{ file: { name: 'villages.csv' }, opened: { rows: 3, headings: [] }, missing: [], encodingSettled: true },
    ...{ placed: false, crs: null, kind: 'villages', mapping: [], revision: 1, earlier: [] },
    worker: { ask: () => new Promise((answer, fail) => asked.push({ answer, fail })) },
    close: () => undefined
  }
}));
vi.mock('$lib/commands/imports', async (actual) => ({
  ...(await actual<object>()),
  startImport: vi.fn(() => new Promise(() => undefined))
}));

const found = { counts: {}, edits: 3, questions: [] } as unknown as CheckedTable;

beforeEach(async () => {
  vi.useFakeTimers();
  asked.length = 0;
  importUi.close();
  vi.mocked(startImport).mockClear();
  void importUi.go('check');
  asked[0].answer(found);
  await vi.advanceTimersByTimeAsync(0);
  return () => vi.useRealTimers();
});

describe('a table that is checked anew', () => {
  it('may not be written meanwhile, nor begun by any other way', async () => {
    expect(importUi.mayReach('write')).toBe(true);
    tableCheck.leaveOut([1], true);
    await tableRun.start('tiny');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(2);
    expect(importUi.mayReach('write')).toBe(false);
    await importUi.go('write');
    await tableRun.start('tiny');
    expect(importUi.step).toBe('check');
    expect(startImport).not.toHaveBeenCalled();
    asked[1].answer(found);
    await vi.advanceTimersByTimeAsync(0);
    await importUi.go('write');
    expect(importUi.step).toBe('write');
    void tableRun.start('tiny');
    expect(startImport).toHaveBeenCalledTimes(1);
  });

  it('in vain is checked once more before it is written', async () => {
    tableCheck.leaveOut([1], true);
    await vi.advanceTimersByTimeAsync(1000);
    asked[1].fail(new Error('no'));
    await vi.advanceTimersByTimeAsync(0);
    const gone = importUi.go('write');
    expect(asked).toHaveLength(3);
    asked[2].answer(found);
    await gone;
    expect(importUi.step).toBe('write');
  });
});
