import type { StoredImport } from '$lib/commands/imports';
import { forgetWithAccount } from '$lib/state/account-memory';
import { tableCheck } from './table-check.svelte';
import { tableFile } from './table-file.svelte';
import { tableRun } from './table-run.svelte';

export type ImportStep = 'columns' | 'place' | 'check' | 'write';

let step = $state<ImportStep>('columns');
let areaId = $state<string | null>(null);
let goingOn: StoredImport | null = null;

const steps = $derived<ImportStep[]>(['columns', ...(tableFile.placed ? (['place'] as const) : []), 'check', 'write']);

/** The steps that a table takes through the page; what is under way outlives the page itself. */
export const importUi = {
  get step() {
    return step;
  },
  get steps() {
    return steps;
  },
  /** A file has been brought. */
  get active() {
    return tableFile.file !== null;
  },
  /** Area for which it was brought. */
  get areaId() {
    return areaId;
  },

  async bring(file: File, area: string, goOn: StoredImport | null = null): Promise<void> {
    importUi.close();
    areaId = area;
    goingOn = goOn;
    await tableFile.bring(file, area, goOn);
    if (tableFile.file !== file) return;
    const { resumed } = tableFile;
    if (!resumed) return;
    tableCheck.reset(resumed.choice?.answers);
    if (resumed.choice && importUi.mayReach('check')) void importUi.go('check');
  },

  /** Reads the same file once more, after a failure that may have passed. */
  async bringAgain(): Promise<void> {
    const { file } = tableFile;
    if (file && areaId !== null) await importUi.bring(file, areaId, goingOn);
  },

  /** Reads the file another way; answers to other rows are forgotten. */
  async reread(change: Parameters<typeof tableFile.reopen>[0]): Promise<void> {
    tableCheck.reset();
    await tableFile.reopen(change);
  },

  /** Whether everything before a step is answered. */
  mayReach(wanted: ImportStep): boolean {
    if (!steps.includes(wanted)) return false;
    if (tableRun.phase !== 'idle' && tableRun.phase !== 'held') return wanted === 'write';
    const { opened, missing, encodingSettled, placed, crs } = tableFile;
    if (wanted === 'columns') return true;
    if (!opened || missing.length > 0 || !encodingSettled) return false;
    if (wanted === 'place') return true;
    if (placed && crs === null) return false;
    // While it is checked anew the worker's rows and the figures are not of one answer.
    return wanted === 'check' || (tableCheck.result !== null && tableCheck.checking === null);
  },

  async go(wanted: ImportStep): Promise<void> {
    if (!importUi.mayReach(wanted)) return;
    if (wanted === 'check') {
      step = wanted;
      if (tableCheck.result === null || tableCheck.waiting) await tableCheck.check();
      return;
    }
    // What is written is what the figures say, so the last answers are counted first.
    if (wanted === 'write' && tableCheck.waiting) await tableCheck.check();
    if (importUi.mayReach(wanted)) step = wanted;
  },

  /** The step after or before the present one; null at the ends. */
  beside(by: 1 | -1): ImportStep | null {
    return steps[steps.indexOf(step) + by] ?? null;
  },

  /** Puts the file away. What was written stays; an import that runs is paused and waits in the list. */
  close(): void {
    tableRun.reset();
    tableCheck.reset();
    tableFile.close();
    step = 'columns';
    areaId = null;
  }
};

forgetWithAccount(() => importUi.close());
