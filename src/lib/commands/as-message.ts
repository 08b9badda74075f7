import { asTrouble } from '../store/client';

/** Any failure as a message code with values, ready for `t`. */
export function asMessage(error: unknown): { code: string; params: Record<string, string | number> } {
  const trouble = asTrouble(error);
  return { code: `trouble-${trouble.code}`, params: { detail: '', ...trouble.params } };
}
