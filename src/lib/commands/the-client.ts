import { connect, type Client } from '../store/client';

let client: Client | null = null;

/** The page's one client, made at first use. */
export function theClient(): Client {
  client ??= connect();
  return client;
}
