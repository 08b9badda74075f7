import { FetchSource } from 'pmtiles';
import type { RangeResponse, Source } from 'pmtiles';

/** Whole archives up to this size are kept in memory, so that the map stays when the network goes. */
const KEEP_BYTES = 32 * 1024 * 1024;

export interface PackSource extends Source {
  /** Fetches the whole archive once; later reads need no network. Failing leaves range reads as they were. */
  keep(): Promise<void>;
}

/** Tiles by range request at first, from memory once `keep` has run. */
export function createPackSource(url: string, headers: () => Record<string, string>): PackSource {
  const remote = new FetchSource(url);
  let whole: ArrayBuffer | null = null;
  let keeping: Promise<void> | null = null;

  async function fetchWhole(): Promise<void> {
    const response = await fetch(url, { headers: headers() });
    if (!response.ok || !response.body) return;
    const bytes = Number(response.headers.get('content-length') ?? 0);
    if (bytes > KEEP_BYTES) {
      await response.body.cancel();
      return;
    }
    whole = await response.arrayBuffer();
  }

  return {
    getKey: () => url,
    async getBytes(offset, length, signal, etag): Promise<RangeResponse> {
      if (whole) return { data: whole.slice(offset, offset + length) };
      remote.setHeaders(new Headers(headers()));
      return remote.getBytes(offset, length, signal, etag);
    },
    keep() {
      keeping ??= fetchWhole().catch(() => {
        keeping = null;
      });
      return keeping;
    }
  };
}
