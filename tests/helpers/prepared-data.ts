import { startServer } from './server';

/** Once for all screen tests: seeds the shipped areas; each server of a screen test starts from a copy. @returns what deletes them. */
export default async function prepareData(): Promise<() => Promise<void>> {
  const server = await startServer();
  await server.stop();
  process.env.GREENLANE_TEST_DATA = server.dataDir;
  return () => server.remove();
}
