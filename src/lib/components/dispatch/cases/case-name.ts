/** `R-1A2B`: what people call a case on the telephone. */
export function caseName(id: string): string {
  return `R-${id.replace(/^r-/, '').slice(0, 4).toUpperCase()}`;
}
