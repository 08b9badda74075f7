import type { TownshipId, VillageId } from '../model/ids';
import type { Township, TownshipSeat, Village } from '../model/records';
import { UNKNOWN_RESIDENTS } from '../model/residents';
import type { Imported, Problem } from './manifest';
import type { Contains } from './polygon';
import { parseNumber, parseWhole, type TableRow } from './table';

export interface EstimatedAreaInput {
  /** Township units: code, name, and a position where the list has one. */
  townships: readonly TableRow[];
  townshipsSource: { title: string; date: string | null };
  /** Seats with position, population and elevation (GeoNames' columns), matched by name. */
  seats: readonly TableRow[];
  seatsSource: { title: string; date: string | null };
  /** Villages: code, name, code of the township. Positions where the list has them. */
  villages: readonly TableRow[];
  /** Outline of the area; a position outside it is not taken. */
  contains: Contains | null;
}

export interface EstimatedArea {
  townships: Township[];
  villages: Village[];
}

const COMMITTEE = /(村民委员会|居民委员会)$/;
const UNIT = /(街道|镇|乡)$/;

/**
 * Townships and villages of an area that has lists and no roads. Nothing is made up: a seat has what the lists say of it,
 * a village without a position has none, residents nobody gave are `unknown`. What is missing is said as problems.
 */
export function makeEstimatedArea(input: EstimatedAreaInput): Imported<EstimatedArea> {
  const problems: Problem[] = [];
  const taken = new Set<TableRow>();
  const townships = input.townships.flatMap((row): Township[] => {
    const code = cell(row, 'code', 'town_code', '区划代码');
    const local = cell(row, 'name', 'town_name', '名称');
    if (!code || !local) {
      problems.push(
        fault(row.where, 'code, name', 'an empty cell', 'a code and a name', 'The row is left out. Fill it.')
      );
      return [];
    }
    const match = input.seats.find((seat) => !taken.has(seat) && namesOf(seat).includes(local.replace(UNIT, '')));
    if (match) taken.add(match);
    const seat = match ? seatFrom(match, input.seatsSource, input.contains, problems) : null;
    const own = seat ?? seatFrom(row, input.townshipsSource, input.contains, problems);
    const wanting = [
      ...(own ? [] : ['position']),
      ...(own?.elevationMetres == null ? ['elevation'] : []),
      ...(own?.persons == null ? ['population'] : [])
    ];
    if (wanting.length > 0)
      problems.push(
        note('seat-incomplete', `${row.where} (${local})`, wanting.join(', '), 'not in the lists', [
          own
            ? 'What is not known is left open.'
            : 'The seat is not on the map and its villages have no estimated time. Add its position to the list.'
        ])
      );
    const en = match ? cell(match, 'asciiname', 'name_en') : '';
    return [
      {
        id: townshipIdOf(code),
        unit: townshipIdOf(code),
        origin: 'pack',
        editedFields: [],
        version: 1,
        names: { local, zh: local, ...(en ? { en } : {}) },
        code,
        seatFacilityId: null,
        derived: false,
        seat: own
      }
    ];
  });
  for (const seat of input.seats.filter((each) => !taken.has(each)))
    problems.push(
      note('seat-without-unit', seat.where, cell(seat, 'name'), 'no township of the list bears this name', [
        'It is left out: a former township, or one of another county.'
      ])
    );
  const known = new Set(townships.map(({ id }) => id));
  const villages = input.villages.flatMap((row) => villageFrom(row, known, input.contains, problems));
  const unplaced = villages.filter(({ lon }) => lon === null).length;
  if (unplaced > 0)
    problems.push(
      note('villages-unplaced', 'list of villages', 'position', `${unplaced} of ${villages.length} without`, [
        'They stand in the list of their township. Place them by a click, with a phone at the place, or by an import.'
      ])
    );
  if (villages.length > 0 && villages.every(({ residentsSource }) => residentsSource === UNKNOWN_RESIDENTS))
    problems.push(
      note('residents-unknown', 'list of villages', 'population', 'not given', ['Residents are shown as not known.'])
    );
  problems.push(
    note('no-facilities', 'lists', 'facilities', 'none given', [
      'No clinic or hospital is on record. Add them on the map or by an import; times go to the township seat meanwhile.'
    ])
  );
  return { result: { townships, villages }, problems };
}

const townshipIdOf = (code: string) => `t-${code}` as TownshipId;

function villageFrom(
  row: TableRow,
  townships: ReadonlySet<TownshipId>,
  contains: Contains | null,
  problems: Problem[]
): Village[] {
  const code = cell(row, 'village_code', 'code', '村代码', '区划代码');
  const official = cell(row, 'village_name', 'name', '行政村', '村名');
  const townshipId = townshipIdOf(cell(row, 'town_code', '乡镇代码') || code.slice(0, 9));
  if (!code || !official || !townships.has(townshipId)) {
    problems.push(
      fault(
        row.where,
        'village_code, village_name, town_code',
        `${code}, ${official}, ${townshipId.slice(2)}`,
        'a code, a name and the code of a township of the list',
        'The row is left out. Correct it.'
      )
    );
    return [];
  }
  const name = official.replace(COMMITTEE, '') || official;
  const at = positionOf(row, contains, problems);
  const persons = parseWhole(cell(row, 'population', 'residents', '常住人口', '人口'));
  return [
    {
      id: `v-${code}` as VillageId,
      unit: townshipId,
      origin: 'pack',
      editedFields: [],
      version: 1,
      names: { local: name, zh: name },
      code,
      townshipId,
      lon: at?.lon ?? null,
      lat: at?.lat ?? null,
      residents: persons ?? 0,
      residentsSource: persons === null ? UNKNOWN_RESIDENTS : row.where.split(' ')[0],
      residentsDate: null,
      residentsCompare: null,
      areaKm2: null,
      touristVillage: false
    }
  ];
}

function seatFrom(
  row: TableRow,
  { title, date }: EstimatedAreaInput['seatsSource'],
  contains: Contains | null,
  problems: Problem[]
): TownshipSeat | null {
  const at = positionOf(row, contains, problems);
  if (!at) return null;
  const persons = parseWhole(cell(row, 'population'));
  const elevation = parseNumber(cell(row, 'elevation')) ?? parseNumber(cell(row, 'dem'));
  return { ...at, elevationMetres: elevation, persons: persons || null, source: title, date };
}

function positionOf(
  row: TableRow,
  contains: Contains | null,
  problems: Problem[]
): { lon: number; lat: number } | null {
  const lon = parseNumber(cell(row, 'longitude', 'lon', 'lng_wgs84', '经度'));
  const lat = parseNumber(cell(row, 'latitude', 'lat', 'lat_wgs84', '纬度'));
  if (lon === null || lat === null) return null;
  const onGlobe = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && !(lon === 0 && lat === 0);
  if (onGlobe && (!contains || contains(lon, lat))) return { lon, lat };
  problems.push(
    fault(row.where, 'lon, lat', `${lon}, ${lat}`, 'WGS84 degrees in the area', 'It stays unplaced. Correct the list.')
  );
  return null;
}

/** Every name of a seat without the word for its kind. */
function namesOf(seat: TableRow): string[] {
  return [cell(seat, 'name'), ...cell(seat, 'alternatenames').split(',')].map((name) => name.trim().replace(UNIT, ''));
}

function cell({ values }: TableRow, ...headings: string[]): string {
  for (const heading of headings) {
    const value = values[heading]?.trim();
    if (value) return value;
  }
  return '';
}

function fault(where: string, field: string, read: string, wanted: string, cure: string): Problem {
  return { severity: 'warning', code: 'row-unusable', where, field, read, wanted, cure };
}

function note(code: string, where: string, field: string, read: string, [cure]: [string]): Problem {
  return { severity: 'note', code, where, field, read, wanted: null, cure };
}
