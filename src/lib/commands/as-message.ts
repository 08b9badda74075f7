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
