import { getContext, setContext } from 'svelte';
import type { OddJump, ReportForm } from '$lib/commands/report';
import type { Draft } from './report-draft.svelte';

/** What every row of the form works on. */
export interface Sheet {
  draft: Draft;
  form: () => ReportForm;
  odd: () => OddJump[];
}

const KEY = Symbol('report');

export const provideSheet = (sheet: Sheet) => setContext(KEY, sheet);
export const sheet = (): Sheet => getContext<Sheet>(KEY);
