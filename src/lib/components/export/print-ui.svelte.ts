import { ORIENTATIONS, PAPERS, type Orientation, type Paper } from '$lib/map/print';

export { ORIENTATIONS, PAPERS };
/** How much of the area a printed map shows. */
export const EXTENTS = ['area', 'view'] as const;
export type Extent = (typeof EXTENTS)[number];

let paper = $state<Paper>('a4');
let orientation = $state<Orientation>('landscape');
let extent = $state<Extent>('area');

/** How maps are printed, as chosen last. */
export const printUi = {
  get paper() {
    return paper;
  },
  get orientation() {
    return orientation;
  },
  /** `a3 portrait`. */
  setSheet(sheet: string) {
    const [size, way] = sheet.split(' ');
    paper = PAPERS.find((each) => each === size) ?? paper;
    orientation = ORIENTATIONS.find((each) => each === way) ?? orientation;
  },
  get extent() {
    return extent;
  },
  setExtent(next: string) {
    extent = EXTENTS.find((each) => each === next) ?? extent;
  }
};
