/** Search parameters with values put in; null takes one out. */
export function writeParams(base: string, values: Record<string, string | null>): string {
  const params = new URLSearchParams(base);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return params.toString();
}
