import { SaxesParser } from 'saxes';
import { inflatePart } from './inflate-part';
import { TableError, type TableLimits } from './table';
import { localName } from './xlsx-parts';
import type { ZipEntry } from './zip-directory';

/** The texts that cells refer to by number; phonetic guides are left out. @throws TableError as `inflatePart`. */
export function readSharedTexts(bytes: Uint8Array, entry: ZipEntry, limits: TableLimits): string[] {
  const texts: string[] = [];
  let taking = false;
  let phonetic = false;
  let text = '';
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', ({ name }) => {
    const tag = localName(name);
    if (tag === 'si') text = '';
    else if (tag === 'rPh') phonetic = true;
    else if (tag === 't') taking = !phonetic;
  });
  parser.on('text', (piece) => {
    if (taking) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    const tag = localName(name);
    if (tag === 't') taking = false;
    else if (tag === 'rPh') phonetic = false;
    else if (tag === 'si') texts.push(text);
  });
  parser.on('error', () => {
    throw new TableError('damaged-file', { part: entry.name });
  });
  inflatePart(bytes, entry, { limits, most: limits.sharedTextBytes, take: (piece) => void parser.write(piece) });
  parser.close();
  return texts;
}
