import type { Village } from '$core/model/records';
import type { VillageResult } from '$core/model/results';

export interface VillageRow {
  village: Village;
  result: VillageResult;
}
