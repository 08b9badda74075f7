const RECORD_KINDS = ['village', 'facility', 'vehicle', 'township', 'closure', 'supplier'] as const;

/** What is picked on map or list. A road is named by way and nodes, as a closure is. */
export type Selection =
  | { kind: (typeof RECORD_KINDS)[number]; id: string }
  | { kind: 'road'; lon: number; lat: number }
  | { kind: 'place'; lon: number; lat: number };

let current = $state.raw<Selection | null>(null);

export const selection = {
  get current() {
    return current;
  },
  select(next: Selection | null) {
    current = next;
  },
  clear() {
    current = null;
  }
};

/** `village:osm-n12` or `road:43.3,-11.7`, as the address holds it. */
export function selectionText(value: Selection): string {
  return 'id' in value ? `${value.kind}:${value.id}` : `${value.kind}:${value.lon.toFixed(5)},${value.lat.toFixed(5)}`;
}

/** Null when the text is not a selection. */
export function parseSelection(text: string): Selection | null {
  const at = text.indexOf(':');
  const kind = text.slice(0, at);
  const rest = text.slice(at + 1);
  if (at < 0 || rest === '') return null;
  if (kind === 'road' || kind === 'place') {
    const [lon, lat] = rest.split(',').map(Number);
    return Number.isFinite(lon) && Number.isFinite(lat) ? { kind, lon, lat } : null;
  }
  const known = RECORD_KINDS.find((each) => each === kind);
  return known ? { kind: known, id: rest } : null;
}
