import * as v from 'valibot';
import type { FacilityId } from '../core/model/ids';
import type { KeptReport, ReportRow } from '../core/report/daily-report';
import { asTrouble, type Client } from './client';

const PAGE_SIZE = 60;
/** Sites named in one filter. */
const SITES_ASKED = 40;

const headSchema = v.object({
  unit: v.string(),
  facilityId: v.string(),
  reportedOn: v.string(),
  reportedAt: v.string(),
  reportedBy: v.string(),
  noChange: v.boolean(),
  sent: v.number(),
  rulePackId: v.string(),
  rulePackVersion: v.string()
});
const HEAD_FIELDS = Object.keys(headSchema.entries).join(',');

const list = v.array(v.looseObject({}));
const contentSchema = v.looseObject({
  facility: v.looseObject({}),
  stock: list,
  people: list,
  vehicles: list,
  use: list
});

/** A kept report without what it stated. */
export type ReportHead = Omit<ReportRow, 'content'>;

/**
 * A site's reports, the latest first, in pages.
 *
 * @param before ISO date: only earlier days.
 * @throws Trouble `network`, `not-allowed`.
 */
export async function fetchReports(
  client: Client,
  areaId: string,
  facilityId: string,
  before: string | null
): Promise<{ heads: ReportHead[]; more: boolean }> {
  const earlier = before === null ? '' : ' && reportedOn < {:before}';
  const filter = client.filter(`area = {:areaId} && facilityId = {:facilityId}${earlier}`, {
    areaId,
    facilityId,
    before
  });
  try {
    const options = { filter, sort: '-reportedOn', fields: HEAD_FIELDS, skipTotal: true };
    const { items } = await client.collection('reports').getList(1, PAGE_SIZE, options);
    const heads = v.parse(v.array(headSchema), items) as ReportHead[];
    return { heads, more: heads.length === PAGE_SIZE };
  } catch (error) {
    throw asTrouble(error);
  }
}

/**
 * Reports of one day by these sites, as this sign-in may read them; one whose content cannot be read is left out.
 *
 * @throws Trouble `network`, `not-allowed`.
 */
export async function fetchDay(
  client: Client,
  areaId: string,
  day: string,
  facilityIds: readonly FacilityId[]
): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  try {
    for (let at = 0; at < facilityIds.length; at += SITES_ASKED) {
      const asked = facilityIds.slice(at, at + SITES_ASKED);
      const sites = asked.map((id) => client.filter('facilityId = {:id}', { id })).join(' || ');
      const filter = `${client.filter('area = {:areaId} && reportedOn = {:day}', { areaId, day })} && (${sites})`;
      const { items } = await client.collection('reports').getList(1, SITES_ASKED, { filter, skipTotal: true });
      for (const item of items) {
        const head = v.parse(headSchema, item) as ReportHead;
        const content = v.safeParse(contentSchema, item.content);
        if (content.success) rows.push({ ...head, content: content.output as unknown as KeptReport });
      }
    }
  } catch (error) {
    throw asTrouble(error);
  }
  return rows;
}
