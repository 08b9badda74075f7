import { makeEstimatedArea } from '../../lib/core/pack/estimated-area';
import { PACK_FORMAT, type PackManifest } from '../../lib/core/pack/manifest';
import { bboxOfPolygons, createContains, growBbox, padBbox } from '../../lib/core/pack/polygon';
import type { Bbox } from '../../lib/core/pack/polygon';
import type { Names, Township, Village } from '../../lib/core/model/records';
import { CliError } from '../cli/cli-error';
import { makePlainBasemap, PLAIN_ZOOM } from './basemap/make-plain-basemap';
import { attributionOf, describeInputs } from './describe-sources';
import type { InputFile, Say } from './import-input';
import { readRegions } from './read-regions';
import { readTable } from './read-table';
import { timeZoneOf } from './time-zone-of';
import { openPackWriter } from './write-pack';
import { lines } from './lines';

/** An area known by lists alone: no roads, its times are estimates. */
export interface EstimatedInput {
  times: 'estimated';
  id: string;
  names: Names;
  out: string;
  /** Township units with codes. */
  townships: InputFile;
  /** Their seats in GeoNames' columns. */
  seats?: InputFile;
  /** Villages with codes. */
  settlements: InputFile;
  /** Outline in WGS84, where the user has one. */
  boundary?: InputFile;
  mapReviewNumber?: string | null;
  inputHash?: string;
}

/** What lies round the seats when no outline was given: villages are that far from them. */
const ROUND_SEATS_DEGREES = 0.15;
const MARGIN_DEGREES = 0.06;

/**
 * Builds the pack of an area without roads from lists; an older pack stays until the new one is whole.
 * @throws CliError for a file that cannot be read, or lists that give no place on the map.
 */
export function importEstimated(input: EstimatedInput, say: Say, now: () => Date): PackManifest {
  const writer = openPackWriter(input.out);
  try {
    const boundary = input.boundary ? readRegions(input.boundary.path).flatMap(({ polygons }) => polygons) : null;
    const titleOf = (file: InputFile | undefined) => ({
      title: file?.source?.title ?? file?.path.split('/').at(-1) ?? '',
      date: file?.source?.date ?? null
    });
    const { result, problems } = makeEstimatedArea({
      townships: readTable(input.townships.path),
      townshipsSource: titleOf(input.townships),
      seats: input.seats ? readTable(input.seats.path) : [],
      seatsSource: titleOf(input.seats),
      villages: readTable(input.settlements.path),
      contains: boundary ? createContains(boundary) : null
    });
    const { townships, villages } = result;
    say(`lists: ${townships.length} townships, ${villages.length} villages`);
    const bbox = boundary ? bboxOfPolygons(boundary) : roundPlaces(townships, villages);
    if (!bbox)
      throw new CliError(
        `${input.townships.path}: no seat or village has a position. Give positions, or an outline with --boundary.`
      );
    const sources = describeInputs([
      ['townships', input.townships],
      ['seats', input.seats],
      ['settlements', input.settlements],
      ['boundary', input.boundary]
    ]);
    writer.write('townships.json', lines(townships));
    writer.write('settlements.json', lines(villages));
    writer.write('facilities.json', lines([]));
    say('basemap: drawing');
    writer.write(
      'basemap.pmtiles',
      makePlainBasemap({
        name: input.names.local,
        attribution: attributionOf(sources),
        townships,
        boundary,
        frame: padBbox(bbox, MARGIN_DEGREES)
      })
    );
    writer.write('problems.json', lines(problems));
    return writer.commit({
      format: PACK_FORMAT,
      id: input.id,
      names: input.names,
      bbox,
      builtAt: now().toISOString(),
      timeZone: timeZoneOf(villages, bbox),
      sources,
      reliefBounds: null,
      basemapZoom: PLAIN_ZOOM,
      mapReviewNumber: input.mapReviewNumber ?? null,
      counts: {
        nodes: 0,
        edges: 0,
        ways: 0,
        settlements: villages.length,
        facilities: 0,
        problems: problems.length
      },
      population: null,
      times: 'estimated',
      sample: false,
      ...(input.inputHash ? { inputHash: input.inputHash } : {})
    });
  } catch (error) {
    writer.discard();
    throw error;
  }
}

function roundPlaces(townships: readonly Township[], villages: readonly Village[]): Bbox | null {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { seat } of townships) if (seat) growBbox(box, seat.lon, seat.lat);
  for (const { lon, lat } of villages) if (lon !== null && lat !== null) growBbox(box, lon, lat);
  return Number.isFinite(box[0]) ? padBbox(box, ROUND_SEATS_DEGREES) : null;
}
