/** What every place of the product lets be saved; fetched with the first menu that is opened. */
import type { ExportTable } from '$core/export/export-table';
import type { JobFindings } from '$core/model/job';
import type { Allocation } from '$core/model/records';
import type { Gap, Phrase } from '$core/model/results';
import type { HospitalRefusal } from '$core/operations/refusals';
import type { LogLine } from '$lib/commands/log';
import type { FeverSite } from '$lib/commands/publish';
import { addMessages, minutes, nameOf, phrase, phrases, t } from '$lib/i18n';
import { areas } from '$lib/i18n/messages/areas';
import { cards } from '$lib/i18n/messages/cards';
import { dispatch } from '$lib/i18n/messages/dispatch';
import { duty } from '$lib/i18n/messages/duty';
import { estimated } from '$lib/i18n/messages/estimated';
import { exports as topic } from '$lib/i18n/messages/exports';
import { log as logWords } from '$lib/i18n/messages/log';
import { operations as operationWords } from '$lib/i18n/messages/operations';
import { report } from '$lib/i18n/messages/report';
import { review as reviewWords } from '$lib/i18n/messages/review';
import { supplies } from '$lib/i18n/messages/supplies';
import { travelTable } from '$lib/i18n/messages/travel-table';
import type { MapHandle } from '$lib/map';
import { MapPictureError } from '$lib/map/print';
import { locale } from '$lib/state/locale.svelte';
import { results } from '$lib/state/results.svelte';
import { session } from '$lib/state/session.svelte';
import { settings } from '$lib/state/settings.svelte';
import { situation } from '$lib/state/situation.svelte';
import { findingRows } from '../admin/areas/finding-rows';
import { CARE_CHOICES } from '../choices';
import type { DispatchAnswers } from '../dispatch/dispatch-answers.svelte';
import { dispatchUi } from '../dispatch/dispatch-ui.svelte';
import { siteName as placeOf } from '../dispatch/place-words';
import { isHidden } from '../own-town';
import { planLead } from '../plan/plan-lead';
import { planUi } from '../plan/plan-ui.svelte';
import type { ExportOffer, OfferedMap } from './offer';
import { coverageTable } from './tables/coverage';
import { feverTable } from './tables/fever';
import { goodsTable } from './tables/goods';
import { gapsTable } from './tables/gaps';
import { logTable } from './tables/log';
import { medicinesTable } from './tables/medicines';
import { peopleTable } from './tables/people';
import { refusalsTable } from './tables/refusals';
import { siteName, townName } from './tables/place-words';
import { reportsTable } from './tables/reports';
import { reserveTables } from './tables/reserve';
import { sitesTable } from './tables/sites';
import { tableOf } from './tables/table-of';
import { travelTables } from './tables/travel';
import { boardTable, rankingTable, referralTable } from './tables/vehicles';
import { villagesTable } from './tables/villages';

// The words of lists and of guessed times that a file may have to name.
for (const each of [
  topic,
  areas,
  cards,
  dispatch,
  duty,
  estimated,
  logWords,
  operationWords,
  report,
  reviewWords,
  supplies,
  travelTable
])
  addMessages(each);

/** Message for what went wrong with a file. */
export const troubleOf = (error: unknown): string =>
  error instanceof MapPictureError ? 'export-trouble-map' : 'export-trouble';

const careTitle = () => t('export-minutes-title', { care: t(`care-level-${settings.careLevel}`) });

function mapOf(handle: MapHandle | null, finding: string, title = careTitle()): OfferedMap | null {
  return handle && { handle, title, finding };
}

const stop = () => (locale.current === 'zh-CN' ? '。' : '.');

/** The finding of Plan, with what is on trial before it. */
const planFinding = () => `${planLead()}${phrases(results.plan?.finding ?? [])}${stop()}`;

/** Everything that Plan lists: villages, coverage, sites, medicines and key people, of the plan of this screen. */
export function plan(): ExportOffer {
  const [figures, facts] = [results.plan, situation.plan];
  if (!figures || !facts) return { of: 'plan', tables: [] };
  const levels = figures.estimated ? (['seat', ...CARE_CHOICES] as const) : CARE_CHOICES;
  const shown = new Set<string>(figures.villages.map(({ villageId }) => villageId));
  const sites = [...facts.facilities.values()].filter(({ unit }) => !isHidden(unit));
  const tables = [
    villages('plan'),
    coverageTable(
      levels.map((level) => figures.coverage[level]),
      facts
    ),
    sitesTable(sites, facts),
    ...(figures.medicines.length > 0 ? [medicinesTable(figures.medicines, facts)] : []),
    ...(facts.peopleCounts.size > 0 ? [peopleTable(facts, shown)] : [])
  ];
  return { of: 'plan', title: t('rail-plan'), tables, map: mapOf(planUi.handle, planFinding()) };
}

function villages(of: 'plan' | 'facts', villageIds?: readonly string[]): ExportTable {
  const [figures, facts] = of === 'plan' ? [results.plan, situation.plan] : [results.baseline, situation.real];
  if (!figures || !facts) return { title: t('export-table-villages'), header: [], rows: [] };
  const before = of === 'plan' && situation.planned.length > 0 ? results.baseline : null;
  return villagesTable({ figures, facts, before, ...(villageIds ? { villageIds } : {}) });
}

/** Plan's table of villages alone. */
export function planVillages(): ExportOffer {
  return { of: 'plan', tables: [villages('plan')], map: mapOf(planUi.handle, planFinding()) };
}

/** A township's villages and coverage. */
export function township(id: string): ExportOffer {
  const [figures, facts] = [results.plan, situation.plan];
  if (!figures || !facts) return { of: 'plan', tables: [] };
  const own = [...facts.villages.values()].filter(({ townshipId }) => townshipId === id).map((village) => village.id);
  const name = townName(facts, id);
  const levels = figures.estimated ? (['seat', ...CARE_CHOICES] as const) : CARE_CHOICES;
  return {
    of: 'plan',
    title: name,
    tables: [
      villages('plan', own),
      coverageTable(
        levels.map((level) => figures.coverage[level]),
        facts,
        id
      ),
      ...(facts.peopleCounts.size > 0 && !isHidden(id) ? [peopleTable(facts, new Set(own))] : [])
    ],
    filters: [t('export-filter-town', { town: name })],
    map: mapOf(planUi.handle, planFinding())
  };
}

/** One site: its medicines, and the villages that fall to it. */
export function facility(id: string): ExportOffer {
  const [figures, facts] = [results.plan, situation.plan];
  const site = facts?.facilities.get(id);
  if (!figures || !facts || !site) return { of: 'plan', tables: [] };
  const reached = figures.villages.filter(({ reach }) => reach[settings.careLevel].facilityId === id);
  const medicines = figures.medicines.filter(({ facilityId }) => facilityId === id);
  const gaps = figures.gaps.filter(({ place }) => place.kind === 'facility' && place.id === id);
  return {
    of: 'plan',
    title: nameOf(site.names),
    tables: [
      sitesTable([site], facts),
      ...(medicines.length > 0 ? [medicinesTable(medicines, facts)] : []),
      ...(gaps.length > 0 ? [gapsTable(gaps, facts)] : []),
      villages(
        'plan',
        reached.map(({ villageId }) => villageId)
      )
    ],
    filters: [t('export-filter-site', { site: nameOf(site.names) })],
    map: mapOf(planUi.handle, planFinding())
  };
}

/** Stations found for reserve vehicles and whom they reach. */
export function reserve(): ExportOffer {
  const { reserve: found } = planUi;
  const facts = situation.plan;
  if (!found || !facts) return { of: 'plan', tables: [] };
  const { vehicles, minutes, existing, beforePersons, coveredPersons, totalPersons, status, gap, unplaced } =
    found.plan;
  const solvedFor = {
    vehicle: t(`vehicle-class-${found.basis.vehicle}`),
    season: t(`season-${found.basis.season}`)
  };
  const gained = t('plan-reserve-gained', { persons: coveredPersons - beforePersons, total: totalPersons });
  const proof = planUi.reserveOutdated
    ? t('plan-reserve-outdated', solvedFor)
    : status === 'optimal'
      ? t('plan-reserve-optimal')
      : gap === null
        ? t('plan-reserve-heuristic')
        : t('plan-reserve-gap', { gap: `${(gap * 100).toFixed(1)}%` });
  return {
    of: 'plan',
    title: t('plan-panel-reserve'),
    tables: reserveTables(found.plan, facts),
    filters: [
      t('export-reserve-wanted', { vehicles, minutes }),
      t(existing === 'fixed' ? 'plan-reserve-fixed' : 'plan-reserve-free')
    ],
    notes: [
      [t('export-reserve-before'), String(beforePersons)],
      [t('export-reserve-after'), String(coveredPersons)],
      [t('export-reserve-total'), String(totalPersons)],
      [t('export-reserve-solved'), solvedFor.vehicle, solvedFor.season],
      [t('export-reserve-proof'), proof],
      ...(unplaced > 0 ? [[t('export-note'), t('plan-reserve-unplaced', { count: unplaced })] as const] : [])
    ],
    map: mapOf(planUi.handle, `${gained} ${proof}`, t('plan-panel-reserve'))
  };
}

/** The table of travel times that this screen reckons with. */
export const travel = (): ExportOffer => ({ of: 'plan', title: t('travel-title'), tables: travelTables() });

/** What Review lists now; with the gaps also the medicines and reports behind them. */
export function review(input: {
  view: 'gaps' | 'coverage' | 'villages';
  gaps: readonly Gap[];
  villageIds: readonly string[];
  /** Township chosen, or `all`. */
  town: string;
  group: string;
  /** Only villages over so many minutes are listed; null for all. */
  farMinutes: number | null;
  headline: readonly Phrase[];
  handle: MapHandle | null;
  now: number;
}): ExportOffer {
  const { view, gaps, villageIds, town, group, farMinutes, headline, handle, now } = input;
  const [figures, facts] = [results.baseline, situation.real];
  if (!figures || !facts) return { of: 'facts', tables: [] };
  const reported = reportsTable(now);
  const lists: Record<typeof view, () => ExportTable[]> = {
    gaps: () => [
      gapsTable(gaps, facts),
      ...(figures.medicines.length > 0 ? [medicinesTable(figures.medicines, facts)] : []),
      ...(reported ? [reported] : [])
    ],
    coverage: () => [coverageTable([figures.coverage[settings.careLevel]], facts, town === 'all' ? null : town)],
    villages: () => [villages('facts', villageIds)]
  };
  const tables = lists[view]();
  const filters = [
    ...(town === 'all' ? [] : [t('export-filter-town', { town: townName(facts, town) })]),
    ...(view === 'gaps' && group !== 'all' ? [t('export-filter-group', { group: t(`review-group-${group}`) })] : []),
    ...(farMinutes === null ? [] : [t('export-filter-far', { minutes: farMinutes })])
  ];
  const finding = headline.map((each) => phrase(each)).join(locale.current === 'en' ? ' ' : '');
  return { of: 'facts', title: tables[0].title, tables, filters, map: mapOf(handle, finding, reviewTitle(view)) };
}

/** Refusals of receiving hospitals as Review lists them. */
export function refusals(shown: readonly HospitalRefusal[], town: string): ExportOffer {
  const facts = situation.real;
  return {
    of: 'facts',
    tables: facts ? [refusalsTable(shown, facts)] : [],
    filters: facts && town !== 'all' ? [t('export-filter-town', { town: townName(facts, town) })] : []
  };
}

const reviewTitle = (view: 'gaps' | 'coverage' | 'villages') =>
  view === 'gaps' ? `${t('review-map-gaps')}, ${careTitle()}` : careTitle();

/** All vehicles of the board. */
export function board(handle: MapHandle | null, now: number): ExportOffer {
  const facts = situation.real;
  const tables = facts ? [boardTable(facts.vehicles.values(), facts, now)] : [];
  return { of: 'facts', tables, map: mapOf(handle, `${phrases(results.baseline?.finding ?? [])}${stop()}`) };
}

/** Vehicles ranked for a case and the hospitals considered for it. What the patient has stays inside. */
export function ranking({ ranking: ranked, referral, site }: DispatchAnswers): ExportOffer {
  const facts = situation.real;
  if (!facts || !ranked) return { of: 'facts', tables: [] };
  const target = referral?.target ?? referral?.monitoringSite ?? null;
  const words = [
    site ? placeOf(site) : '',
    ...(target ? [`→ ${siteName(facts, target.facilityId)}, ${minutes(target.ms)}`] : [])
  ].filter(Boolean);
  const finding = words.join(' ');
  return {
    of: 'facts',
    title: t('dispatch-ranking'),
    tables: [
      rankingTable(ranked, facts, session.onlyUnit === null),
      ...(referral ? [referralTable(referral, facts)] : [])
    ],
    filters: [finding],
    map: mapOf(dispatchUi.handle, finding, t('dispatch-ranking'))
  };
}

/** Who has reported today and who is late. */
export function reports(now: number): ExportOffer {
  const table = reportsTable(now);
  return { of: 'facts', tables: table ? [table] : [] };
}

/** Requests for medicine as they are listed, `shown` in words. */
export const goods = ({ requests, shown }: { requests: readonly Allocation[]; shown: string }): ExportOffer => ({
  of: 'facts',
  tables: [goodsTable(requests)],
  filters: [t('supplies-export-shown', { shown })]
});

/** The public list of fever clinics. */
export const feverClinics = (sites: readonly FeverSite[]): ExportOffer => ({
  of: 'facts',
  tables: [feverTable(sites)]
});

/** What a checker found in uploaded roads. */
export function jobFindings(findings: JobFindings, area: string): ExportOffer {
  const rows = findingRows(findings);
  const table = tableOf(
    t('job-details'),
    (['kind', 'where', 'what'] as const).map((id) => ({
      label: t(`job-col-${id}`),
      of: (row: (typeof rows)[number]) => row[id]
    })),
    rows
  );
  return { of: 'facts', tables: [table], area };
}

/** Lines of the log of operations as they are shown. */
export const log = (lines: readonly LogLine[]): ExportOffer => ({ of: 'facts', tables: [logTable(lines)] });
