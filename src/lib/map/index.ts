export { default as MapView } from './MapView.svelte';
export type { MapHandle, TourStop } from './create-map';
export * from './model';
export { UNREACHED } from '../core/grid/land';
export { classOf, deltaMinutes, isChanged, isFar, NOT_ASSESSED, rampStep, UNREACHABLE } from './classes';
export type { MinuteClass } from './classes';
export { packOf } from './pack';
export {
  mapClosures,
  mapFacilities,
  mapSeats,
  mapShortages,
  mapSuppliers,
  mapVehicles,
  mapVillages,
  villageMarks
} from './from-records';
export { default as AreaLocator } from './view/AreaLocator.svelte';
export { default as MapAttribution } from './view/MapAttribution.svelte';
export { default as MapButtons } from './view/MapButtons.svelte';
export { default as MinutesLegend } from './view/MinutesLegend.svelte';
export { default as ScaleBar } from './view/ScaleBar.svelte';
export { default as SupplierSymbol } from './view/SupplierSymbol.svelte';
export { default as SymbolKey } from './view/SymbolKey.svelte';
