import PocketBase, { ClientResponseError, LocalAuthStore, BaseAuthStore } from 'pocketbase';

export type Client = PocketBase;

/** Client of the page's own server; the sign-in is kept in this browser. */
export function connect(): Client {
  return build(
    '/',
    typeof localStorage === 'undefined' ? new BaseAuthStore() : new LocalAuthStore('greenlane-sign-in')
  );
}

/** Client for Node: a server's address and, where it is needed, a token. Nothing is kept. */
export function connectTo(url: string, token: string | null): Client {
  const store = new BaseAuthStore();
  if (token) store.save(token, null);
  return build(url, store);
}

function build(url: string, store: BaseAuthStore): Client {
  const client = new PocketBase(url, store);
  client.autoCancellation(false);
  return client;
}

/**
 * Gives a stream up that stands but brings nothing, as after the sleep of a machine or behind a proxy that began anew: it
 * is opened again with all its topics, as after any other loss of the line. The library has no call for it; what it
 * listens for on its stream is an error.
 */
export function renewStream({ realtime }: Client): void {
  const { eventSource } = realtime as unknown as { eventSource: EventTarget | null };
  eventSource?.dispatchEvent(new Event('error'));
}

/**
 * Why the server said no: a stable code (message `trouble-<code>`) and, where it gave one, its own words.
 * `conflict` carries the fields that differ.
 */
export type TroubleCode =
  | 'credentials'
  | 'disabled'
  | 'too-many'
  | 'too-many-tries'
  | 'network'
  | 'not-allowed'
  | 'conflict'
  | 'in-use'
  | 'rejected'
  | 'invalid-record'
  | 'cancelled'
  | 'no-area'
  | 'pack'
  | StatedFault
  | 'unknown';

/** Why an invitation or an account was refused; the server's own codes, hyphens for underscores. */
export const ACCOUNT_FAULTS = [
  'code-unknown',
  'code-used',
  'code-withdrawn',
  'code-expired',
  'username-form',
  'username-taken',
  'foreign-area',
  'unknown-area',
  'unknown-unit',
  'unknown-account',
  'own-account',
  'account-disabled',
  'demo-account',
  'code-wanted',
  'wrong-code',
  'wrong-password',
  'factor-stands',
  'not-begun',
  'no-factor'
] as const;

/** Why an import of a table cannot go on. */
export const IMPORT_FAULTS = ['import-closed', 'not-yours', 'sequence-gap', 'sequence-used', 'records-moving'] as const;

const STATED_FAULTS = [...ACCOUNT_FAULTS, ...IMPORT_FAULTS];
type StatedFault = (typeof STATED_FAULTS)[number];

export interface Conflict {
  field: string;
  theirs: unknown;
  yours: unknown;
}

export class Trouble extends Error {
  constructor(
    readonly code: TroubleCode,
    readonly params: Record<string, string | number> = {},
    readonly conflicts: Conflict[] = []
  ) {
    super(`${code}${params.detail ? `: ${params.detail}` : ''}`);
  }
}

/** Any failure of a request as a `Trouble`. */
export function asTrouble(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  if (error instanceof ClientResponseError) {
    if (error.isAbort) return new Trouble('cancelled');
    if (error.status === 0) return new Trouble('network');
    if (error.status === 429) return tooMany(error);
    const fault = statedFault(error);
    if (fault) return new Trouble(fault);
    if (fieldErrors(error)[0]?.[1].code === 'in_use') return new Trouble('in-use', { detail: error.message });
    if (error.status === 409) return new Trouble('conflict', { detail: error.message }, conflictsOf(error));
    // A record that a rule hides from a writer answers 404; a create that a rule forbids answers 400 without a field.
    const hidden = error.status === 404 || (error.status === 400 && fieldErrors(error).length === 0);
    if (error.status === 401 || error.status === 403 || hidden)
      return new Trouble('not-allowed', { detail: error.message });
    return new Trouble('rejected', { detail: firstDetail(error) });
  }
  if (error instanceof DOMException && error.name === 'AbortError') return new Trouble('cancelled');
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return new Trouble('network');
  return new Trouble('unknown', { detail: error instanceof Error ? error.message : String(error) });
}

interface FieldError {
  code?: string;
  message?: string;
  params?: { theirs?: unknown; yours?: unknown; seconds?: unknown };
  theirs?: unknown;
  yours?: unknown;
}

function fieldErrors(error: ClientResponseError): [string, FieldError][] {
  const data = (error.response as { data?: Record<string, FieldError> }).data;
  return Object.entries(data ?? {});
}

/** Of one account the server says how long; of one address it does not. */
function tooMany(error: ClientResponseError): Trouble {
  const seconds = fieldErrors(error).find(([, { code }]) => code === 'too_many_tries')?.[1].params?.seconds;
  if (typeof seconds !== 'number') return new Trouble('too-many');
  return new Trouble('too-many-tries', { minutes: Math.ceil(seconds / 60) });
}

function statedFault(error: ClientResponseError): StatedFault | undefined {
  const code = fieldErrors(error)[0]?.[1].code?.replaceAll('_', '-');
  return STATED_FAULTS.find((known) => known === code);
}

function conflictsOf(error: ClientResponseError): Conflict[] {
  return fieldErrors(error)
    .filter(([, found]) => found.code === 'differs')
    .map(([field, found]) => ({
      field,
      theirs: found.params?.theirs ?? found.theirs ?? null,
      yours: found.params?.yours ?? found.yours ?? null
    }));
}

function firstDetail(error: ClientResponseError): string {
  const [field] = fieldErrors(error);
  return field?.[1].message ? `${field[0]}: ${field[1].message}` : error.message;
}
