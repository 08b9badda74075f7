import { SaxesParser } from 'saxes';
import { buildGrid } from './grid-builder';
import { inflatePart } from './inflate-part';
import { readSharedTexts } from './shared-texts';
import { TABLE_LIMITS, TableError, type Grid, type TableLimits } from './table';
import { attribute, localName, parseXml, readPart } from './xlsx-parts';
import { dateStyles, excelDate, plainNumber, plainText } from './xlsx-values';
import { checkClaims, readZipDirectory, type ZipEntry } from './zip-directory';

/** A workbook that is open: its sheets are read one at a time, on demand. */
export interface Workbook {
  /** Sizes as the file claims them; null where it does not. */
  sheets: { name: string; rows: number | null; columns: number | null }[];
  /**
   * One sheet; `onshare` hears the share read so far, 0 to 1.
   *
   * @throws TableError for limits and damage.
   */
  readSheet(index: number, onshare?: (share: number) => void): Grid;
}

/**
 * Opens an XLSX held in memory. What the file claims is checked against the limits first; parts are then inflated piece
 * by piece, so that a bomb costs no memory.
 *
 * @throws TableError `file-too-large`, `old-excel`, `protected-excel`, `damaged-file`, `no-sheet`, `zip-bomb`,
 *   `too-much-inside`.
 */
export function openXlsx(bytes: Uint8Array, limits: TableLimits = TABLE_LIMITS): Workbook {
  if (bytes.length > limits.fileBytes) throw new TableError('file-too-large', { most: limits.fileBytes });
  const entries = readZipDirectory(bytes);
  checkClaims(entries, limits);
  const partOf = (name: string) => entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const { listed, date1904 } = readWorkbook(bytes, partOf, limits);
  if (listed.length === 0) throw new TableError('no-sheet');
  const styles = partOf('xl/styles.xml');
  const isDate = dateStyles(styles ? readPart(bytes, styles, limits) : null);
  let texts: string[] | null = null;

  return {
    sheets: listed.map(({ name, entry }) => ({ name, ...claimedSize(bytes, entry, limits) })),
    readSheet(index, onshare) {
      const sheet = listed[index];
      if (!sheet) throw new TableError('no-sheet', { index: index + 1 });
      const shared = partOf('xl/sharedStrings.xml');
      texts ??= shared ? readSharedTexts(bytes, shared, limits) : [];
      return readCells(bytes, sheet, { limits, texts, isDate, date1904, ...(onshare ? { onshare } : {}) });
    }
  };
}

interface Listed {
  name: string;
  entry: ZipEntry;
}

function readWorkbook(bytes: Uint8Array, partOf: (name: string) => ZipEntry | undefined, limits: TableLimits) {
  const workbook = partOf('xl/workbook.xml');
  const relations = partOf('xl/_rels/workbook.xml.rels');
  // The binary workbook (.xlsb) needs the same cure as the old format; any other archive is no table.
  if (!workbook) throw new TableError(partOf('xl/workbook.bin') ? 'old-excel' : 'unknown-format');
  if (!relations) throw new TableError('damaged-file');
  const targets = new Map<string, string>();
  parseXml(readPart(bytes, relations, limits), {
    open: (tag, attributes) => {
      if (tag === 'Relationship') targets.set(attribute(attributes, 'Id'), attribute(attributes, 'Target'));
    }
  });
  const listed: Listed[] = [];
  let date1904 = false;
  parseXml(readPart(bytes, workbook, limits), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904'));
      if (tag !== 'sheet') return;
      const target = targets.get(attribute(attributes, 'id')) ?? '';
      const entry = partOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      // Chart sheets and macro sheets have no rows.
      if (entry && /worksheets\//i.test(entry.name)) listed.push({ name: attribute(attributes, 'name'), entry });
    }
  });
  return { listed, date1904 };
}

function claimedSize(bytes: Uint8Array, entry: ZipEntry, limits: TableLimits) {
  let head = '';
  inflatePart(bytes, entry, {
    limits,
    take: (text) => {
      head += text.slice(0, 4096);
      return head.length < 4096;
    }
  });
  const found = /<(?:\w+:)?dimension\s+ref="[A-Z]+\d+:([A-Z]+)(\d+)"/.exec(head);
  return found ? { rows: Number(found[2]), columns: columnOf(found[1]) + 1 } : { rows: null, columns: null };
}

/** Signs of a formula that are shown. */
const MOST_FORMULA = 100;

interface CellContext {
  limits: TableLimits;
  texts: string[];
  isDate: (style: number) => boolean;
  date1904: boolean;
  onshare?: (share: number) => void;
}

function readCells(bytes: Uint8Array, { name, entry }: Listed, context: CellContext): Grid {
  const { limits, texts, isDate, date1904, onshare } = context;
  const builder = buildGrid(name, limits);
  let row = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let taking = false;
  let phonetic = false;
  let text = '';
  /** Of a cell; null without one, and once the cell bears what it came to. */
  let formula: string | null = null;
  let inFormula = false;

  function endCell(): void {
    // A formula that was never reckoned is no empty cell.
    if (text === '' && formula !== null) builder.put(row, column, `=${formula}`);
    if (text === '') return;
    if (type === 's') builder.put(row, column, plainText(texts[Number(text)] ?? ''));
    else if (type === 'b') builder.put(row, column, text === '1' ? 'TRUE' : 'FALSE');
    else if (type === '' || type === 'n') {
      builder.put(row, column, isDate(style) ? excelDate(text, date1904) : plainNumber(text));
    } else builder.put(row, column, plainText(text));
  }
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', ({ name: raw, attributes }) => {
    const tag = localName(raw);
    if (tag === 'row') {
      row = attributes.r ? Number(attributes.r) : row + 1;
      column = -1;
    } else if (tag === 'c') {
      column = attributes.r ? columnOf(String(attributes.r)) : column + 1;
      type = String(attributes.t ?? '');
      style = Number(attributes.s ?? 0);
      text = '';
      formula = null;
    } else if (tag === 'f') {
      inFormula = true;
      formula = '';
    } else if (tag === 'v' || tag === 't') {
      taking = !phonetic;
      if (tag === 'v') formula = null;
    } else if (tag === 'rPh') phonetic = true;
  });
  parser.on('text', (piece) => {
    if (inFormula && formula !== null) formula = (formula + piece).slice(0, MOST_FORMULA);
    if (!taking) return;
    text += piece;
    if (text.length > limits.cellLength) {
      throw new TableError('cell-too-long', { sheet: name, row, column: column + 1, most: limits.cellLength });
    }
  });
  parser.on('closetag', ({ name: raw }) => {
    const tag = localName(raw);
    if (tag === 'v' || tag === 't') taking = false;
    else if (tag === 'f') inFormula = false;
    else if (tag === 'rPh') phonetic = false;
    else if (tag === 'c') endCell();
    else if (tag === 'row') builder.endRow(row);
  });
  parser.on('error', () => {
    throw new TableError('damaged-file', { part: entry.name });
  });
  inflatePart(bytes, entry, {
    limits,
    take: (piece) => void parser.write(piece),
    ...(onshare ? { onshare } : {})
  });
  parser.close();
  return builder.finish();
}

/** Column of a cell's address (`AB12`), 0 = first. */
function columnOf(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length; i++) {
    const letter = address.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
