import type { VillageId } from '$core/model/ids';
import type { FigureRef } from '$core/model/results';
import type { SolvedReserve } from '$lib/commands/plan-reserve';
import type { MapHandle, MapRoute, MapSurface, OptionalLayer, Position } from '$lib/map';
import type { Selection } from '$lib/state/selection.svelte';

export const TOOLS = ['select', 'close-road', 'slow-road', 'facility', 'base'] as const;
export type Tool = (typeof TOOLS)[number];
/** What the drawer shows when it is asked for, before what is chosen on the map. */
export type Panel = 'layers' | 'reserve' | 'overview' | 'travel' | 'needs-roads';

/** Most metres between a click on a road and the road. */
export const ROAD_REACH_METRES = 60;

let tool = $state<Tool>('select');
let adding = $state(false);
let placing = $state.raw<VillageId | null>(null);
let real = $state(false);
let panel = $state<Panel | null>('overview');
let table = $state(false);
let figure = $state.raw<FigureRef | null>(null);
let hidden = $state.raw<readonly OptionalLayer[]>([]);
let catchments = $state(false);
let surfaceWanted = $state(false);
let surface = $state.raw<MapSurface | null>(null);
let reserve = $state.raw<SolvedReserve | null>(null);
const reserveOutdated = $derived(reserve?.outdated() ?? false);
let routes = $state.raw<readonly MapRoute[]>([]);
let newPlace = $state.raw<{ lon: number; lat: number } | null>(null);
let handle = $state.raw<MapHandle | null>(null);

/** How this screen is being used: tool in hand, panel open, figure asked about. Forgotten when the screen is left. */
export const planUi = {
  get tool() {
    return tool;
  },
  take(next: Tool) {
    tool = next;
    adding = false;
    placing = null;
    newPlace = null;
  },
  /** The next click on the map places a new facility. */
  get adding() {
    return adding;
  },
  startAdding() {
    tool = 'facility';
    adding = true;
    placing = null;
    newPlace = null;
  },
  /** Village that the next click on the map places. */
  get placing() {
    return placing;
  },
  startPlacing(id: VillageId | null) {
    tool = 'select';
    adding = false;
    placing = id;
  },
  get newPlace() {
    return newPlace;
  },
  setNewPlace(place: { lon: number; lat: number } | null) {
    newPlace = place;
    adding = false;
  },
  /** Whether closures are saved at once for all desks. */
  get real() {
    return real;
  },
  setReal(next: boolean) {
    real = next;
  },
  get panel() {
    return panel;
  },
  show(next: Panel | null) {
    panel = next;
    figure = null;
  },
  get table() {
    return table;
  },
  showTable(next: boolean) {
    table = next;
  },
  get figure() {
    return figure;
  },
  explain(next: FigureRef | null) {
    figure = next;
  },
  get hidden() {
    return hidden;
  },
  toggleLayer(layer: OptionalLayer) {
    hidden = hidden.includes(layer) ? hidden.filter((other) => other !== layer) : [...hidden, layer];
  },
  get catchments() {
    return catchments;
  },
  toggleCatchments() {
    catchments = !catchments;
  },
  /** Whether times are shown over all land, and these times once they are counted. */
  get surfaceWanted() {
    return surfaceWanted;
  },
  get surface() {
    return surface;
  },
  toggleSurface() {
    surfaceWanted = !surfaceWanted;
    surface = null;
  },
  setSurface(next: MapSurface | null) {
    surface = surfaceWanted ? next : null;
  },
  get reserve() {
    return reserve;
  },
  /** The facts, the trial or the settings have changed since it was solved. */
  get reserveOutdated() {
    return reserveOutdated;
  },
  setReserve(next: SolvedReserve | null) {
    reserve = next;
  },
  /** Ways drawn for what the drawer shows. */
  get routes() {
    return routes;
  },
  setRoutes(next: readonly MapRoute[]) {
    routes = next;
  },
  get handle() {
    return handle;
  },
  setHandle(next: MapHandle | null) {
    handle = next;
  },
  /** Moves the map only when some of the places lie outside what is seen. */
  bringIntoView(places: readonly Position[]) {
    if (!handle || places.length === 0) return;
    const [west, south, east, north] = handle.viewBounds();
    const outside = places.some(([lon, lat]) => lon < west || lon > east || lat < south || lat > north);
    if (outside) handle.fit(places);
  },
  /** The drawer turns to what was just chosen. */
  turnTo(next: Selection | null) {
    figure = null;
    if (next) panel = null;
  },
  forget() {
    tool = 'select';
    adding = false;
    placing = null;
    real = false;
    panel = 'overview';
    table = false;
    figure = null;
    surfaceWanted = false;
    surface = null;
    reserve = null;
    routes = [];
    newPlace = null;
  }
};
