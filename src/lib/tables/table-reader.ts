import { decodeText, detectEncoding } from '../core/tables/detect-encoding';
import { findHeadings } from '../core/tables/find-headings';
import { guessColumns, guessKind } from '../core/tables/guess-columns';
import { guessCrs, type CrsFit } from '../core/tables/guess-crs';
import { indexFacts, type FactIndex } from '../core/tables/known-facts';
import type { Mapping } from '../core/tables/questions';
import { readCsv } from '../core/tables/read-csv';
import { readGeoJson } from '../core/tables/read-geojson';
import { openXlsx, type Workbook } from '../core/tables/read-xlsx';
import { cellAt, TABLE_LIMITS, TableError, type Encoding, type Sheet, type TableFormat } from '../core/tables/table';
import { tableFormat } from '../core/tables/table-format';
import { checkTable, type CheckState } from './check-table';
import { readPoints, samplePlaces } from './sample-places';
import { listRows, refusedCsv } from './list-rows';
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

interface Held {
  fileName: string;
  bytes: Uint8Array;
  format: TableFormat;
  index: FactIndex;
  workbook: Workbook | null;
  sheet: Sheet;
  checked: CheckState | null;
}

const FIRST_ROWS = 20;

export function createTableReader(): TableReader {
  let held: Held | null = null;
  const open = (): Held => {
    if (!held) throw new Error('No table is open.');
    return held;
  };
  const checked = (): CheckState => {
    const state = open().checked;
    if (!state) throw new Error('The table has not been checked yet.');
    return state;
  };

  const answers: {
    [N in TableRequestName]: (
      input: TableRequests[N]['input'],
      tell: Tell
    ) => Promise<TableRequests[N]['output']> | TableRequests[N]['output'];
  } = {
    async open(input, tell) {
      held = null;
      if (input.file.size > TABLE_LIMITS.fileBytes)
        throw new TableError('file-too-large', { most: TABLE_LIMITS.fileBytes });
      const bytes = new Uint8Array(await input.file.arrayBuffer());
      if (bytes.length === 0) throw new TableError('empty-file');
      const { fileName } = input;
      const next = {
        fileName,
        bytes,
        format: tableFormat(bytes, fileName),
        index: indexFacts(input.facts),
        workbook: null,
        checked: null
      };
      const read = readTable(next, input, tell);
      held = { ...next, workbook: read.workbook, sheet: read.sheet };
      return describe(held, read, input);
    },
    reopen(input, tell) {
      const before = open();
      const read = readTable(before, input, tell);
      held = { ...before, workbook: read.workbook, sheet: read.sheet, checked: null };
      return describe(held, read, input);
    },
    fitSystems: ({ mapping }) => fit(open(), mapping),
    points: ({ mapping, crs, most }) => readPoints(open().sheet, mapping, crs, most),
    check(choice, tell) {
      const table = open();
      table.checked = checkTable(table.sheet, choice, table.index, tell);
      return table.checked.result;
    },
    rows: (input) => listRows(open().sheet, checked(), input),
    questions: ({ from, count }) => checked().questions.slice(from, from + count),
    edits: ({ from, count }) => checked().edits(from, count),
    refusedCsv: () => refusedCsv(open().sheet, checked())
  };
  return { answer: async (name, input, tell) => answers[name](input, tell) };
}

interface Read {
  workbook: Workbook | null;
  sheet: Sheet;
  at: number;
  encoding: Encoding | null;
  encodingSure: boolean;
}

function readTable(
  { bytes, format, fileName, workbook }: Pick<Held, 'bytes' | 'format' | 'fileName' | 'workbook'>,
  input: Pick<OpenInput, 'encoding' | 'sheet' | 'headingRow'>,
  tell: Tell
): Read {
  tell({ phase: 'reading', share: 0, rows: 0 });
  if (format === 'xlsx') {
    const book = workbook ?? openXlsx(bytes);
    const onshare = (share: number) => tell({ phase: 'reading', share, rows: 0 });
    const at = input.sheet ?? 0;
    return {
      workbook: book,
      sheet: findHeadings(book.readSheet(at, onshare), input.headingRow),
      at,
      encoding: null,
      encodingSure: true
    };
  }
  if (format === 'geojson') {
    const detected = detectEncoding(bytes);
    const encoding = input.encoding ?? detected.encoding;
    return {
      workbook: null,
      sheet: readGeoJson(decodeText(bytes, encoding)).sheet,
      at: 0,
      encoding,
      encodingSure: detected.sure
    };
  }
  const table = readCsv(bytes, { name: fileName, ...(input.encoding ? { encoding: input.encoding } : {}) });
  const sheet = findHeadings(table.grid, input.headingRow);
  return {
    workbook: null,
    sheet,
    at: 0,
    encoding: table.encoding,
    encodingSure: input.encoding !== undefined || table.sure
  };
}

function describe(held: Held, read: Read, input: Pick<OpenInput, 'kind' | 'remembered'>): OpenedTable {
  const { sheet, workbook, format } = held;
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
    kind,
    mapping: guessed.mapping,
    mappingRemembered: guessed.remembered,
    crs: fit(held, guessed.mapping)
  };
}

function fit({ sheet, index }: Held, mapping: Mapping): CrsFit[] {
  const samples = samplePlaces(sheet, mapping, index);
  return samples.length === 0 ? [] : guessCrs(samples, index.facts.bbox);
}
