/** Drawers that Plan opens with; fetched once its map stands, so that they open with the network cut too. */
export { default as AddFacilityPanel } from './AddFacilityPanel.svelte';
export { default as ExplainPanel } from './ExplainPanel.svelte';
export { default as FacilityPanel } from './FacilityPanel.svelte';
export { default as LayersPanel } from './LayersPanel.svelte';
export { default as ReservePanel } from './ReservePanel.svelte';
export { default as RoadPanel } from './RoadPanel.svelte';
export { default as SupplierPanel } from './SupplierPanel.svelte';
export { default as TownshipPanel } from './TownshipPanel.svelte';
export { default as VehiclePanel } from './VehiclePanel.svelte';
export { default as VillagePanel } from './VillagePanel.svelte';
export { default as TravelPanel } from '../travel-table/TravelPanel.svelte';
