export interface ValleyRoads {
  /** Ways left out, by number. */
  without?: number[];
  /** Where the village of Upper lies, degrees east. */
  upperLon?: number;
}

/**
 * A small extract by hand at 20° E, 40° N: a main road (way 10) with a clinic and a hospital on it, a bridge road
 * (way 20) to the village of Upper, a side road (way 30), and a piece apart from all (way 40).
 */
export function valleyOsm({ without = [], upperLon = 20.05 }: ValleyRoads = {}): string {
  const nodes: [number, number, number, Record<string, string>?][] = [
    [1, 20, 40],
    [2, 20.02, 40],
    [3, 20.04, 40],
    [4, 20.04, 40.02],
    [5, 20.02, 40.02],
    [6, 20.2, 40.2],
    [7, 20.202, 40.2],
    [11, 20.001, 40.001, { amenity: 'hospital', name: 'Valley hospital' }],
    [12, 20.039, 40.001, { amenity: 'clinic', name: 'Valley clinic' }],
    [13, 20.001, 40.002, { place: 'village', name: 'Lower', population: '400' }],
    [14, upperLon, 40.02, { place: 'village', name: 'Upper', population: '300' }],
    [15, 20.1, 40.1, { amenity: 'clinic', name: 'Far clinic' }]
  ];
  const ways: [number, number[], string][] = [
    [10, [1, 2, 3], 'primary'],
    [20, [3, 4], 'secondary'],
    [30, [2, 5], 'tertiary'],
    [40, [6, 7], 'residential']
  ];
  const tags = (each: Record<string, string> = {}) =>
    Object.entries(each)
      .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
      .join('');
  return `<?xml version="1.0"?><osm version="0.6">
${nodes.map(([id, lon, lat, more]) => `<node id="${id}" lon="${lon}" lat="${lat}">${tags(more)}</node>`).join('\n')}
${ways
  .filter(([id]) => !without.includes(id))
  .map(
    ([id, at, highway]) => `<way id="${id}">${at.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags({ highway })}</way>`
  )
  .join('\n')}
</osm>`;
}
