import { Converter } from 'opencc-js';
import type { Names } from '../../lib/core/model/records';

const toSimplified = Converter({ from: 't', to: 'cn' });
const toTraditional = Converter({ from: 'cn', to: 't' });

/** A draft whose Chinese name is in simplified characters. */
export function withSimplifiedName<T extends { names: Names }>(draft: T): T {
  const { zh } = draft.names;
  if (!zh) return draft;
  const simplified = simplifyName(zh);
  return simplified === zh ? draft : { ...draft, names: { ...draft.names, zh: simplified } };
}

/**
 * A name written in traditional characters in simplified ones. One that holds a simplified character is left as it is: a
 * few characters are common to both scripts and would be taken for others (乾县 is not 干县).
 */
export function simplifyName(name: string): string {
  return toTraditional(name) === name ? toSimplified(name) : name;
}
