import { UNKNOWN_RESIDENTS } from '../../lib/core/model/residents';
import { basename } from 'node:path';
import { allocatePopulation } from '../../lib/core/pack/allocate-population';
import { matchCompared } from '../../lib/core/pack/compare-settlements';
import type { ComparedPlace } from '../../lib/core/pack/compare-settlements';
import type { ResidentsFigure } from '../../lib/core/pack/make-records';
import type { PackManifest, Problem } from '../../lib/core/pack/manifest';
import type { SettlementDraft } from '../../lib/core/pack/osm-places';
import { containsNearly } from '../../lib/core/pack/polygon';
import type { Bbox, Contains, Region } from '../../lib/core/pack/polygon';
import { cellsOfArea, roundToWhole, sumPersons } from '../../lib/core/pack/population-grid';
import type { PopulationGrid } from '../../lib/core/pack/population-grid';
import { rescaleRegions } from '../../lib/core/pack/rescale-regions';
import { CliError } from '../cli/cli-error';
import type { InputFile } from './import-input';

export interface PopulationInput {
  settlements: readonly SettlementDraft[];
  settlementsSource: string;
  grid: PopulationGrid | null;
  gridFile: InputFile | null;
  /** What the whole raster covers; null without one. */
  rasterBox: Bbox | null;
  areaBox: Bbox;
  compare: InputFile | null;
  /** Rows of the comparing list; empty without one. */
  places: readonly ComparedPlace[];
  contains: Contains;
  regions: readonly Region[];
  elevation: ((lon: number, lat: number) => number | null) | null;
  roadCells: (grid: PopulationGrid) => Uint8Array;
  isWater: ((lon: number, lat: number) => boolean) | null;
}

export interface Population {
  /** One figure per settlement. */
  figures: ResidentsFigure[];
  total: PackManifest['population'];
  problems: Problem[];
}

/**
 * Residents of each settlement: its share of the raster where one was given, else what its own source states, else 0
 * with a note. Throws when the shares do not add up to the raster within 0.1 %.
 * @throws CliError when the raster counts nobody in the area.
 */
export function gatherPopulation(input: PopulationInput): Population {
  const { settlements, compare, grid } = input;
  const { places } = input;
  const compareTitle = compare ? (compare.source?.title ?? basename(compare.path)) : '';
  const { matched } = matchCompared(settlements, places);
  const comparison = (i: number) => {
    const place = matched[i];
    return place === null ? null : { persons: places[place].persons, source: compareTitle };
  };
  if (!grid || !input.gridFile) return statedPopulation(input, comparison);

  const cells = cellsOfArea(grid, input.contains);
  const title = input.gridFile.source?.title ?? basename(input.gridFile.path);
  const date = input.gridFile.source?.date ?? /(19|20)\d\d/.exec(basename(input.gridFile.path))?.[0] ?? null;
  const { grid: scaled, problems, noteAt } = rescaleRegions({ grid, cells, regions: input.regions, places });
  const rasterSum = sumPersons(scaled, cells);
  if (rasterSum <= 0) throw otherRaster(input, input.gridFile.path);

  const placed = settlements.filter(({ lon, lat }) => lon !== null && lat !== null);
  const rank = new Map(placed.map((each, k) => [each, k]));
  const allocation = allocatePopulation({
    grid: scaled,
    cells,
    settlements: placed.map(({ lon, lat }) => ({ lon: lon as number, lat: lat as number })),
    elevation: input.elevation,
    roadCells: input.roadCells(grid),
    isWater: input.isWater
  });
  const whole = roundToWhole(allocation.persons);
  const given = whole.reduce((sum, persons) => sum + persons, 0);
  if (placed.length && Math.abs(given - rasterSum) > 0.001 * rasterSum) {
    throw new Error(`settlements got ${given} persons of the raster's ${rasterSum}`);
  }
  const figures = settlements.map((settlement, i): ResidentsFigure => {
    const k = rank.get(settlement) ?? -1;
    const persons = k < 0 ? (settlement.residents ?? 0) : whole[k];
    const note = k < 0 ? '' : noteAt(settlement.lon as number, settlement.lat as number);
    return {
      persons,
      source: k < 0 ? input.settlementsSource : title + note,
      date,
      compare: comparison(i),
      areaKm2: k < 0 ? null : allocation.areaKm2[k]
    };
  });
  problems.push(...differenceNote(settlements, figures, compareTitle));
  problems.push(...sumNote(comparedInArea(places, input.contains), rasterSum, title, compareTitle));
  return { figures, total: { total: given, source: title, date }, problems };
}

function statedPopulation(input: PopulationInput, comparison: (i: number) => ResidentsFigure['compare']): Population {
  const { settlements, settlementsSource } = input;
  const stated = settlements.filter(({ residents }) => residents !== null);
  const figures = settlements.map(({ residents }, i): ResidentsFigure => ({
    persons: residents ?? 0,
    source: residents === null ? UNKNOWN_RESIDENTS : settlementsSource,
    date: null,
    compare: comparison(i),
    areaKm2: null
  }));
  const missing = settlements.length - stated.length;
  const problems: Problem[] = missing
    ? [
        {
          severity: 'warning',
          code: 'population-missing',
          where: settlementsSource,
          field: 'population',
          read: `${missing} of ${settlements.length} settlements without a figure`,
          wanted: 'residents of each settlement',
          cure: 'They count as 0 persons. Give a population raster (--population) or a list with a population column.'
        }
      ]
    : [];
  const total = figures.reduce((sum, { persons }) => sum + persons, 0);
  return { figures, total: stated.length ? { total, source: settlementsSource, date: null } : null, problems };
}

/** A raster that counts nobody was taken for another one: every settlement would stand at 0 persons. */
function otherRaster({ rasterBox, areaBox }: PopulationInput, path: string): CliError {
  const box = (edges: Bbox | null) => edges?.map((each) => each.toFixed(3)).join(', ') ?? 'nothing';
  return new CliError(
    `${path}: counts no person in the area; it covers ${box(rasterBox)}, the area ${box(areaBox)} (west, south, east, north). Give the population raster of this area, in WGS84 degrees.`
  );
}

/** Places of the comparing list that count for the area: a harbour's point may lie just off the boundary. */
function comparedInArea(places: readonly ComparedPlace[], contains: Contains): ComparedPlace[] {
  return places.filter(({ lon, lat }) => containsNearly(contains, lon, lat));
}

function sumNote(inside: ComparedPlace[], rasterSum: number, title: string, other: string): Problem[] {
  if (!inside.length) return [];
  const sum = inside.reduce((all, { persons }) => all + persons, 0);
  return [
    {
      severity: 'note',
      code: 'population-compared',
      where: title,
      field: 'population',
      read: `${Math.round(rasterSum)} persons; ${other} counts ${sum} in ${inside.length} places of the area`,
      wanted: null,
      cure: 'Both figures stand beside each other on each settlement; the raster covers all ground, the list its own places only.'
    }
  ];
}

const FAR_APART = 3;

function differenceNote(settlements: readonly SettlementDraft[], figures: ResidentsFigure[], other: string): Problem[] {
  const apart = figures.flatMap(({ persons, compare }, i) => {
    if (!compare || (persons < compare.persons * FAR_APART && compare.persons < persons * FAR_APART)) return [];
    return [`${settlements[i].names.local} ${persons} / ${compare.persons}`];
  });
  if (!apart.length) return [];
  return [
    {
      severity: 'note',
      code: 'population-differs',
      where: apart.join(', '),
      field: 'population',
      read: `${apart.length} settlements whose share of the raster and figure of ${other} are ${FAR_APART} times apart or more`,
      wanted: null,
      cure: 'The raster spreads people over open ground, so a town shows too few and a village with much land too many. Correct the residents by hand where a count is known.'
    }
  ];
}
