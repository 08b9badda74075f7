import { keptMapping } from '../core/tables/guess-columns';
import { TABLE_LIMITS, type TableKind } from '../core/tables/table';
import * as runs from '../store/run-import';
import * as store from '../store/imports';
import { theClient } from './the-client';

export type {
  ChunkAnswer,
  HeldImport,
  ImportState,
  KeptChoice,
  NewImport,
  RecordTold,
  StartedImport,
  StoredImport
} from '../store/imports';
export { keptMapping };
export type { ImportRun, RunResult } from '../store/run-import';

// Each throws a Trouble with a code that has a message.
export const listImports = (areaId: string) => store.fetchImports(theClient(), areaId);
export const fetchImport = (id: string) => store.fetchImport(theClient(), id);
export const startImport = (input: store.NewImport) => store.startImport(theClient(), input);
export const runImport = (run: runs.ImportRun) => runs.runImport(theClient(), run);
export const finishImport = (id: string, counts: Parameters<typeof store.finishImport>[2]) =>
  store.finishImport(theClient(), id, counts);
export const undoImport = (id: string, options?: Parameters<typeof runs.undoImport>[2]) =>
  runs.undoImport(theClient(), id, options);

/** What earlier imports of an area made of each heading, by kind; the latest word counts. */
export function rememberedColumns(
  imports: readonly store.StoredImport[]
): Record<string, Record<string, string | null>> {
  const kinds: Record<string, Record<string, string | null>> = {};
  for (const { kind, mapping } of imports) kinds[kind] = { ...mapping, ...kinds[kind] };
  return kinds;
}

/**
 * What a file is known by when it is brought again: SHA-256 of its bytes, or its name, size and date without a secure
 * page. Empty for one that is too large to be a table: it is not read.
 */
export async function digestOf(file: File): Promise<string> {
  if (file.size > TABLE_LIMITS.fileBytes) return '';
  const given = globalThis.crypto?.subtle;
  if (!given) return `${file.name}/${file.size}/${file.lastModified}`.slice(0, 100);
  const hash = new Uint8Array(await given.digest('SHA-256', await file.arrayBuffer()));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An empty workbook with the headings of a kind, as a file to fill in. Its code comes when first asked for. */
export async function templateOf(kind: TableKind, language: 'zh' | 'en'): Promise<Blob> {
  const { makeTemplate } = await import('../core/tables/make-template');
  return asWorkbook(new Uint8Array(makeTemplate(kind, language)));
}

export const asWorkbook = (bytes: Uint8Array<ArrayBuffer>) =>
  new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
