import type { FigureRef } from '$core/model/results';

/** What names a figure of each kind, in the order of its text. */
const FIELDS: { [K in FigureRef['kind']]: readonly string[] } = {
  'village-minutes': ['villageId', 'careLevel'],
  coverage: ['careLevel', 'townshipId', 'minutes'],
  medicine: ['facilityId', 'medicineId'],
  equipment: ['facilityId', 'rule'],
  'vehicles-ready': ['townshipId'],
  risk: ['villageId'],
  remote: ['villageId'],
  people: ['villageId', 'rule'],
  report: ['facilityId'],
  tile: ['tile']
};

/** A figure as a link holds it, e.g. `coverage:severe:all:60`. */
export function figureText(figure: FigureRef): string {
  const values = figure as unknown as Record<string, string | number>;
  return [figure.kind, ...FIELDS[figure.kind].map((field) => values[field])].join(':');
}

/** The figure a link names; null when the text is none. Whether the place exists the engine says. */
export function parseFigure(text: string | null): FigureRef | null {
  const [kind, ...values] = (text ?? '').split(':');
  if (!(kind in FIELDS)) return null;
  const fields = FIELDS[kind as FigureRef['kind']];
  if (values.length !== fields.length || values.includes('')) return null;
  const entries = fields.map((field, i) => [field, field === 'minutes' ? Number(values[i]) : values[i]]);
  return { kind, ...Object.fromEntries(entries) } as FigureRef;
}
