import type { PointView } from '$lib/commands/open-table';
import type { CoordinateSystem } from '$core/tables/table';
import { tableFile } from './table-file.svelte';

/** What is asked. */
export const SYSTEMS: readonly CoordinateSystem[] = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'];

/** Systems that differ on the map: CGCS2000 is WGS84 but for centimetres. */
export const SHOWN_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type ShownSystem = (typeof SHOWN_SYSTEMS)[number];
export const shownAs = (crs: CoordinateSystem): ShownSystem => (crs === 'cgcs2000' ? 'wgs84' : crs);

const MOST = 300;

/** Where the same rows would lie under each system; those beside a known place first. Call it while a component is set up. */
export function createPlaceSamples() {
  let points = $state.raw<Record<ShownSystem, PointView[]> | null>(null);

  $effect(() => {
    const { mapping } = tableFile;
    let gone = false;
    const ask = (crs: ShownSystem) => tableFile.worker.ask('points', { mapping, crs, most: MOST });
    Promise.all(SHOWN_SYSTEMS.map(ask)).then(
      ([wgs84, gcj02, bd09]) => {
        if (!gone) points = { wgs84, gcj02, bd09 };
      },
      () => undefined
    );
    return () => {
      gone = true;
    };
  });

  /** Rows to look at one by one. */
  const rows = $derived(
    points ? [...points.wgs84].sort((a, b) => Number(b.known !== null) - Number(a.known !== null)) : []
  );
  return {
    get points() {
      return points;
    },
    get rows() {
      return rows;
    }
  };
}
