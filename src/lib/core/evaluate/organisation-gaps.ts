import type { Organisation } from '../duty/assess-organisation';
import type { DutyCover } from '../duty/duty-cover';
import type { PostState } from '../duty/judge-posts';
import type { PostKind } from '../model/records';
import { residentsKnown } from '../model/residents';
import type { Gap, Severity } from '../model/results';
import { numberRule, ruleRef, type RuleCode } from '../rules/rule-pack';
import { nameParams, type DatedDerived } from './derived';
import { atFacility, atTownship, atUnit, atVillage } from './gap-place';

const HOUR_MS = 3_600_000;
const SOON_MS = 24 * HOUR_MS;

/** The item that wants a post of a kind. */
export function postRule(kind: PostKind): RuleCode {
  return kind === 'grid' ? 'grid-staffed' : kind === 'responsible' ? 'responsible-person' : 'liaison-posts';
}

/**
 * Posts, duty, zones, supply, links and medicine points. A county that keeps no posts or no zones at all has one gap for
 * that, not one for each; a person who is shown one township is told of that township alone.
 */
export function organisationGaps(derived: DatedDerived): Gap[] {
  const { organisation, settings } = derived;
  const all = [
    ...postGaps(derived),
    ...organisation.duty.flatMap((cover) => dutyGap(derived, cover)),
    ...zoneGaps(derived),
    ...supplyGaps(derived),
    ...linkGaps(derived),
    ...medicinePointGaps(derived)
  ];
  return settings.unit === undefined ? all : all.filter(({ unit }) => unit === settings.unit);
}

function postGaps(derived: DatedDerived): Gap[] {
  const { situation, organisation, settings, pack } = derived;
  const { posts } = organisation;
  if (posts.length > 0 && posts.every(({ lack }) => lack === 'record'))
    return [
      {
        id: 'gap-posts-none',
        group: 'organisation',
        kind: 'gap-posts-none',
        ...atUnit(situation, settings.unit ?? 'county'),
        severity: 'medium',
        have: 0,
        need: posts.length,
        shortBy: posts.length,
        persons: null,
        rule: ruleRef(pack, 'liaison-posts'),
        figure: { kind: 'posts' }
      }
    ];
  return posts
    .filter(({ lack }) => lack !== null)
    .map(({ id, kind, unit, facilityId }: PostState): Gap => {
      const facility = facilityId === null ? undefined : situation.facilities.get(facilityId);
      const rule = postRule(kind);
      return {
        id: `gap-post/${id}`,
        group: 'organisation',
        kind: `gap-post-${kind}`,
        ...(facility ? { ...atFacility(facility), unit } : atUnit(situation, unit)),
        severity: rule === 'liaison-posts' ? 'medium' : 'low',
        have: false,
        need: true,
        shortBy: 1,
        persons: null,
        rule: ruleRef(pack, rule),
        figure: { kind: 'post', postId: id }
      };
    });
}

/** `have`: hours without anybody on duty, of which none are allowed. */
function dutyGap({ situation, pack }: DatedDerived, cover: DutyCover): Gap[] {
  const { unit, uncovered, uncoveredMs } = cover;
  if (uncovered.length === 0) return [];
  const have = uncoveredMs / HOUR_MS;
  return [
    {
      id: `gap-duty-uncovered/${unit}`,
      group: 'organisation',
      kind: 'gap-duty-uncovered',
      ...atUnit(situation, unit),
      severity: dutySeverity(cover),
      have,
      need: 0,
      shortBy: have,
      persons: null,
      rule: ruleRef(pack, 'duty-horizon-days'),
      figure: { kind: 'duty', unit }
    }
  ];
}

function dutySeverity({ window, uncovered, kept }: DutyCover): Severity {
  const [{ from }] = uncovered;
  if (!kept) return 'medium';
  if (from === window.from) return 'high';
  return from < window.from + SOON_MS ? 'medium' : 'low';
}

function zoneGaps(derived: DatedDerived): Gap[] {
  const { situation, organisation, settings, pack } = derived;
  const { zones, missing, double } = organisation.zones;
  const common = {
    group: 'organisation',
    severity: 'low',
    persons: null,
    rule: ruleRef(pack, 'zone-for-each-township')
  } as const;
  const persons = (townshipId: string) =>
    [...situation.villages.values()].reduce(
      (sum, village) => sum + (village.townshipId === townshipId ? village.residents : 0),
      0
    );
  const place = atUnit(situation, settings.unit ?? 'county');
  if (zones.length === 0 && missing.length > 0) {
    const [id, kind] = ['gap-zones-none', 'gap-zones-none'];
    const need = missing.length;
    return [{ ...common, id, kind, ...place, have: 0, need, shortBy: need, figure: { kind: 'zones' } }];
  }
  const township = (townshipId: (typeof missing)[number], kind: string, have: number): Gap => ({
    ...common,
    id: `${kind}/${townshipId}`,
    kind,
    ...atTownship(situation, townshipId),
    have,
    need: 1,
    shortBy: Math.abs(1 - have),
    persons: persons(townshipId),
    figure: { kind: 'zone', townshipId }
  });
  return [
    ...missing.map((townshipId) => township(townshipId, 'gap-zone-missing', 0)),
    ...double.map(({ townshipId, zoneIds }) => township(townshipId, 'gap-zone-double', zoneIds.length)),
    ...zones
      .filter(({ facilityId }) => facilityId === null)
      .map(({ zoneId, persons: served }): Gap => {
        const params = nameParams('place', situation.zones.get(zoneId)?.names, zoneId);
        return {
          ...common,
          id: `gap-zone-hospital/${zoneId}`,
          kind: 'gap-zone-hospital',
          ...atUnit(situation, 'county'),
          params,
          have: false,
          need: true,
          shortBy: 1,
          persons: served,
          figure: { kind: 'zone-hospital', zoneId }
        };
      })
  ];
}

function supplyGaps({ situation, organisation, pack }: DatedDerived): Gap[] {
  return organisation.supply.flatMap(({ kind, have, need }): Gap[] => {
    if (kind === 'pharmacy' || have >= need) return [];
    return [
      {
        id: `gap-supply-${kind}`,
        group: 'organisation',
        kind: `gap-supply-${kind}`,
        ...atUnit(situation, 'county'),
        severity: 'medium',
        have,
        need,
        shortBy: need - have,
        persons: null,
        rule: ruleRef(pack, kind === 'supplier' ? 'suppliers-min' : 'goods-on-hand-only'),
        figure: { kind: 'supply', supply: kind }
      }
    ];
  });
}

function linkGaps({ situation, organisation, pack }: DatedDerived): Gap[] {
  return organisation.unlinked.flatMap(({ facilityId, link }): Gap[] => {
    const facility = situation.facilities.get(facilityId);
    if (!facility) return [];
    return [
      {
        id: `gap-link-${link}/${facilityId}`,
        group: 'organisation',
        kind: `gap-link-${link}`,
        ...atFacility(facility),
        severity: 'low',
        have: false,
        need: true,
        shortBy: 1,
        persons: null,
        rule: ruleRef(pack, link === 'alliance' ? 'alliance-support' : 'three-levels-linked'),
        figure: { kind: 'site-link', facilityId, link }
      }
    ];
  });
}

function medicinePointGaps({ situation, organisation, pack }: DatedDerived): Gap[] {
  const limit = numberRule(pack, 'medicine-point-minutes');
  return organisation.farFromMedicine.flatMap(({ villageId, ms }: Organisation['farFromMedicine'][number]): Gap[] => {
    const village = situation.villages.get(villageId);
    if (!village) return [];
    const minutes = ms === null ? null : ms / 60_000;
    return [
      {
        id: `gap-medicine-point/${villageId}`,
        group: 'access',
        kind: 'gap-medicine-point',
        ...atVillage(village),
        severity: 'low',
        have: minutes ?? false,
        need: minutes === null ? true : limit,
        shortBy: minutes === null ? 1 : minutes - limit,
        persons: residentsKnown(village) ? village.residents : null,
        rule: ruleRef(pack, 'medicine-point-minutes'),
        figure: { kind: 'medicine-point', villageId }
      }
    ];
  });
}
