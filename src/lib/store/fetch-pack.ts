import * as v from 'valibot';
import { PACK_FORMAT, type PackFile, type PackManifest } from '../core/pack/manifest';
import { asTrouble, Trouble, type Client } from './client';

const manifestSchema = v.looseObject({
  format: v.literal(PACK_FORMAT),
  id: v.string(),
  names: v.object({ local: v.string(), en: v.optional(v.string()), zh: v.optional(v.string()) }),
  bbox: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  sources: v.array(v.looseObject({ role: v.string(), attribution: v.string() })),
  files: v.record(v.string(), v.object({ bytes: v.number(), sha256: v.string() })),
  reliefBounds: v.nullable(v.tuple([v.number(), v.number(), v.number(), v.number()])),
  basemapZoom: v.object({ min: v.number(), max: v.number() })
});

/** Manifests of the areas this sign-in may open, and the one to open first. */
export async function fetchAreas(client: Client): Promise<{ first: string | null; areas: PackManifest[] }> {
  try {
    const answer = await client.send('/api/greenlane/areas', { method: 'GET' });
    const read = v.parse(v.object({ default: v.nullish(v.string()), areas: v.array(manifestSchema) }), answer);
    const areas = read.areas as unknown as PackManifest[];
    const first = areas.find(({ id }) => id === read.default) ?? areas[0];
    return { first: first?.id ?? null, areas };
  } catch (error) {
    throw asTrouble(error);
  }
}

/** The roads of an area, whole or not at all; see `fetchPackFile`. */
export const fetchNetwork = (client: Client, manifest: PackManifest, options?: FetchOptions): Promise<ArrayBuffer> =>
  fetchPackFile(client, manifest, 'network.bin', options);

export interface FetchOptions {
  /** Bytes so far, and in all as the manifest says. */
  onprogress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * A file of an area's pack for the engine, whole or not at all.
 *
 * @throws Trouble `pack` when the bytes are not as many as the manifest says.
 */
export async function fetchPackFile(
  client: Client,
  manifest: PackManifest,
  file: PackFile,
  options: FetchOptions = {}
): Promise<ArrayBuffer> {
  const total = manifest.files[file]?.bytes ?? 0;
  const url = client.buildURL(`/api/greenlane/pack/${encodeURIComponent(manifest.id)}/${file}`);
  try {
    const response = await fetch(url, { headers: packHeaders(client), signal: options.signal ?? null });
    if (!response.ok || !response.body) {
      throw new Trouble(response.status === 401 || response.status === 403 ? 'not-allowed' : 'pack', {
        area: manifest.id,
        detail: String(response.status)
      });
    }
    const bytes = new Uint8Array(total);
    const reader = response.body.getReader();
    let done = 0;
    for (;;) {
      const part = await reader.read();
      if (part.done) break;
      if (done + part.value.length > total) throw new Trouble('pack', { area: manifest.id });
      bytes.set(part.value, done);
      done += part.value.length;
      options.onprogress?.(done, total);
    }
    if (done !== total) throw new Trouble('pack', { area: manifest.id });
    return bytes.buffer;
  } catch (error) {
    throw asTrouble(error);
  }
}

/** Sent with requests for the pack's protected files. */
export function packHeaders(client: Client): Record<string, string> {
  return client.authStore.token ? { Authorization: client.authStore.token } : {};
}

export const basemapUrl = (areaId: string) => `/basemap/${encodeURIComponent(areaId)}/basemap.pmtiles`;
export const reliefUrl = (areaId: string) => `/basemap/${encodeURIComponent(areaId)}/relief.png`;
