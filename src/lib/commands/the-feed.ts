import type { RemoteIds } from '../store/fetch-situation';

/** What the open area's connection holds on to. */
export const theFeed: { ids: RemoteIds } = { ids: new Map() };
