/** What this browser remembers between visits. Storage may be shut off: then nothing is remembered and nothing fails. */
export function recall(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(`greenlane-${key}`) ?? null;
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(`greenlane-${key}`, value);
  } catch {
    return;
  }
}
