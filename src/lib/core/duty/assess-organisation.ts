import type { AnalysisSettings, Situation } from '../model/situation';
import type { RulePack } from '../rules/rule-pack';
import { checkZones, type ZoneTable, type ZoneTravel } from './check-zones';
import { countSupply, type SupplyCount } from './count-supply';
import { dutyCover, type DutyCover } from './duty-cover';
import { judgePosts, type PostState } from './judge-posts';
import type { FarFromMedicine } from './medicine-points';
import { unlinkedSites, type UnlinkedSite } from './unlinked-sites';

/** Who answers for what: posts, duty, zones, supply and links of the county, each with what it lacks. */
export interface Organisation {
  posts: PostState[];
  duty: DutyCover[];
  zones: ZoneTable;
  supply: SupplyCount[];
  unlinked: UnlinkedSite[];
  farFromMedicine: FarFromMedicine[];
}

export interface OrganisationInput {
  situation: Situation;
  settings: Pick<AnalysisSettings, 'now' | 'unit'>;
  pack: RulePack;
  travel: ZoneTravel;
  farFromMedicine: FarFromMedicine[];
}

/**
 * The whole county is judged, for posts, duty and zones of one township rest on the county's records; what is told of
 * lacks is narrowed to `settings.unit` where there is one.
 */
export function assessOrganisation(input: OrganisationInput): Organisation {
  const { situation, settings, pack, travel } = input;
  const { now, unit } = settings;
  const own = (each: string) => unit === undefined || each === unit;
  const { zones, missing, double } = checkZones(situation, travel);
  return {
    posts: judgePosts(situation).filter((post) => own(post.unit)),
    duty: dutyCover(situation, { pack, now }).filter((cover) => own(cover.unit)),
    zones: { zones, missing: missing.filter(own), double: double.filter(({ townshipId }) => own(townshipId)) },
    supply: countSupply(situation, pack),
    unlinked: unlinkedSites(situation).filter(({ facilityId }) =>
      own(situation.facilities.get(facilityId)?.unit ?? '')
    ),
    farFromMedicine: input.farFromMedicine
  };
}
