/** Branded identifiers: a village id never passes for a facility id. All are stable text keys taken from the source. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

export type VillageId = Brand<string, 'VillageId'>;
export type FacilityId = Brand<string, 'FacilityId'>;
export type TownshipId = Brand<string, 'TownshipId'>;
export type AllianceId = Brand<string, 'AllianceId'>;
export type VehicleId = Brand<string, 'VehicleId'>;
export type MedicineId = Brand<string, 'MedicineId'>;

/** Index of a segment between two neighbouring OSM nodes of one way; arc `2·edge` runs from→to, `2·edge+1` back. */
export type EdgeId = Brand<number, 'EdgeId'>;
