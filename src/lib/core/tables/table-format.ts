import { TableError, type TableFormat } from './table';

const starts = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/**
 * What a file is, by its first bytes rather than by its name.
 *
 * @throws TableError `old-excel` for XLS and for workbooks with a password (both OLE), `unknown-format` for pictures,
 *   PDF, archives and other binaries.
 */
export function tableFormat(bytes: Uint8Array, fileName: string): TableFormat {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'xlsx';
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new TableError(/\.xlsx$/i.test(fileName) ? 'protected-excel' : 'old-excel');
  if (
    starts(bytes, [0x25, 0x50, 0x44, 0x46]) ||
    starts(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    starts(bytes, [0xff, 0xd8, 0xff]) ||
    starts(bytes, [0x52, 0x61, 0x72, 0x21]) ||
    starts(bytes, [0x1f, 0x8b])
  ) {
    throw new TableError('unknown-format', { name: fileName });
  }
  let at = starts(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at])) at++;
  // A CSV does not begin with a brace; an empty one in GeoJSON is told apart by its name.
  if (bytes[at] === 0x7b || /\.(geo)?json$/i.test(fileName)) return 'geojson';
  return 'csv';
}
