import { evaluate } from '../../../lib/core/evaluate/evaluate';
import type { Coverage, CoverageRow } from '../../../lib/core/model/results';
import { CARE_LEVELS, DEFAULT_THRESHOLDS } from '../../../lib/core/model/situation';
import { nameOf as nameIn } from '../../../lib/i18n/names';
import { CliError } from '../cli-error';
import { ANALYSIS_OPTIONS, ANALYSIS_USAGE, openAnalysis } from '../open-analysis';
import { notesOf, withNotes } from '../notes';
import { readOptions } from '../travel-options';

export const usage = `coverage --area DIR [--thresholds 15,30,60] ${ANALYSIS_USAGE}
    Villages and persons within each limit (minutes, a time equal to it is within), per township and in all, at four
    levels of care: any open site, township hospital, sub-designated hospital, hospital for severe cases.
    --json: { area, vehicle, season, thresholds, levels: [{ careLevel, all: ROW, townships: [ROW] }],
    villages: [{ id, name, townshipId, persons, reach: { LEVEL: { facilityId, minutes, seconds, metres, reason } } }],
    catchments: [{ careLevel, facilityId, villages, persons }], notes: [text] }; each level bears noSite too: null,
    no-facility-on-record or no-open-facility, where no site of it takes anyone; ROW is { townshipId, name, villages, persons,
    within: [{ minutes, villages, persons }], beyond: { villages, persons }, noWay: { villages, persons },
    noSite: { villages, persons } }; within is cumulative, its last entry + beyond + noWay + noSite = all.`;

const LEVEL_NAMES = {
  any: 'Any open site',
  township: 'Township hospital or above',
  'sub-designated': 'Sub-designated hospital or above',
  severe: 'Hospital for severe cases',
  seat: 'Township seat'
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, { ...ANALYSIS_OPTIONS, thresholds: { type: 'string' } });
  const thresholds = readThresholds(options.thresholds);
  const analysis = await openAnalysis(options, usage);
  const { manifest, situation, settings, travel } = analysis;
  const notes = notesOf(analysis);
  const results = evaluate({ situation, settings: { ...settings, thresholds }, revision: 0, travel });
  const villages = [...situation.villages.values()];
  const tables = CARE_LEVELS.map((careLevel) => results.coverage[careLevel]);
  const nameOf = (id: string) => {
    if (id === 'all') return 'All';
    const names = situation.townships.get(id)?.names;
    return names ? (names.en ?? names.local) : id === 'unknown' ? 'Township not on record' : id;
  };

  if (!options.json) {
    console.log(
      `${manifest.names.en ?? manifest.names.local}: ${settings.vehicle}, ${settings.season} season, ` +
        `${villages.length} villages. Villages (persons) within minutes.`
    );
    if (villages.length === 0)
      console.log(
        'The area has no villages on record, so there is nothing to count. Import a list with --settlements.'
      );
    else for (const table of tables) printTable(table, nameOf);
    console.log(withNotes('', notes).trimStart());
    return 0;
  }
  const none = { villages: 0, persons: 0 };
  const rowOf = (row: CoverageRow, noSite: Coverage['noSite']) => ({
    ...row,
    name: nameOf(row.townshipId),
    noWay: noSite ? none : row.noWay,
    noSite: noSite ? row.noWay : none
  });
  const output = {
    area: manifest.id,
    vehicle: settings.vehicle,
    season: settings.season,
    thresholds: tables[0].thresholds,
    levels: tables.map(({ careLevel, all, townships: rows, noSite }) => ({
      careLevel,
      noSite: noSite ?? null,
      all: rowOf(all, noSite),
      townships: rows.map((row) => rowOf(row, noSite))
    })),
    villages: villages.map((village, v) => ({
      id: village.id,
      name: nameIn(village.names, 'en'),
      townshipId: village.townshipId,
      persons: village.residents,
      reach: Object.fromEntries(
        CARE_LEVELS.map((level) => {
          const { facilityId, ms, mm, reason } = results.villages[v].reach[level];
          const seconds = ms === null ? null : ms / 1000;
          const minutes = ms === null ? null : ms / 60_000;
          return [level, { facilityId, minutes, seconds, metres: mm === null ? null : mm / 1000, reason }];
        })
      )
    })),
    catchments: results.catchments.map(({ careLevel, facilityId, villageIds, persons }) => ({
      careLevel,
      facilityId,
      villages: villageIds.length,
      persons
    })),
    notes
  };
  console.log(JSON.stringify(output, null, 2));
  return 0;
}

function readThresholds(text: string | undefined): number[] {
  if (text === undefined) return [...DEFAULT_THRESHOLDS];
  const thresholds = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)));
  if (thresholds.some((each) => !(each > 0) || !Number.isFinite(each)))
    throw new CliError(`--thresholds ${text}: give minutes above 0, parted by commas, e.g. 15,30,60.`);
  return [...new Set(thresholds)].sort((a, b) => a - b);
}

function printTable({ careLevel, thresholds, townships, all, noSite }: Coverage, nameOf: (id: string) => string): void {
  const cell = ({ villages, persons }: { villages: number; persons: number }) =>
    `${villages} (${persons.toLocaleString('en')})`;
  const last = thresholds[thresholds.length - 1];
  const head = ['Township', ...thresholds.map((each) => `≤ ${each} min`), `> ${last} min`, 'No way', 'All'];
  const rows = [...townships, all].map((row) => [
    nameOf(row.townshipId),
    ...row.within.map(cell),
    cell(row.beyond),
    cell(row.noWay),
    cell(row)
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells: string[]) =>
    cells.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  ');
  console.log(`\n${LEVEL_NAMES[careLevel]}`);
  if (noSite) {
    const nobody =
      noSite === 'no-open-facility'
        ? 'No site of this level is open'
        : careLevel === 'severe'
          ? 'No hospital on record takes severe cases'
          : 'No site of this level is on record';
    console.log(`${nobody}: ${cell(all)}, all there are.`);
    return;
  }
  for (const row of [head, ...rows]) console.log(line(row));
}
