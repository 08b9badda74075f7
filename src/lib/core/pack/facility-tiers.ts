import type { FacilityTier } from '../model/records';
import { FACILITY_TIERS } from '../model/records';
import { plainName } from './names';

/**
 * Tier values lists use. 1–4 are those of the WHO/KEMRI-Wellcome list: health post, health centre, provincial and
 * central hospital (Maina et al. 2019), read as the tiers of the county's documents.
 */
const TIER_VALUES: Record<string, FacilityTier> = {
  '1': 'village-clinic',
  '2': 'township-hospital',
  '3': 'sub-designated',
  '4': 'designated',
  村卫生室: 'village-clinic',
  卫生室: 'village-clinic',
  乡镇卫生院: 'township-hospital',
  镇卫生院: 'township-hospital',
  卫生院: 'township-hospital',
  社区卫生服务中心: 'township-hospital',
  亚定点医院: 'sub-designated',
  定点医院: 'designated'
};

/** The tier a value means; null when it is none we know. */
export function parseTier(value: string): FacilityTier | null {
  const plain = plainName(value);
  return FACILITY_TIERS.find((tier) => plainName(tier) === plain) ?? TIER_VALUES[value.trim()] ?? null;
}

/** Words that say what kind of house it is, not which: taken off a name to get the place's. */
const KIND_WORDS =
  /\s*[-–,]?\s*(postes? de sant[ée]|centre de sant[ée]|centre m[ée]dico[- ](chirurgical|urbain)|centre hospitalier (r[ée]gional|national)|dispensaire|health (centre|center|post)|(general |district |county )?hospital|clinic)\s*$/iu;

/** `Foumbouni Centre de Santé` → `Foumbouni`; a name with nothing else in it stays whole. */
export function placeNameOfFacility(name: string): string {
  return (
    name
      .replace(KIND_WORDS, '')
      .replace(/(镇|乡)?(中心)?(卫生院|卫生室|医院)$/u, '')
      .trim() || name
  );
}
