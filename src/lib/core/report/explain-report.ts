import { assessEquipment, type EquipmentFinding, type EquipmentRule } from '../equipment/assess-equipment';
import { assessMedicines } from '../medicine/assess-medicines';
import type { FacilityId, VillageId } from '../model/ids';
import type { PeopleCount, RulePackRecord, Stock } from '../model/records';
import type { MedicineAssessment, Phrase } from '../model/results';
import type { Situation } from '../model/situation';
import { unknownAfter } from '../model/unknown-fields';
import { contactsOf } from '../people/count-freshness';
import { unenteredCounts } from '../people/known-count';
import { DEFAULT_RULE_PACK, readRulePack, type RulePack } from '../rules/rule-pack';
import type { ReportField, ReportRow } from './daily-report';
import { cutOffOf } from './local-time';

export interface ReportExplanation {
  facilityId: FacilityId;
  reportedOn: string;
  /** Rules of the day; null where they can no longer be found, and then nothing is judged. */
  pack: RulePack | null;
  /** Cut-off of its day (epoch ms), and whether it came after that; null without rules. */
  due: { at: number; late: boolean } | null;
  /** The site's medicines as they stood on the day, one row each. */
  assessments: MedicineAssessment[];
  /** What it told of its equipment, against the rules of the day. */
  equipment: EquipmentFinding[];
  /** Contacts of the week in villages whose labels and contacts it told. */
  contacts: { villageId: VillageId; due: number; done: number }[];
  leftOut: Phrase[];
}

/**
 * An old report judged by the rules of its own day: stock and counts as it told them, expiry by its day, thresholds of
 * the rule pack that was in force. A hospital's clinics count with what they reported on that day; one that did not is
 * silent, not empty. Residents, sites and roads are today's, for no record of theirs is kept.
 *
 * @param input.sameDay Rows of `reports` of that day, the site's clinics among them.
 * @param input.servedBy Lowest open site of each village, as the medicines are assessed with today.
 * @param input.remoteVillages Those that the roads of today make remote by the limits of a pack.
 */
export function explainReport(input: {
  row: ReportRow;
  sameDay: readonly ReportRow[];
  situation: Situation;
  servedBy: ReadonlyMap<VillageId, FacilityId>;
  remoteVillages: (pack: RulePack) => ReadonlySet<VillageId>;
}): ReportExplanation {
  const { row, situation, servedBy } = input;
  const { facilityId, reportedOn } = row;
  const pack = packOf(row, situation.rulePacks);
  const facility = situation.facilities.get(facilityId);
  if (!pack || !facility) {
    const missing = pack ? 'left-out-report-no-site' : 'left-out-report-no-rules';
    const leftOut = [{ code: missing, params: { version: row.rulePackVersion } }];
    const due = pack && dueOf(row, pack);
    return { facilityId, reportedOn, pack, due, assessments: [], equipment: [], contacts: [], leftOut };
  }
  const rows = [
    row,
    ...input.sameDay.filter((each) => each.facilityId !== facilityId && each.reportedOn === reportedOn)
  ];
  const members = [...situation.facilities.values()].filter(({ parentId, open }) => open && parentId === facilityId);
  const silent = members.filter(({ id }) => !rows.some((each) => each.facilityId === id)).length;
  const { content, reportedAt } = row;
  // It did report, so it was there to be judged, whatever it is today.
  const known = unknownAfter(facility.unknown ?? [], content.facility, facility);
  const site = { ...facility, ...content.facility, ...known, reportedAt, open: true };
  const then = {
    ...situation,
    facilities: new Map(situation.facilities).set(facilityId, site),
    stock: stockOf(rows),
    peopleCounts: countsOf(rows, situation.peopleCounts)
  };
  const remoteVillages = input.remoteVillages(pack);
  const assessments = assessMedicines({ situation: then, servedBy, remoteVillages, pack, today: reportedOn });
  const told = new Set(Object.keys(content.facility));
  const equipment = assessEquipment({ situation: { ...then, facilities: new Map([[facilityId, site]]) }, pack });
  const counts = [...then.peopleCounts.values()];
  return {
    facilityId,
    reportedOn,
    pack,
    due: dueOf(row, pack),
    equipment: equipment.filter(({ rule }) => TOLD_BY[rule]?.every((field) => told.has(field))),
    contacts: content.people.flatMap(({ villageId, counts: stated }) => {
      const count = counts.find((each) => each.villageId === villageId);
      const week = CONTACT_FIELDS.every((field) => stated[field] !== undefined) ? contactsOf(count, pack) : null;
      return week ? [{ villageId, ...week }] : [];
    }),
    assessments: assessments.filter((each) => each.facilityId === facilityId),
    leftOut: [
      { code: 'left-out-report-present-facts' },
      ...(silent > 0 ? [{ code: 'left-out-silent-members', params: { count: silent } }] : [])
    ]
  };
}

/** Fields of a report on which a rule rests; a rule that rests on what no report tells is not judged. */
const TOLD_BY: { [R in EquipmentRule]?: readonly ReportField[] } = {
  oximeters: ['oximeters'],
  dr: ['drUnits'],
  'fever-open': ['feverOpen'],
  'open-24h': ['open24h'],
  'staff-baseline': ['staffNow'],
  'icu-surge': ['icuBeds', 'convertibleIcuBeds', 'convertHours']
};
const CONTACT_FIELDS = ['yellow', 'red', 'contactsDone'] as const;

/** Cut-off of a report's day, and whether it came at that moment or after. */
export function dueOf(
  { reportedOn, reportedAt }: Pick<ReportRow, 'reportedOn' | 'reportedAt'>,
  pack: RulePack
): NonNullable<ReportExplanation['due']> {
  const at = cutOffOf(reportedOn, pack);
  return { at, late: Date.parse(reportedAt) >= at };
}

/** The pack a report was judged by: its record where that still says the same version, else any of that version. */
export function packOf(
  { rulePackId, rulePackVersion }: Pick<ReportRow, 'rulePackId' | 'rulePackVersion'>,
  records: ReadonlyMap<string, RulePackRecord>
): RulePack | null {
  const own = records.get(rulePackId);
  const candidates = [...(own ? [own] : []), ...records.values()].map(readRulePack);
  return [...candidates, DEFAULT_RULE_PACK].find((each) => each?.version === rulePackVersion) ?? null;
}

const RECORD = { unit: 'county' as const, origin: 'hand' as const, editedFields: [], version: 1 };

function stockOf(rows: readonly ReportRow[]): Map<string, Stock> {
  const records = rows.flatMap(({ facilityId, reportedAt, content }) =>
    content.stock.map(({ medicineId, lots, onOrderDoses }): Stock => ({
      ...RECORD,
      id: `${facilityId}/${medicineId}`,
      facilityId,
      medicineId,
      lots,
      onOrderDoses,
      meanDailyUse: content.use.find((each) => each.medicineId === medicineId)?.after ?? null,
      countedAt: reportedAt
    }))
  );
  return new Map(records.map((each) => [each.id, each]));
}

/** Today's counts under those of the day; a count that the day withholds from this reader is withheld. */
function countsOf(rows: readonly ReportRow[], now: Situation['peopleCounts']): Map<string, PeopleCount> {
  const counts = new Map(now);
  for (const { reportedOn, content } of rows)
    for (const { villageId, counts: stated, masked = [] } of content.people) {
      const held = [...counts.values()].find((each) => each.villageId === villageId);
      if (!held) continue;
      const withheld = [...held.masked.filter((field) => stated[field] === undefined), ...masked];
      const blank = Object.fromEntries(masked.map((field) => [field, 0]));
      const unknown = unknownAfter(unenteredCounts(held), { ...stated, ...blank }, held);
      const day = { countedOn: reportedOn, masked: [...new Set(withheld)], ...unknown };
      counts.set(held.id, { ...held, ...stated, ...blank, ...day });
    }
  return counts;
}
