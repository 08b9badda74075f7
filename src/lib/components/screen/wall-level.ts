import type { CareLevel } from '$core/model/situation';
import { area } from '$lib/state/area.svelte';
import { situation } from '$lib/state/situation.svelte';

/** Whose minutes the wall shows: severe care; the township seat where no site of care is on record yet. */
export const wallLevel = (): CareLevel => (area.estimated && situation.real?.facilities.size === 0 ? 'seat' : 'severe');
