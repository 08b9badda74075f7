import { NEW_TOWN } from '../core/tables/new-town';
import { missingFields } from '../core/tables/plan-import';
import { NO_ANSWERS, type Mapping } from '../core/tables/questions';
import { TABLE_KINDS, type TableKind } from '../core/tables/table';
import { ADMIN_VILLAGE_FIELDS, TABLE_KIND_SPECS, type TableField } from '../core/tables/table-kinds';

export type { TableField } from '../core/tables/table-kinds';
export { NEW_TOWN, NO_ANSWERS };

/** Kinds of table that a role may import; the server decides again. */
export function kindsFor(role: string | undefined): TableKind[] {
  return TABLE_KINDS.filter((kind) => TABLE_KIND_SPECS[kind].roles.some((each) => each === role));
}

/** What a column of a kind may say. */
export const fieldsOf = (kind: TableKind): readonly TableField[] => TABLE_KIND_SPECS[kind].fields;

/** Required fields that no column gives. */
export function fieldsMissing(kind: TableKind, mapping: Mapping): TableField[] {
  const missing = missingFields({ kind, mapping });
  return fieldsOf(kind).filter(({ name }) => missing.includes(name));
}

/** Whether the records behind a field are written by an administrator alone. */
export function isReserved(kind: TableKind, field: string): boolean {
  return kind === 'villages' && ADMIN_VILLAGE_FIELDS.includes(field);
}
