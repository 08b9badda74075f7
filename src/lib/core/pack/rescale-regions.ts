import type { ComparedPlace } from './compare-settlements';
import type { Problem } from './manifest';
import type { Region } from './polygon';
import { bboxOfPolygons, createContains, regionIndexAt } from './polygon';
import type { PopulationGrid } from './population-grid';
import { cellCentre } from './population-grid';

export interface RescaleInput {
  grid: PopulationGrid;
  cells: readonly number[];
  regions: readonly Region[];
  /** Places of the list the sums are compared with. */
  places: readonly ComparedPlace[];
}

export interface Rescaled {
  grid: PopulationGrid;
  problems: Problem[];
  /** Text to add to the source of a figure at a point: empty where nothing was changed. */
  noteAt(lon: number, lat: number): string;
}

/** How far two regions must fit better with their sums exchanged: by this factor in all. */
const CLEARLY_BETTER = 4;

/**
 * Compares the raster's sum of each region with a list's; what lies in none counts to the nearest. Two regions whose sums fit the list far better exchanged are
 * reported, and their cells scaled so that each region has the list's total; the others stay as they are.
 */
export function rescaleRegions({ grid, cells, regions, places }: RescaleInput): Rescaled {
  const shapes = regions.map(({ polygons }) => ({ contains: createContains(polygons), box: bboxOfPolygons(polygons) }));
  const parts = regions.map(({ name }) => ({ name, own: [] as number[], raster: 0, listed: 0 }));
  if (!parts.length) return { grid, problems: [], noteAt: () => '' };
  for (const cell of cells) {
    const part = parts[regionIndexAt(shapes, ...cellCentre(grid, cell))];
    part.own.push(cell);
    part.raster += grid.persons[cell];
  }
  for (const { lon, lat, persons } of places) parts[regionIndexAt(shapes, lon, lat)].listed += persons;
  const misfit = (raster: number, listed: number) => Math.abs(Math.log(raster / listed));
  const persons = grid.persons.slice();
  const problems: Problem[] = [];
  const changed = new Set<(typeof parts)[number]>();
  parts.forEach((a, i) => {
    for (const b of parts.slice(i + 1)) {
      if (!(a.raster > 0 && b.raster > 0 && a.listed > 0 && b.listed > 0)) continue;
      const straight = misfit(a.raster, a.listed) + misfit(b.raster, b.listed);
      const exchanged = misfit(b.raster, a.listed) + misfit(a.raster, b.listed);
      if (straight - exchanged < Math.log(CLEARLY_BETTER)) continue;
      problems.push(swapProblem(a, b));
      for (const part of [a, b]) {
        changed.add(part);
        for (const cell of part.own) persons[cell] = (grid.persons[cell] * part.listed) / part.raster;
      }
    }
  });
  return {
    grid: changed.size ? { ...grid, persons } : grid,
    problems,
    noteAt(lon, lat) {
      const part = parts[regionIndexAt(shapes, lon, lat)];
      return changed.has(part) ? `, rescaled to the list's total of ${part.listed} for ${part.name}` : '';
    }
  };
}

interface Part {
  name: string;
  raster: number;
  listed: number;
}

function swapProblem(a: Part, b: Part): Problem {
  const figures = (part: Part) => `${part.name} ${Math.round(part.raster)} (list: ${part.listed})`;
  return {
    severity: 'warning',
    code: 'population-regions-swapped',
    where: `${a.name}, ${b.name}`,
    field: 'population',
    read: `${figures(a)}; ${figures(b)}`,
    wanted: "sums in the order of the list's",
    cure: "The raster's two regions look exchanged. Their cells were rescaled to the list's totals; use a mended raster when there is one."
  };
}
