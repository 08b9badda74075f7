import type { ExportTable } from '$core/export/export-table';
import type { MapHandle } from '$lib/map';
import type * as kit from './kit';

/** The map beside a table, and what it says. */
export interface OfferedMap {
  handle: MapHandle;
  title: string;
  /** What follows from it, as the screen says it. */
  finding: string;
}

/** What a place of the product lets be saved. */
export interface ExportOffer {
  /** Of the plan of this screen, or of the facts as all desks know them. */
  of: 'plan' | 'facts';
  tables: readonly ExportTable[];
  /** Names the workbook where it holds several tables; the one table's own title otherwise. */
  title?: string;
  /** What the rows are narrowed to, in words. */
  filters?: readonly string[];
  /** Further lines of the sheet that says what the file is: label, then values. */
  notes?: readonly (readonly [string, ...string[]])[];
  /** Null while the map is not drawn. */
  map?: OfferedMap | null;
  /** Area it is of, where none is open. */
  area?: string;
}

export type ExportKit = typeof kit;
/** Built from the kit, which is fetched with the menu. */
export type MakeOffer = (kit: ExportKit) => ExportOffer;
