import type { FigureRef } from '$core/model/results';

/** What names a figure of each kind, in the order of its text. */
const FIELDS: { [K in FigureRef['kind']]: readonly string[] } = {
  'village-minutes': ['villageId', 'careLevel'],
  coverage: ['careLevel', 'townshipId', 'minutes'],
  medicine: ['facilityId', 'medicineId'],
  equipment: ['facilityId', 'rule'],
  'fever-coverage': ['townshipId', 'part'],
  'vehicles-ready': ['townshipId'],
  risk: ['villageId'],
  remote: ['villageId'],
  people: ['villageId', 'rule'],
  report: ['facilityId'],
  'late-reports': [],
  tile: ['tile'],
  post: ['postId'],
  posts: [],
  duty: ['unit'],
  zone: ['townshipId'],
  zones: [],
  'zone-hospital': ['zoneId'],
  supply: ['supply'],
  'site-link': ['facilityId', 'link'],
  'medicine-point': ['villageId'],
  'village-count': ['careLevel', 'townshipId', 'over', 'upTo', 'noWay', 'counted'],
  'short-antipyretics': [],
  'towns-without-vehicle': ['besides']
};

/** What stands for null. */
const NONE = '-';

function parseValue(field: string, text: string): string | number | boolean | null {
  if (field === 'noWay') return text === 'true';
  if (text === NONE) return null;
  return field === 'minutes' || field === 'over' || field === 'upTo' ? Number(text) : text;
}

/** A figure as a link holds it, e.g. `coverage:severe:all:60`. */
export function figureText(figure: FigureRef): string {
  const values = figure as unknown as Record<string, string | number | boolean | null>;
  return [figure.kind, ...FIELDS[figure.kind].map((field) => values[field] ?? NONE)].join(':');
}

/** The figure a link names; null when the text is none. Whether the place exists the engine says. */
export function parseFigure(text: string | null): FigureRef | null {
  const [kind, ...values] = (text ?? '').split(':');
  if (!(kind in FIELDS)) return null;
  const fields = FIELDS[kind as FigureRef['kind']];
  if (values.length !== fields.length || values.includes('')) return null;
  const entries = fields.map((field, i) => [field, parseValue(field, values[i])]);
  return { kind, ...Object.fromEntries(entries) } as FigureRef;
}
