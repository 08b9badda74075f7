import type { Names } from '../../lib/core/model/records';
import type { PackSource } from '../../lib/core/pack/manifest';

/** One raw file with what a recipe says of its origin; on the command line only the path is known. */
export interface InputFile {
  path: string;
  source?: Omit<PackSource, 'file' | 'role'>;
}

export interface ImportInput {
  id: string;
  names: Names;
  out: string;
  osm: InputFile;
  /** Folder or file of elevation. */
  dem?: InputFile;
  /** Raster of persons per cell. */
  population?: InputFile;
  settlements?: InputFile;
  facilities?: InputFile;
  /** Keeps the rows of the facility list whose column has this value. */
  facilitiesWhere?: { column: string; value: string };
  /** List with names, positions and population that stands beside the settlements' figures. */
  compare?: InputFile;
  /** Outline the area is cut to. */
  boundary?: InputFile;
  /** Named parts of the area, e.g. islands: checks the raster's sums and words the messages. */
  regions?: InputFile;
  landcover?: InputFile;
  /** Side of the cells on which walks off the road are counted; 100 m unless given. */
  cellMetres?: number;
  mapReviewNumber?: string | null;
  sample: boolean;
  /** Fingerprint of all inputs: lets `areas` skip what is up to date. */
  inputHash?: string;
}

/** Says what is being done: a stage and, where it is known, how far it is. */
export type Say = (line: string) => void;
