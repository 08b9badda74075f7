import { assessMedicines } from '../medicine/assess-medicines';
import type { FacilityId, VillageId } from '../model/ids';
import type { PeopleCount, RulePackRecord, Stock } from '../model/records';
import type { MedicineAssessment, Phrase } from '../model/results';
import type { Situation } from '../model/situation';
import { DEFAULT_RULE_PACK, parseRulePack, RulePackError, type RulePack } from '../rules/rule-pack';
import type { ReportRow } from './daily-report';

export interface ReportExplanation {
  facilityId: FacilityId;
  reportedOn: string;
  /** Rules of the day; null where they can no longer be found, and then nothing is judged. */
  pack: RulePack | null;
  /** The site's medicines as they stood on the day, one row each. */
  assessments: MedicineAssessment[];
  leftOut: Phrase[];
}

/**
 * An old report judged by the rules of its own day: stock and counts as it told them, expiry by its day, thresholds of
 * the rule pack that was in force. A hospital's clinics count with what they reported on that day; one that did not is
 * silent, not empty. Residents, sites and roads are today's, for no record of theirs is kept.
 *
 * @param input.sameDay Rows of `reports` of that day, the site's clinics among them.
 * @param input.servedBy Lowest open site of each village, as the medicines are assessed with today.
 */
export function explainReport(input: {
  row: ReportRow;
  sameDay: readonly ReportRow[];
  situation: Situation;
  servedBy: ReadonlyMap<VillageId, FacilityId>;
  remoteVillages: ReadonlySet<VillageId>;
}): ReportExplanation {
  const { row, situation, servedBy, remoteVillages } = input;
  const { facilityId, reportedOn } = row;
  const pack = packOf(row, situation.rulePacks);
  const facility = situation.facilities.get(facilityId);
  if (!pack || !facility) {
    const missing = pack ? 'left-out-report-no-site' : 'left-out-report-no-rules';
    const leftOut = [{ code: missing, params: { version: row.rulePackVersion } }];
    return { facilityId, reportedOn, pack, assessments: [], leftOut };
  }
  const rows = [
    row,
    ...input.sameDay.filter((each) => each.facilityId !== facilityId && each.reportedOn === reportedOn)
  ];
  const members = [...situation.facilities.values()].filter(({ parentId, open }) => open && parentId === facilityId);
  const silent = members.filter(({ id }) => !rows.some((each) => each.facilityId === id)).length;
  const assessments = assessMedicines({
    situation: {
      ...situation,
      // It did report, so it was there to be judged, whatever it is today.
      facilities: new Map(situation.facilities).set(facilityId, { ...facility, open: true }),
      stock: stockOf(rows),
      peopleCounts: countsOf(rows, situation.peopleCounts)
    },
    servedBy,
    remoteVillages,
    pack,
    today: reportedOn
  });
  return {
    facilityId,
    reportedOn,
    pack,
    assessments: assessments.filter((each) => each.facilityId === facilityId),
    leftOut: [
      { code: 'left-out-report-present-facts' },
      ...(silent > 0 ? [{ code: 'left-out-silent-members', params: { count: silent } }] : [])
    ]
  };
}

/** The pack a report was judged by: its record where that still says the same version, else any of that version. */
function packOf(
  { rulePackId, rulePackVersion }: ReportRow,
  records: ReadonlyMap<string, RulePackRecord>
): RulePack | null {
  const own = records.get(rulePackId);
  const candidates = [...(own ? [own] : []), ...records.values()].map(({ content }) => read(content));
  return [...candidates, DEFAULT_RULE_PACK].find((each) => each?.version === rulePackVersion) ?? null;
}

function read(content: unknown): RulePack | null {
  try {
    return parseRulePack(content);
  } catch (error) {
    if (error instanceof RulePackError) return null;
    throw error;
  }
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
      counts.set(held.id, { ...held, ...stated, ...blank, countedOn: reportedOn, masked: [...new Set(withheld)] });
    }
  return counts;
}
