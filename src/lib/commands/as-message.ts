import { AreaNotOpen } from '../state/engine.svelte';
import { asTrouble } from '../store/client';

export interface Message {
  code: string;
  params: Record<string, string | number>;
}

/** Any failure as a message code with values, ready for `t`. */
export function asMessage(error: unknown): Message {
  const trouble = asTrouble(error);
  return { code: `trouble-${trouble.code}`, params: { detail: '', ...trouble.params } };
}

/** Why the engine gave no answer, in the same way. */
export function engineMessage(error: unknown): Message {
  if (error instanceof AreaNotOpen) return { code: 'trouble-not-open', params: {} };
  return { code: 'trouble-engine', params: { detail: error instanceof Error ? error.message : String(error) } };
}
