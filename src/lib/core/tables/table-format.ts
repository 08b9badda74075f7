import { TableError, type TableFormat } from './table';

const starts = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** What pictures, PDF, RAR, 7z and gzip begin with. */
const STRANGERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b]
];

/**
 * What a file is, by its first bytes rather than by its name.
 *
 * @throws TableError `old-excel` for XLS and `protected-excel` for workbooks with a password (both OLE), `web-table` for
 *   a web page or XML that bears a spreadsheet's name, `unknown-format` for pictures, PDF, archives and other binaries.
 */
export function tableFormat(bytes: Uint8Array, fileName: string): TableFormat {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'xlsx';
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const isProtected = /\.xlsx$/i.test(fileName) || holdsWide(bytes, 'EncryptedPackage');
    throw new TableError(isProtected ? 'protected-excel' : 'old-excel');
  }
  if (STRANGERS.some((mark) => starts(bytes, mark))) throw new TableError('unknown-format');
  let at = starts(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at])) at++;
  if (bytes[at] === 0x3c) throw new TableError('web-table');
  // A CSV does not begin with a brace; an empty one in GeoJSON is told apart by its name.
  if (bytes[at] === 0x7b || /\.(geo)?json$/i.test(fileName)) return 'geojson';
  return 'csv';
}

/** Whether a word stands in the bytes as UTF-16. */
function holdsWide(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((each) => [each.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
