import Papa from 'papaparse';
import { decodeText, detectEncoding, type DetectedEncoding } from './detect-encoding';
import { buildGrid } from './grid-builder';
import { TABLE_LIMITS, TableError, type Encoding, type Grid, type TableLimits } from './table';

export interface CsvTable extends DetectedEncoding {
  grid: Grid;
  delimiter: string;
}

const DELIMITERS = [',', '\t', ';', '|', '，'];

/**
 * A CSV or tab-separated text. Row numbers count records, which are lines unless a quoted cell holds a line break.
 *
 * @param options.encoding overrules what the bytes say.
 * @throws TableError `empty-file`, `file-too-large`, `unknown-format` for what is no text, and the limits of a sheet.
 */
export function readCsv(
  bytes: Uint8Array,
  options: { encoding?: Encoding; name?: string; limits?: TableLimits } = {}
): CsvTable {
  const limits = options.limits ?? TABLE_LIMITS;
  if (bytes.length > limits.fileBytes) throw new TableError('file-too-large', { most: limits.fileBytes });
  const detected = detectEncoding(bytes);
  const encoding = options.encoding ?? detected.encoding;
  const text = decodeText(bytes, encoding);
  if (text.trim() === '') throw new TableError('empty-file');
  if (!options.encoding && !detected.sure && isBinary(text)) throw new TableError('unknown-format');
  const delimiter = findDelimiter(text);
  const builder = buildGrid(options.name ?? '', limits);
  const widths = new Map<number, number>();
  let row = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: false,
    step: ({ data }) => {
      row++;
      let width = 0;
      data.forEach((value, column) => {
        if (value.trim() !== '') width = column + 1;
        builder.put(row, column, value);
      });
      if (width > 0) widths.set(row, width);
      builder.endRow(row);
    }
  });
  const grid = builder.finish();
  return {
    encoding,
    markBytes: detected.markBytes,
    sure: detected.sure,
    delimiter,
    grid: { ...grid, overlong: widths }
  };
}

/** Programs and pictures decode to control characters or to nothing at all; a text with damage has few of either. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  // eslint-disable-next-line no-control-regex
  const controls = head.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  const lost = head.match(/\uFFFD/g)?.length ?? 0;
  return controls > head.length / 100 || lost > head.length / 5;
}

/** The separator found outside quotes most evenly over the first lines; `sep=;` of Excel goes before. */
function findDelimiter(text: string): string {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  if (stated) return stated[1];
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r?\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1);
    const most = Math.max(...counts);
    const score = most * counts.filter((count) => count === most).length;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
