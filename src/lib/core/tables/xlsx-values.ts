import { attribute, parseXml } from './xlsx-parts';

/** Built-in number formats that show dates (ECMA-376 part 1, 18.8.30), those of Chinese Excel included. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Which cell styles show a number as a date. */
export function dateStyles(stylesXml: string | null): (style: number) => boolean {
  const own = new Set<number>();
  const dates: boolean[] = [];
  let inFormats = false;
  if (stylesXml) {
    parseXml(stylesXml, {
      open: (tag, attributes) => {
        if (tag === 'numFmt' && showsDate(attribute(attributes, 'formatCode'))) {
          own.add(Number(attribute(attributes, 'numFmtId')));
        }
        if (tag === 'cellXfs') inFormats = true;
        if (tag === 'xf' && inFormats) {
          const format = Number(attribute(attributes, 'numFmtId'));
          dates.push(DATE_FORMATS.has(format) || own.has(format));
        }
      },
      close: (tag) => {
        if (tag === 'cellXfs') inFormats = false;
      }
    });
  }
  return (style) => dates[style] === true;
}

/** A format code with day or year outside of quotes, brackets and escapes. */
function showsDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

const DAY_MS = 86_400_000;

/** A serial date as ISO date, with the time where there is one. What is no serial date stays as it stands. */
export function excelDate(text: string, date1904: boolean): string {
  const serial = Number(text);
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return text;
  // Excel holds 1900 for a leap year: up to its 29 February the count is one short.
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const iso = new Date(epoch + Math.round(serial * 86_400) * 1000).toISOString();
  return Number.isInteger(serial) || (serial * DAY_MS) % DAY_MS < 500
    ? iso.slice(0, 10)
    : iso.slice(0, 16).replace('T', ' ');
}

/**
 * A number as it was typed: Excel writes 0.1 + 0.2 with 17 digits and twelve-digit codes with an exponent. Fifteen
 * significant digits are what it keeps.
 */
export function plainNumber(text: string): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  return String(Number(value.toPrecision(15)));
}

/** Signs that a workbook writes by number, `_x000D_` for a carriage return (ECMA-376 part 1, 22.9.2.19). */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
    const sign = String.fromCharCode(parseInt(hex, 16));
    return /[^\P{Cc}\t\n\r]/u.test(sign) ? '' : sign;
  });
}
