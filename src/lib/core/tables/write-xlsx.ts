import { strToU8, zipSync, type Zippable } from 'fflate';
import { escapeXml } from './escape-xml';

/** A cell: texts stay texts (codes keep their zeros, `=1+1` is no formula), numbers are numbers, null is empty. */
export type CellValue = string | number | null;

export interface SheetToWrite {
  name: string;
  rows: readonly (readonly CellValue[])[];
  /** Width of each column in characters. */
  widths?: readonly number[];
  /** Columns (0 = first) in which also what is typed later stays text, such as codes. */
  textColumns?: readonly number[];
  /** Rows at the top that stay in sight; headings are bold. */
  headingRows?: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook as bytes. The same input gives the same bytes. */
export function writeXlsx(sheets: readonly SheetToWrite[]): Uint8Array {
  const parts: Zippable = {};
  const put = (name: string, xml: string) => {
    // A fixed date: the same table is the same file. DOS time begins in 1980.
    parts[name] = [strToU8(XML + xml), { level: 6, mtime: '1980-01-02T00:00:00' }];
  };
  const numbers = sheets.map((_, i) => i + 1);
  put(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`
  );
  put(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
  );
  put(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
  );
  put(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`
  );
  // Style 0 plain, 1 text (@), 2 heading.
  put(
    'xl/styles.xml',
    `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="49" fontId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
  sheets.forEach((sheet, i) => put(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)));
  return zipSync(parts);
}

function sheetXml({ rows, widths = [], textColumns = [], headingRows = 1 }: SheetToWrite): string {
  const columns = widths.map((width, i) => {
    const style = textColumns.includes(i) ? ' style="1"' : '';
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${style}/>`;
  });
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headingRows}" topLeftCell="A${headingRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const lines = rows.map((row, r) => {
    const style = r < headingRows ? 2 : 1;
    return `<row r="${r + 1}">${row.map((value, c) => cellXml(value, `${letters(c)}${r + 1}`, style)).join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}">${headingRows > 0 ? pane : ''}${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(value: CellValue, address: string, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${address}"><v>${value}</v></c>`;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(String(value))}</t></is></c>`;
}

function letters(column: number): string {
  let rest = column + 1;
  let text = '';
  while (rest > 0) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}

/** Excel refuses these marks in a sheet's name, and more than 31 characters. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet';

/** A workbook reads `_x0041_` as the character of that number: an underscore that begins so is written as one itself. */
const cellText = (text: string) => escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
