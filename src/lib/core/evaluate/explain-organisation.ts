import { isPlacedPharmacy } from '../duty/medicine-points';
import type { PostState } from '../duty/judge-posts';
import type { Post } from '../model/records';
import type { Explanation, Phrase } from '../model/results';
import { localMinute } from '../report/local-time';
import { numberRule, ruleWords } from '../rules/rule-pack';
import { NAMED_PLACES } from './counted-villages';
import type { ExplainInput } from './explain';
import { computed, fromRecord, held, named, value, type ExplanationInput, type Figure } from './explain-parts';
import { travelInputs } from './explain-sources';
import { postRule } from './organisation-gaps';

const HOUR_MS = 3_600_000;

type Params = NonNullable<Phrase['params']>;

/** What a unit is called in a wording: the county, whose name the interface knows, or a township. */
function unitParams({ situation }: Pick<ExplainInput, 'situation'>, unit: string): Params {
  if (unit === 'county') return { county: 'yes', placeEn: '', placeZh: '' };
  return { county: 'no', ...named(situation.townships.get(unit)?.names, unit) };
}

function titleOf(input: Pick<ExplainInput, 'situation'>, { kind, unit, facilityId }: PostState): Phrase {
  const facility = facilityId === null ? undefined : input.situation.facilities.get(facilityId);
  const params = facility ? { county: 'no', ...named(facility.names, facility.id) } : unitParams(input, unit);
  return { code: `title-post-${kind}`, params };
}

function text(written: string): Phrase {
  return written.trim() === '' ? { code: 'value-none' } : { code: 'value-text', params: { text: written } };
}

const lackCode = ({ lack }: PostState) => `result-post-${lack ?? 'held'}`;

/** One post: who holds it, and how that person is called. @throws RangeError when there is no such post. */
export function explainPost(input: ExplainInput, figure: Figure<'post'>): Explanation {
  const { situation, results, pack } = input;
  const state = results.organisation.posts.find(({ id }) => id === figure.postId);
  if (!state) throw new RangeError(`No post "${figure.postId}".`);
  const post = situation.posts.get(state.id);
  const field = (name: 'person' | 'telephone' | 'deputy' | 'deputyTelephone', record: Post): ExplanationInput =>
    fromRecord(record, name, { label: { code: `input-post-${name}` }, value: text(record[name]) });
  return {
    figure,
    title: titleOf(input, state),
    formula: { code: 'formula-post' },
    result: { code: lackCode(state) },
    inputs: post
      ? [field('person', post), field('telephone', post), field('deputy', post), field('deputyTelephone', post)]
      : [],
    leftOut: state.lack !== null && post && post.deputy.trim() !== '' ? [{ code: 'left-out-deputy' }] : [],
    rule: ruleWords(pack, postRule(state.kind))
  };
}

/** All posts: those held of those wanted or on record, the empty ones by name. */
export function explainPosts(input: ExplainInput, figure: Figure<'posts'>): Explanation {
  const { results, pack } = input;
  const { posts } = results.organisation;
  const empty = posts.filter(({ lack }) => lack !== null);
  return {
    figure,
    title: { code: 'title-posts' },
    formula: { code: 'formula-posts' },
    result: { code: 'result-of', params: { value: posts.length - empty.length, total: posts.length } },
    inputs: [computed('input-posts-empty', value('count', empty.length))],
    leftOut: [],
    counted: {
      kind: 'post',
      places: empty
        .slice(0, NAMED_PLACES)
        .map((state) => ({ id: state.id, name: titleOf(input, state), value: { code: lackCode(state) } })),
      more: Math.max(0, empty.length - NAMED_PLACES)
    },
    rule: ruleWords(pack, 'liaison-posts')
  };
}

/** Hours without anybody on duty, stretch by stretch on the county's clocks. @throws RangeError for a unit without duty. */
export function explainDuty(input: ExplainInput, figure: Figure<'duty'>): Explanation {
  const { situation, results, pack } = input;
  const cover = results.organisation.duty.find(({ unit }) => unit === figure.unit);
  if (!cover) throw new RangeError(`No duty of "${figure.unit}".`);
  const { window, uncovered, uncoveredMs } = cover;
  const shifts = [...situation.dutyShifts.values()].filter(
    ({ unit, startsAt, endsAt }) =>
      unit === cover.unit && Date.parse(startsAt) < window.until && Date.parse(endsAt) > window.from
  );
  const clock = (at: number) => localMinute(at, pack);
  return {
    figure,
    title: { code: 'title-duty', params: unitParams(input, figure.unit) },
    formula: { code: 'formula-duty', params: { from: clock(window.from), until: clock(window.until) } },
    result: value('hours', uncoveredMs / HOUR_MS),
    inputs: [
      {
        label: { code: 'input-duty-shifts' },
        value: value('count', shifts.length),
        source: 'source-roster',
        date: null,
        sample: shifts.some(({ origin }) => origin === 'sample')
      },
      ...uncovered.slice(0, NAMED_PLACES).map(({ from, until }): ExplanationInput => ({
        ...computed('input-duty-span', value('hours', (until - from) / HOUR_MS)),
        label: { code: 'input-duty-span', params: { from: clock(from), until: clock(until) } }
      })),
      ...(uncovered.length > NAMED_PLACES
        ? [computed('input-duty-more', value('count', uncovered.length - NAMED_PLACES))]
        : [])
    ],
    leftOut: [],
    rule: ruleWords(pack, 'duty-horizon-days')
  };
}

/** Zones that a township stands in. */
export function explainZone({ situation, pack }: ExplainInput, figure: Figure<'zone'>): Explanation {
  const township = held(situation.townships, figure.townshipId);
  const zones = [...situation.zones.values()].filter(({ townshipIds }) => townshipIds.includes(township.id));
  return {
    figure,
    title: { code: 'title-zone', params: named(township.names, township.id) },
    formula: { code: 'formula-zone' },
    result: value('count', zones.length),
    inputs: zones.map((zone) =>
      fromRecord(zone, 'townshipIds', {
        label: { code: 'input-zone' },
        value: { code: 'value-place', params: named(zone.names, zone.id) }
      })
    ),
    leftOut: [],
    rule: ruleWords(pack, 'zone-for-each-township')
  };
}

/** Townships in exactly one zone of all. */
export function explainZones({ situation, results, pack }: ExplainInput, figure: Figure<'zones'>): Explanation {
  const { zones, missing, double } = results.organisation.zones;
  const total = situation.townships.size;
  return {
    figure,
    title: { code: 'title-zones' },
    formula: { code: 'formula-zone' },
    result: { code: 'result-of', params: { value: total - missing.length - double.length, total } },
    inputs: [
      computed('input-zones', value('count', zones.length)),
      computed('input-zones-missing', value('townships', missing.length)),
      computed('input-zones-double', value('townships', double.length))
    ],
    leftOut: [],
    rule: ruleWords(pack, 'zone-for-each-township')
  };
}

/** The hospital that answers for a zone. @throws RangeError when there is no such zone. */
export function explainZoneHospital(
  { situation, results, pack }: ExplainInput,
  figure: Figure<'zone-hospital'>
): Explanation {
  const zone = held(situation.zones, figure.zoneId);
  const row = results.organisation.zones.zones.find(({ zoneId }) => zoneId === zone.id);
  if (!row) throw new RangeError(`No figures for zone "${zone.id}".`);
  const facility = row.facilityId === null ? undefined : situation.facilities.get(row.facilityId);
  return {
    figure,
    title: { code: 'title-zone-hospital', params: named(zone.names, zone.id) },
    formula: { code: 'formula-zone-hospital' },
    result: { code: facility ? 'value-yes' : 'value-no' },
    inputs: [
      fromRecord(zone, 'facilityId', {
        label: { code: 'input-zone-hospital' },
        value: facility ? { code: 'value-place', params: named(facility.names, facility.id) } : { code: 'value-none' }
      }),
      computed('input-villages-counted', value('villages', row.villages)),
      computed('input-residents', value('persons', row.persons))
    ],
    leftOut: [],
    rule: ruleWords(pack, 'zone-for-each-township')
  };
}

/** Enterprises, depots or pharmacies on record against the number asked for. */
export function explainSupply({ situation, results, pack }: ExplainInput, figure: Figure<'supply'>): Explanation {
  const count = results.organisation.supply.find(({ kind }) => kind === figure.supply);
  if (!count) throw new RangeError(`No supply "${figure.supply}".`);
  const own = [...situation.suppliers.values()].filter(({ kind }) => kind === figure.supply);
  return {
    figure,
    title: { code: `title-supply-${figure.supply}` },
    formula: { code: `formula-supply-${figure.supply}`, params: { need: count.need } },
    result: value('count', count.have),
    inputs: [
      ...own.slice(0, NAMED_PLACES).map((each) =>
        fromRecord(each, 'names', {
          label: { code: 'value-place', params: named(each.names, each.id) },
          value: text(each.telephone)
        })
      ),
      computed('input-need', value('count', count.need)),
      computed('input-supply-placed', value('count', count.placed))
    ],
    leftOut: [],
    rule: ruleWords(pack, figure.supply === 'supplier' ? 'suppliers-min' : 'goods-on-hand-only')
  };
}

/** What a site belongs to: an alliance, or the hospital above a clinic. */
export function explainSiteLink({ situation, pack }: ExplainInput, figure: Figure<'site-link'>): Explanation {
  const facility = held(situation.facilities, figure.facilityId);
  const byAlliance = figure.link === 'alliance';
  const id = byAlliance ? facility.allianceId : facility.parentId;
  const other = id === null ? undefined : (byAlliance ? situation.alliances : situation.facilities).get(id);
  return {
    figure,
    title: { code: `title-link-${figure.link}`, params: named(facility.names, facility.id) },
    formula: { code: `formula-link-${figure.link}` },
    result: { code: other ? 'value-yes' : 'value-no' },
    inputs: [
      fromRecord(facility, byAlliance ? 'allianceId' : 'parentId', {
        label: { code: `input-link-${figure.link}` },
        value: other ? { code: 'value-place', params: named(other.names, other.id) } : { code: 'value-none' }
      })
    ],
    leftOut: [],
    rule: ruleWords(pack, byAlliance ? 'alliance-support' : 'three-levels-linked')
  };
}

/** Way of a village to its nearest medicine point. */
export function explainMedicinePoint(input: ExplainInput, figure: Figure<'medicine-point'>): Explanation {
  const { situation, results, pack } = input;
  const village = held(situation.villages, figure.villageId);
  const result = results.villages.find(({ villageId }) => villageId === village.id);
  if (!result) throw new RangeError(`No figures for village "${village.id}".`);
  const { facilityId, ms, reason } = result.reach.any;
  const far = results.organisation.farFromMedicine.find(({ villageId }) => villageId === village.id) ?? {
    point: facilityId === null ? null : { kind: 'facility' as const, id: facilityId },
    ms,
    reason
  };
  const point = far.point && situation[far.point.kind === 'facility' ? 'facilities' : 'suppliers'].get(far.point.id);
  const unplaced = [...situation.suppliers.values()].filter(
    (each) => each.kind === 'pharmacy' && !isPlacedPharmacy(each)
  ).length;
  return {
    figure,
    title: { code: 'title-medicine-point', params: named(village.names, village.id) },
    formula: { code: 'formula-medicine-point', params: { minutes: numberRule(pack, 'medicine-point-minutes') } },
    result:
      far.ms === null ? { code: `no-way-${far.reason ?? 'unconnected-part'}` } : value('minutes', far.ms / 60_000),
    inputs: [
      computed(
        'input-medicine-point',
        point ? { code: 'value-place', params: named(point.names, point.id) } : { code: 'value-none' }
      ),
      ...travelInputs(input)
    ],
    leftOut: unplaced > 0 ? [{ code: 'left-out-unplaced-sites', params: { count: unplaced } }] : [],
    rule: ruleWords(pack, 'medicine-point-minutes')
  };
}
