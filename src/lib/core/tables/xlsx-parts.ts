import { SaxesParser, type SaxesAttributePlain } from 'saxes';
import { inflatePart } from './inflate-part';
import { TableError, type TableLimits } from './table';
import type { ZipEntry } from './zip-directory';

/** Workbook, relations and styles are small in every honest file. */
const SMALL_PART_BYTES = 16 * 1024 * 1024;

/** A small part of the workbook as text. @throws TableError `too-much-inside`, `zip-bomb`, `damaged-file`. */
export function readPart(bytes: Uint8Array, entry: ZipEntry, limits: TableLimits): string {
  const pieces: string[] = [];
  inflatePart(bytes, entry, { limits, most: SMALL_PART_BYTES, take: (text) => void pieces.push(text) });
  return pieces.join('');
}

export type XmlAttributes = Record<string, string | SaxesAttributePlain>;

/** Tags by local name, whatever their prefix. @throws TableError `damaged-file`. */
export function parseXml(
  xml: string,
  handlers: { open: (tag: string, attributes: XmlAttributes) => void; close?: (tag: string) => void }
): void {
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', ({ name, attributes }) => handlers.open(localName(name), attributes as XmlAttributes));
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  parser.on('error', () => {
    throw new TableError('damaged-file');
  });
  parser.write(xml).close();
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by local name (`r:id`, `d3p1:id`); '' when absent. */
export function attribute(attributes: XmlAttributes, wanted: string): string {
  for (const [name, value] of Object.entries(attributes)) if (localName(name) === wanted) return String(value);
  return '';
}
