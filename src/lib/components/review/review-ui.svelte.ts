import type { FacilityId } from '$core/model/ids';
import type { FigureRef, GapGroup } from '$core/model/results';
import type { MapHandle } from '$lib/map';
import { figureText, parseFigure } from './figure-text';
import { writeParams } from './write-params';

export const VIEWS = ['gaps', 'coverage', 'villages', 'refusals'] as const;
export type ReviewView = (typeof VIEWS)[number];
export const GROUPS = [
  'all',
  'medicines',
  'equipment',
  'access',
  'vehicles',
  'people',
  'organisation',
  'reports'
] as const;
export type GroupTab = 'all' | GapGroup;

let view = $state<ReviewView>('gaps');
let group = $state<GroupTab>('all');
let town = $state('all');
/** Key of the chosen row of whichever list is shown. */
let row = $state<string | null>(null);
let figure = $state.raw<FigureRef | null>(null);
let past = $state.raw<{ site: FacilityId; day: string | null } | null>(null);
let handle = $state.raw<MapHandle | null>(null);

/** How Review is being used; the address holds it, so that a link reopens it. */
export const reviewUi = {
  get view() {
    return view;
  },
  get group() {
    return group;
  },
  get town() {
    return town;
  },
  get row() {
    return row;
  },
  /** The figure whose explanation is open. */
  get figure() {
    return figure;
  },
  /** Site whose past reports are open, and the day of the one that is read. */
  get past() {
    return past;
  },
  lookBack(next: typeof past) {
    past = next;
  },
  get handle() {
    return handle;
  },
  show(next: ReviewView) {
    if (next !== view) row = null;
    view = next;
    figure = null;
  },
  showGroup(next: GroupTab) {
    group = next;
  },
  showTown(next: string) {
    town = next;
  },
  choose(key: string | null) {
    row = key;
  },
  explain(next: FigureRef | null) {
    figure = next;
  },
  setHandle(next: MapHandle | null) {
    handle = next;
  },
  read(params: URLSearchParams) {
    const known = <V extends string>(values: readonly V[], text: string | null, other: V) =>
      values.find((value) => value === text) ?? other;
    view = known(VIEWS, params.get('view'), 'gaps');
    group = known(GROUPS, params.get('group'), 'all');
    town = params.get('town') ?? 'all';
    row = params.get('row');
    figure = parseFigure(params.get('figure'));
    const site = params.get('reports');
    past = site === null ? null : { site: site as FacilityId, day: params.get('day') };
  },
  /** `base` with this use of the screen put in. */
  write: (base: string): string =>
    writeParams(base, {
      view: view === 'gaps' ? null : view,
      group: group === 'all' ? null : group,
      town: town === 'all' ? null : town,
      row,
      figure: figure && figureText(figure),
      reports: past?.site ?? null,
      day: past?.day ?? null
    })
};
