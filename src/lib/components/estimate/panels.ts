/** What only areas without roads show; fetched with the first of it. */
export { default as EstimatedMark } from './EstimatedMark.svelte';
export { default as EstimatedOverview } from './EstimatedOverview.svelte';
export { default as EstimatedTable } from './EstimatedTable.svelte';
export { default as EstimatedTownship } from './EstimatedTownship.svelte';
export { default as EstimatedVillage } from './EstimatedVillage.svelte';
export { default as EstimateWall } from './EstimateWall.svelte';
export { default as EstimateLegend } from './EstimateLegend.svelte';
export { default as NeedsRoads } from './NeedsRoads.svelte';
export { default as NeedsRoadsNote } from './NeedsRoadsNote.svelte';
