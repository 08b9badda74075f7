import * as v from 'valibot';
import type { Client } from './client';

const recordSchema = v.looseObject({ key: v.string(), manifest: v.looseObject({ builtAt: v.string() }) });

/**
 * Tells when the pack of an area was built that the server has now: at once, after every reconnect, and when it is
 * switched over, until the signal is aborted.
 */
export async function followPack(
  client: Client,
  areaId: string,
  { signal, onbuilt }: { signal: AbortSignal; onbuilt: (builtAt: string) => void }
): Promise<void> {
  const tell = (record: unknown) => {
    const read = v.safeParse(recordSchema, record);
    if (!signal.aborted && read.success && read.output.key === areaId) onbuilt(read.output.manifest.builtAt);
  };
  const filter = client.filter('key = {:areaId}', { areaId });
  // One that cannot be read now is read after the next reconnect.
  const look = () =>
    client
      .collection('areas')
      .getFirstListItem(filter)
      .then(tell, () => undefined);
  const ends = await Promise.all([
    client.realtime.subscribe('PB_CONNECT', () => void (signal.aborted || look())),
    client.collection('areas').subscribe('*', ({ record }) => tell(record), { filter })
  ]);
  const stop = () => ends.forEach((end) => void end().catch(() => undefined));
  if (signal.aborted) return stop();
  signal.addEventListener('abort', stop, { once: true });
  await look();
}
