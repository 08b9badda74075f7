import type { PackManifest } from '../core/pack/manifest';

/** What is under way while an area opens; `done` and `total` in bytes for the roads, null where unknown. */
export interface LoadingStage {
  stage: 'areas' | 'network' | 'records' | 'engine';
  done: number | null;
  total: number | null;
}

/** Cells for walks off the road: fetched when first needed; `none` where the pack has none. */
export type LandState = 'none' | 'not-asked' | 'fetching' | 'there' | 'failed';

let list = $state.raw<PackManifest[]>([]);
let wanted = $state<string | null>(null);
let current = $state.raw<PackManifest | null>(null);
let loading = $state.raw<LoadingStage | null>(null);
let land = $state<LandState>('not-asked');
let failure = $state.raw<{ code: string; params: Record<string, string | number> } | null>(null);

export const area = {
  /** Every area this user may open. */
  get list() {
    return list;
  },
  setList(next: PackManifest[]) {
    list = next;
  },
  /** Key the address asks for, before or after it is open. */
  get wanted() {
    return wanted;
  },
  want(id: string | null) {
    wanted = id;
  },
  /** Manifest of the open area; null until its records and roads are here. */
  get current() {
    return current;
  },
  /** The open area has no roads: its times are guesses unless measured. */
  get estimated() {
    return current?.times === 'estimated';
  },
  get land() {
    return land;
  },
  setLand(next: LandState) {
    land = next;
  },
  open(manifest: PackManifest | null) {
    current = manifest;
    land = manifest?.files['land.bin'] ? 'not-asked' : 'none';
    loading = null;
    failure = null;
  },
  get loading() {
    return loading;
  },
  setLoading(stage: LoadingStage | null) {
    loading = stage;
    if (stage) failure = null;
  },
  /** Message code `trouble-…` with its values; null while all is well. */
  get failure() {
    return failure;
  },
  fail(code: string, params: Record<string, string | number> = {}) {
    failure = { code, params };
    loading = null;
  }
};
