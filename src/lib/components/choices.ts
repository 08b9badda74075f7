import type { Season, VehicleClass } from '$core/model/records';
import type { CareLevel } from '$core/model/situation';

export const SEASON_CHOICES: readonly Season[] = ['dry', 'wet', 'snow'];
export const VEHICLE_CHOICES: readonly VehicleClass[] = ['ambulance', 'ordinary', 'motorcycle', 'walking'];
/** Where care is sought over roads; `seat` is added where times are estimated. */
export const CARE_CHOICES: readonly CareLevel[] = ['any', 'township', 'sub-designated', 'severe'];

/** The choices for an area of estimated times. */
export const ESTIMATED_CARE_CHOICES: readonly CareLevel[] = ['seat', ...CARE_CHOICES];
