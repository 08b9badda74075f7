import { listImports, digestOf, fetchImport, rememberedColumns } from '$lib/commands/imports';
import type { ImportState, StoredImport } from '$lib/commands/imports';
import type { Message } from '$lib/commands/as-message';
import {
  openTable,
  startTableWorker,
  tableMessage,
  thisMoment,
  type EncodingView,
  type OpenedTable,
  type TableProgress,
  type TableRequests,
  type TableWorker
} from '$lib/commands/open-table';
import { fieldsMissing } from '$lib/commands/table-kinds';
import type { Mapping } from '$core/tables/questions';
import type { CoordinateSystem, TableKind } from '$core/tables/table';

type Remembered = ReturnType<typeof rememberedColumns>;
type Reopen = TableRequests['reopen']['input'];

let file = $state.raw<File | null>(null);
let worker: TableWorker | null = null;
let reading = $state.raw<TableProgress | null>(null);
let opened = $state.raw<OpenedTable | null>(null);
let failure = $state.raw<Message | null>(null);
let encodings = $state.raw<EncodingView[] | null>(null);
/** What the person decided of how it is read. */
let chosen = $state.raw<Reopen>({});
let digest = $state('');
let mapping = $state.raw<Mapping>([]);
let fits = $state.raw<OpenedTable['crs']>([]);
let crs = $state<CoordinateSystem | null>(null);
let earlier = $state.raw<StoredImport[]>([]);
let resumed = $state.raw<ImportState | null>(null);
/** Grows with everything that a check depends on. */
let revision = $state(0);

let kept: Remembered = {};
let now = '';
let serial = 0;

const placed = $derived(mapping.includes('lon') && mapping.includes('lat'));
const missing = $derived(opened ? fieldsMissing(opened.kind, mapping) : []);

/** The file being brought: how it is read, what its columns are, which coordinates it has. One at a time. */
export const tableFile = {
  get file() {
    return file;
  },
  /** Null while nothing is being read. */
  get reading() {
    return reading;
  },
  get opened() {
    return opened;
  },
  /** Why the file, or the last way to read it, cannot be had. */
  get failure() {
    return failure;
  },
  get encodings() {
    return encodings;
  },
  /** Nobody need be asked, or somebody was. */
  get encodingSettled() {
    return chosen.encoding !== undefined || opened?.encodingSure === true;
  },
  get digest() {
    return digest;
  },
  get mapping() {
    return mapping;
  },
  get missing() {
    return missing;
  },
  /** It gives coordinates. */
  get placed() {
    return placed;
  },
  get fits() {
    return fits;
  },
  get crs() {
    return crs;
  },
  /** Imports of the area at the time the file was brought, the newest first. */
  get earlier() {
    return earlier;
  },
  /** The unfinished import that this file goes on with. */
  get resumed() {
    return resumed;
  },
  get revision() {
    return revision;
  },
  /** When its rows were compared with the records. */
  get now() {
    return now;
  },
  /** The worker that holds the file. */
  get worker(): TableWorker {
    if (!worker) throw new Error('No file is open.');
    return worker;
  },

  /** Reads a file of a person; `goOn` names the unfinished import that it must be the file of. */
  async bring(next: File, areaId: string, goOn: StoredImport | null = null): Promise<void> {
    tableFile.close();
    const own = ++serial;
    file = next;
    reading = { phase: 'reading', share: 0, rows: 0 };
    try {
      const imports = await listImports(areaId);
      const state = goOn ? await fetchImport(goOn.id) : null;
      if (own !== serial) return;
      earlier = imports;
      kept = rememberedColumns(imports);
      const hash = await digestOf(next);
      if (own !== serial) return;
      if (state && state.digest !== hash) {
        failure = { code: 'import-other-file', params: { name: state.fileName } };
        return;
      }
      const choice = state?.choice;
      chosen = {
        ...(state ? { kind: state.kind } : {}),
        ...(choice ? { sheet: choice.sheet, headingRow: choice.headingRow } : {}),
        ...(choice?.encoding ? { encoding: choice.encoding } : {})
      };
      now = choice?.now ?? thisMoment();
      worker = startTableWorker();
      const table = await openTable(worker, next, { ...chosen, now, remembered: kept, onprogress });
      if (own !== serial) return;
      digest = hash;
      take(table, choice?.mapping);
      resumed = state;
      crs = choice?.crs ?? state?.crs ?? null;
    } catch (error) {
      if (own === serial) failure = readerMessage(error);
    } finally {
      if (own === serial) reading = null;
    }
  },

  /** Another sheet, row of headings, encoding or kind of the same file; one that cannot be read changes nothing. */
  async reopen(change: Reopen): Promise<void> {
    const own = serial;
    const { headingRow: _row, ...others } = chosen;
    // Another sheet or encoding has its headings elsewhere.
    const next = { ...('sheet' in change || 'encoding' in change ? others : chosen), ...change };
    const ask = (input: Reopen) => tableFile.worker.ask('reopen', { ...input, remembered: kept }, { onprogress });
    reading = { phase: 'reading', share: 0, rows: 0 };
    failure = null;
    try {
      const table = await ask(next);
      if (own !== serial) return;
      chosen = next;
      take(table);
    } catch (error) {
      if (own !== serial) return;
      failure = readerMessage(error);
      if (opened) await ask(chosen).catch(() => undefined);
    } finally {
      if (own === serial) reading = null;
    }
  },

  /** How the first lines read under each encoding; none where the file is no text. */
  async askEncodings(): Promise<void> {
    const own = serial;
    const found = await tableFile.worker.ask('encodings', {});
    if (own === serial) encodings = found;
  },

  /** What a column gives; a field that another column gave moves over. */
  setField(column: number, field: string | null): void {
    mapping = mapping.map((held, at) => (at === column ? field : field !== null && held === field ? null : held));
    revision += 1;
    void refit();
  },

  chooseCrs(system: CoordinateSystem): void {
    crs = system;
    revision += 1;
  },

  /** The kind as read or chosen. */
  get kind(): TableKind {
    return opened?.kind ?? 'villages';
  },

  /** Lets the file go and ends its worker. */
  close(): void {
    serial += 1;
    worker?.close();
    worker = null;
    file = reading = opened = failure = encodings = crs = resumed = null;
    digest = '';
    chosen = {};
    mapping = [];
    fits = [];
    earlier = [];
    revision += 1;
  }
};

function onprogress(progress: TableProgress): void {
  reading = progress;
}

function take(table: OpenedTable, columns?: Mapping): void {
  opened = table;
  failure = null;
  mapping = columns?.length === table.headings.length ? columns : table.mapping;
  fits = table.crs;
  crs = null;
  revision += 1;
  if (columns) void refit();
}

async function refit(): Promise<void> {
  const [own, asked] = [serial, mapping];
  const found = await tableFile.worker.ask('fitSystems', { mapping: asked }).catch(() => []);
  if (own === serial && asked === mapping) fits = found;
}

/** The worker itself ended: out of memory, or the browser took it away. */
function readerMessage(error: unknown): Message {
  const message = tableMessage(error);
  return message.code === 'trouble-unknown' ? { code: 'import-reader-stopped', params: message.params } : message;
}
