/** Kept for whoever uses the browser; all else is one account's. */
const OF_THE_BROWSER = ['theme', 'locale'];
const PREFIX = 'greenlane-';

/** What this browser remembers between visits. Storage may be shut off: then nothing is remembered and nothing fails. */
export function recall(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(PREFIX + key) ?? null;
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(PREFIX + key, value);
  } catch {
    return;
  }
}

/** At sign-out: the next account learns nothing of this one. */
export function forgetRemembered(): void {
  try {
    const kept = OF_THE_BROWSER.map((key) => PREFIX + key);
    for (const key of Object.keys(globalThis.localStorage ?? {})) {
      if (key.startsWith(PREFIX) && !kept.includes(key)) localStorage.removeItem(key);
    }
  } catch {
    return;
  }
}
