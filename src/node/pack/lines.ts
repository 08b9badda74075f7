/** A JSON array with one record a line: small, and readable in a comparison. */
export function lines(records: readonly unknown[]): string {
  return records.length ? `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n` : '[]\n';
}
