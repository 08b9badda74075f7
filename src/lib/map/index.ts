export { default as MapView } from './MapView.svelte';
export type { MapHandle, TourStop } from './create-map';
export * from './model';
export { classOf, deltaMinutes, isChanged, isFar, NOT_ASSESSED, rampStep, UNREACHABLE } from './classes';
export type { MinuteClass } from './classes';
