/** Full-width digits, letters, marks and the ideographic space as their ASCII twins; other characters stay. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (each) =>
    each === '\u3000' ? ' ' : String.fromCharCode(each.charCodeAt(0) - 0xfee0)
  );
}
