import { VILLAGE_FIELDS } from './fields';
import { FACILITY_FIELDS, PEOPLE_FIELDS, STOCK_FIELDS, SUPPLIER_FIELDS, VEHICLE_FIELDS } from './site-fields';
import type { TableKind } from './table';

export type FieldType =
  | 'text'
  | 'code'
  | 'town'
  | 'count'
  | 'number'
  | 'lon'
  | 'lat'
  | 'crs'
  | 'flag'
  | 'date'
  | 'moment'
  | 'choice'
  | 'capabilities';

/** One thing that a column may say of a row. */
export interface TableField {
  name: string;
  type: FieldType;
  required: boolean;
  /** Unit of the figure, for headings of templates and for what is wanted. */
  unit: 'persons' | 'doses' | 'doses-per-day' | 'beds' | 'hours' | 'minutes' | 'km' | 'km2' | 'degrees' | null;
  /** False: recognised, shown as not imported (no record keeps it). */
  kept: boolean;
  /** For `choice`: spellings of each value, in both languages. */
  choices?: Readonly<Record<string, readonly string[]>>;
  /** Headings it is known by, in both languages; the first of each is the template's. */
  zh: readonly string[];
  en: readonly string[];
}

export interface TableKindSpec {
  kind: TableKind;
  fields: readonly TableField[];
  /** Collections its rows may write, by the situation's names. */
  writes: readonly string[];
  /** Roles that may import it: stock and counts of people belong to the sites and the administrator. */
  roles: readonly ('planner' | 'admin')[];
}

const BOTH = ['planner', 'admin'] as const;

export const TABLE_KIND_SPECS: Readonly<Record<TableKind, TableKindSpec>> = {
  villages: {
    kind: 'villages',
    fields: VILLAGE_FIELDS,
    writes: ['townships', 'villages', 'peopleCounts', 'facilities', 'stock'],
    roles: BOTH
  },
  facilities: { kind: 'facilities', fields: FACILITY_FIELDS, writes: ['townships', 'facilities'], roles: BOTH },
  people: { kind: 'people', fields: PEOPLE_FIELDS, writes: ['peopleCounts'], roles: ['admin'] },
  stock: { kind: 'stock', fields: STOCK_FIELDS, writes: ['stock'], roles: ['admin'] },
  suppliers: { kind: 'suppliers', fields: SUPPLIER_FIELDS, writes: ['townships', 'suppliers'], roles: BOTH },
  vehicles: { kind: 'vehicles', fields: VEHICLE_FIELDS, writes: ['townships', 'vehicles', 'crews'], roles: BOTH }
};

export function fieldOf(kind: TableKind, name: string): TableField | undefined {
  return TABLE_KIND_SPECS[kind].fields.find((field) => field.name === name);
}

/** Fields of a village sheet that go into collections only an administrator may import. */
export const ADMIN_VILLAGE_FIELDS: readonly string[] = [
  'aged65',
  'aged80',
  'red',
  'yellow',
  'green',
  'returnees',
  'antipyretic',
  'antitussive',
  'chinesePatent',
  'antigen'
];
