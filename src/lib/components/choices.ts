import type { Season, VehicleClass } from '$core/model/records';
import type { CareLevel } from '$core/model/situation';

export const SEASON_CHOICES: readonly Season[] = ['dry', 'wet', 'snow'];
export const VEHICLE_CHOICES: readonly VehicleClass[] = ['ambulance', 'ordinary', 'motorcycle', 'walking'];
export const CARE_CHOICES: readonly CareLevel[] = ['any', 'township', 'sub-designated', 'severe'];
