import {
  beginText,
  endText,
  PDFDocument,
  PDFHexString,
  PDFName,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
  type PDFRef
} from '@cantoo/pdf-lib';
import type { Locale } from '../../i18n';
import type { ComposedPage } from './compose-page';
import { glyphlessFont } from './glyphless-font';
import { MM_PER_INCH } from './paper';
import type { TextRun } from './sheet';

const POINTS_PER_INCH = 72;
/** Width of every glyph of the font, per 1000 of its size; runs are stretched to what was drawn. */
const GLYPH_WIDTH = 500;

export interface PdfInput {
  /** Page pictures as JPEG, in order. */
  pages: { composed: Pick<ComposedPage, 'page' | 'runs'>; jpeg: Uint8Array }[];
  title: string;
  locale: Locale;
  /** Epoch milliseconds. */
  madeAt: number;
}

/**
 * Composed pages as PDF at their true size. What is seen is the picture, so that every name stands as the browser drew
 * it, in whatever letters: the served fonts hold only the characters of the interface and of the shipped areas, and a
 * county's own rare names would have gaps. Over it lies the same text unseen, to be searched, copied and read aloud.
 */
export async function writePdf({ pages, title, locale, madeAt }: PdfInput): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(locale);
  document.setCreator('Greenlane');
  document.setProducer('Greenlane');
  document.setCreationDate(new Date(madeAt));
  document.setModificationDate(new Date(madeAt));
  const codes = codesOf(pages.flatMap(({ composed }) => composed.runs));
  const font = embedFont(document, codes);
  const name = PDFName.of('Words');
  for (const { composed, jpeg } of pages) {
    const { page, runs } = composed;
    const points = (mm: number) => (mm / MM_PER_INCH) * POINTS_PER_INCH;
    const [width, height] = [points(page.widthMm), points(page.heightMm)];
    const sheet = document.addPage([width, height]);
    sheet.drawImage(await document.embedJpg(jpeg), { x: 0, y: 0, width, height });
    sheet.node.setFontDictionary(name, font);
    const scale = width / page.width;
    sheet.pushOperators(
      beginText(),
      setTextRenderingMode(TextRenderingMode.Invisible),
      ...runs.flatMap(({ text, x, y, size, width: drawn }) => {
        const characters = [...text];
        const natural = (characters.length * GLYPH_WIDTH * size) / 1000;
        return [
          setFontAndSize(name, size * scale),
          setCharacterSqueeze(natural > 0 ? (100 * drawn) / natural : 100),
          setTextMatrix(1, 0, 0, 1, x * scale, height - y * scale),
          showText(PDFHexString.of(characters.map((each) => hex(codes.get(each) ?? 0)).join('')))
        ];
      }),
      endText()
    );
  }
  return (await document.save()) as Uint8Array<ArrayBuffer>;
}

const hex = (code: number) => code.toString(16).padStart(4, '0');

/** A code of its own for each character in use, from 1. */
function codesOf(runs: readonly TextRun[]): Map<string, number> {
  const codes = new Map<string, number>();
  for (const { text } of runs) {
    for (const character of text) if (!codes.has(character)) codes.set(character, codes.size + 1);
  }
  return codes;
}

function embedFont(document: PDFDocument, codes: ReadonlyMap<string, number>): PDFRef {
  const { context } = document;
  const bytes = glyphlessFont();
  const file = context.register(context.flateStream(bytes, { Length1: bytes.length }));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'Glyphless',
      Flags: 4,
      FontBBox: [0, 0, 1000, 1000],
      ItalicAngle: 0,
      Ascent: 800,
      Descent: -200,
      CapHeight: 700,
      StemV: 80,
      FontFile2: file
    })
  );
  // Every code shows the one glyph there is.
  const glyphs = context.register(context.flateStream(new Uint8Array(2 * (codes.size + 1))));
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: 'Glyphless',
      CIDSystemInfo: {
        Registry: PDFHexString.fromText('Adobe'),
        Ordering: PDFHexString.fromText('Identity'),
        Supplement: 0
      },
      DW: GLYPH_WIDTH,
      CIDToGIDMap: glyphs,
      FontDescriptor: descriptor
    })
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'Glyphless',
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.flateStream(toUnicode(codes)))
    })
  );
}

/** What character each code stands for, in UTF-16. */
function toUnicode(codes: ReadonlyMap<string, number>): string {
  const lines = [...codes].map(([character, code]) => {
    const units = Array.from({ length: character.length }, (_, i) => hex(character.charCodeAt(i)));
    return `<${hex(code)}> <${units.join('')}>`;
  });
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
