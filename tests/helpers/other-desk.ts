import { expect } from 'vitest';
import { AREA } from './facts';
import type { TestServer } from './server';

/**
 * Writes fields of one record past every screen, as a desk does that no test looks at. What a screen shows of it comes after
 * whatever it was told before: a barrier for "nothing else has come".
 *
 * @returns puts the fields back.
 */
export async function editElsewhere(
  server: TestServer,
  collection: string,
  key: string,
  fields: Record<string, unknown>
): Promise<() => Promise<void>> {
  const token = await server.consoleToken();
  const path = `/api/collections/${collection}/records`;
  const filter = encodeURIComponent(`area="${AREA}" && key="${key}"`);
  const read = async () => (await server.send('GET', `${path}?filter=${filter}`, { token })).body.items[0];
  const write = async (next: Record<string, unknown>) => {
    const { id, version } = await read();
    const { status, body } = await server.send('PATCH', `${path}/${id}`, { token, body: { ...next, version } });
    expect(status, JSON.stringify(body)).toBe(200);
  };
  const held = await read();
  await write(fields);
  return () => write(Object.fromEntries(Object.keys(fields).map((field) => [field, held[field]])));
}
