import { decodeText, detectEncoding } from '../core/tables/detect-encoding';
import { findHeadings, LEAST_RECOGNISED, topRows } from '../core/tables/find-headings';
import { guessColumns, guessKind } from '../core/tables/guess-columns';
import { guessCrs, type CrsFit } from '../core/tables/guess-crs';
import { indexFacts, type FactIndex } from '../core/tables/known-facts';
import type { Mapping } from '../core/tables/questions';
import { readCsv } from '../core/tables/read-csv';
import { readGeoJson } from '../core/tables/read-geojson';
import { openXlsx, type Workbook } from '../core/tables/read-xlsx';
import {
  cellAt,
  TABLE_LIMITS,
  TableError,
  type CoordinateSystem,
  type Encoding,
  type Grid,
  type Sheet,
  type TableFormat
} from '../core/tables/table';
import { tableFormat } from '../core/tables/table-format';
import { checkTable, type CheckState } from './check-table';
import { readEncodings } from './read-encodings';
import { readPoints, samplePlaces } from './sample-places';
import { listRows, refusedTable, rowNumbers } from './list-rows';
import type { OpenedTable, OpenInput, TableProgress, TableRequestName, TableRequests } from './protocol';

type Tell = (progress: TableProgress) => void;

/** One table at a time, read and checked: the worker's inside, without a worker. */
export interface TableReader {
  answer<N extends TableRequestName>(
    name: N,
    input: TableRequests[N]['input'],
    tell: Tell
  ): Promise<TableRequests[N]['output']>;
}

/** The file itself: it stays at hand even when it could not be read as it was tried. */
interface Source {
  fileName: string;
  bytes: Uint8Array;
  format: TableFormat;
  index: FactIndex;
  workbook: Workbook | null;
}

interface Held {
  source: Source;
  sheet: Sheet;
  checked: CheckState | null;
}

const FIRST_ROWS = 20;

export function createTableReader(): TableReader {
  let source: Source | null = null;
  let held: Held | null = null;
  const brought = (): Source => {
    if (!source) throw new Error('No file is open.');
    return source;
  };
  const open = (): Held => {
    if (!held) throw new Error('No table is open.');
    return held;
  };
  const checked = (): CheckState => {
    const state = open().checked;
    if (!state) throw new Error('The table has not been checked yet.');
    return state;
  };
  const read = (input: TableRequests['reopen']['input'], tell: Tell): OpenedTable => {
    held = null;
    const table = readTable(brought(), input, tell);
    held = { source: brought(), sheet: table.sheet, checked: null };
    return describe(held, table, input);
  };

  const answers: {
    [N in TableRequestName]: (
      input: TableRequests[N]['input'],
      tell: Tell
    ) => Promise<TableRequests[N]['output']> | TableRequests[N]['output'];
  } = {
    async open({ file, fileName, facts, ...input }, tell) {
      held = source = null;
      if (file.size > TABLE_LIMITS.fileBytes) throw new TableError('file-too-large', { most: TABLE_LIMITS.fileBytes });
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (bytes.length === 0) throw new TableError('empty-file');
      const format = tableFormat(bytes, fileName);
      source = { fileName, bytes, format, index: indexFacts(facts), workbook: null };
      return read(input, tell);
    },
    reopen: (input, tell) => read(input, tell),
    fitSystems: ({ mapping }) => fit(open(), mapping),
    points: (input) => readPoints(open().sheet, input, brought().index),
    check(choice, tell) {
      const table = open();
      table.checked = null;
      table.checked = checkTable(table.sheet, choice, table.source.index, tell);
      return table.checked.result;
    },
    rows: (input) => listRows(open().sheet, checked(), input),
    rowNumbers: (input) => rowNumbers(open().sheet, checked(), input),
    encodings: () => readEncodings(brought().bytes),
    places({ most }) {
      const { places } = checked();
      const step = Math.max(1, Math.ceil(places.length / most));
      return places.filter((_, i) => i % step === 0);
    },
    questions: ({ from, count }) => checked().questions.slice(from, from + count),
    edits: ({ from, count }) => checked().edits(from, count),
    refusedTable: (input) => refusedTable(open().sheet, input)
  };
  return { answer: async (name, input, tell) => answers[name](input, tell) };
}

interface Read {
  sheet: Sheet;
  at: number;
  top: OpenedTable['top'];
  encoding: Encoding | null;
  encodingSure: boolean;
  statedCrs: CoordinateSystem | null;
}

function readTable(source: Source, input: TableRequests['reopen']['input'], tell: Tell): Read {
  const { bytes, format, fileName } = source;
  const plain = { at: 0, top: [], encoding: null, encodingSure: true, statedCrs: null };
  tell({ phase: 'reading', share: 0, rows: 0 });
  if (format === 'xlsx') {
    const book = (source.workbook ??= openXlsx(bytes));
    return { ...plain, ...readWorkbook(book, input, (share) => tell({ phase: 'reading', share, rows: 0 })) };
  }
  if (format === 'geojson') {
    const detected = detectEncoding(bytes);
    const encoding = input.encoding ?? detected.encoding;
    const encodingSure = input.encoding !== undefined || detected.sure;
    return { ...plain, ...readGeoJson(decodeText(bytes, encoding)), encoding, encodingSure };
  }
  const table = readCsv(bytes, { name: fileName, ...(input.encoding ? { encoding: input.encoding } : {}) });
  return {
    ...plain,
    ...withHeadings(table.grid, input.headingRow),
    encoding: table.encoding,
    encodingSure: input.encoding !== undefined || table.sure
  };
}

const withHeadings = (grid: Grid, headingRow: number | undefined) => ({
  top: topRows(grid),
  sheet: findHeadings(grid, headingRow)
});

/** The sheet asked for; else the first whose headings are known, else the first that has any. */
function readWorkbook(
  book: Workbook,
  { sheet: wanted, headingRow }: TableRequests['reopen']['input'],
  onshare: (share: number) => void
) {
  if (wanted !== undefined) return { at: wanted, ...withHeadings(book.readSheet(wanted, onshare), headingRow) };
  let fallback: { at: number; top: OpenedTable['top']; sheet: Sheet } | null = null;
  let trouble: unknown = new TableError('no-sheet');
  for (let at = 0; at < book.sheets.length; at++) {
    try {
      const found = { at, ...withHeadings(book.readSheet(at, onshare), headingRow) };
      if (guessKind(found.sheet.headings).recognised >= LEAST_RECOGNISED) return found;
      fallback ??= found;
    } catch (error) {
      // Nothing on a sheet is no fault of the next one; a bomb or a damaged part ends it.
      if (!(error instanceof TableError && error.code === 'no-headings')) throw error;
      trouble = error;
    }
  }
  if (fallback) return fallback;
  throw trouble;
}

function describe(held: Held, read: Read, input: Pick<OpenInput, 'kind' | 'remembered'>): OpenedTable {
  const { sheet } = held;
  const { workbook, format } = held.source;
  const kind = input.kind ?? guessKind(sheet.headings).kind;
  const guessed = guessColumns(sheet.headings, kind, input.remembered?.[kind]);
  const rows = sheet.rowNumbers.length;
  return {
    format,
    encoding: read.encoding,
    encodingSure: read.encodingSure,
    sheets: workbook ? workbook.sheets : [{ name: sheet.name, rows, columns: sheet.columnCount }],
    sheet: read.at,
    headingRow: sheet.headingRow,
    headings: sheet.headings,
    rows,
    first: Array.from({ length: Math.min(rows, FIRST_ROWS) }, (_, row) =>
      sheet.headings.map((__, column) => cellAt(sheet, row, column))
    ),
    top: read.top,
    kind,
    mapping: guessed.mapping,
    mappingRemembered: guessed.remembered,
    crs: fit(held, guessed.mapping),
    statedCrs: read.statedCrs
  };
}

function fit({ sheet, source }: Held, mapping: Mapping): CrsFit[] {
  const samples = samplePlaces(sheet, mapping, source.index);
  return samples.length === 0 ? [] : guessCrs(samples, source.index.facts.bbox);
}
