import { SMALL_COUNT } from '../../lib/core/people/mask-counts';
import { findReach } from '../../lib/core/coverage/find-reach';
import { nameOf } from '../../lib/i18n/names';
import { hasMessage, translate } from '../../lib/i18n/t';
import type { Closure } from '../../lib/core/model/records';
import type { Analysis } from './open-analysis';

/** Collections that the sample fills, as a person calls their records. */
const SAMPLE_WORDS = [
  ['stock', 'stock record'],
  ['vehicles', 'vehicle'],
  ['crews', 'crew'],
  ['peopleCounts', 'count of people'],
  ['alliances', 'alliance']
] as const;
const NAMED = 5;

/**
 * What an answer rests on that is easily overlooked, one plain sentence each: records of the sample, counts that the
 * server withholds from the account asked with, and restrictions in force with whom they cut off.
 */
export function notesOf(analysis: Analysis): string[] {
  return [...sampleNotes(analysis), ...withheldNotes(analysis), ...closureNotes(analysis)];
}

/** The notes under an answer's text; nothing where there are none. */
export function withNotes(text: string, notes: readonly string[]): string {
  return notes.length > 0 ? `${text}\n\n${notes.map((line) => `Note: ${line}`).join('\n')}` : text;
}

function sampleNotes({ situation, manifest }: Analysis): string[] {
  const counts = SAMPLE_WORDS.flatMap(([name, word]) => {
    const found = [...situation[name].values()].filter(({ origin }) => origin === 'sample').length;
    return found > 0 ? [plural(found, word)] : [];
  });
  if (counts.length === 0) return [];
  const beds = [...situation.facilities.values()].filter(({ origin }) => origin === 'sample').length;
  return [
    `sample, not real: ${[...counts, ...(beds > 0 ? [`beds, staff and equipment of ${plural(beds, 'site')}`] : [])].join(', ')}.` +
      (manifest.inputHash === undefined ? ' "import --no-sample" leaves them out.' : '')
  ];
}

function withheldNotes({ situation }: Analysis): string[] {
  const villages = [...situation.peopleCounts.values()].filter(({ masked }) => masked.length > 0).length;
  if (villages === 0) return [];
  return [
    `counts under ${SMALL_COUNT} persons are withheld from this account in ${plural(villages, 'village')}: left out.`
  ];
}

function closureNotes(analysis: Analysis): string[] {
  const { situation, settings, travel, router } = analysis;
  const { edges } = travel.closuresOf(situation, settings.now);
  const inForce = [...situation.closures.values()].filter(({ id }) => edges.has(id));
  if (inForce.length === 0) return [];
  const villages = [...situation.villages.values()];
  const facilities = [...situation.facilities.values()];
  const reach = findReach({
    villages,
    facilities,
    times: travel.timesToFacilities(router, villages, facilities),
    snaps: villages.map((village) => router.snap(village))
  });
  const cut = villages.filter(
    (_, v) => reach[v].severe.reason === 'cut-by-closure' || reach[v].any.reason === 'cut-by-closure'
  );
  const names = cut.slice(0, NAMED).map((each) => nameOf(each.names, 'en'));
  const more = cut.length > NAMED ? ` and ${cut.length - NAMED} more` : '';
  const whom =
    cut.length === 0 ? 'no village is cut off' : `${plural(cut.length, 'village')} cut off: ${names.join(', ')}${more}`;
  const of = (records: Closure[], kind: string) =>
    records.length > 0
      ? [
          `${plural(records.length, `${kind}${records.every(({ speedPercent }) => speedPercent === 0) ? 'closure' : 'closed or slowed road'}`)} in force: ${records
            .slice(0, NAMED)
            .map((each) => describe(each, analysis))
            .join('; ')}${records.length > NAMED ? '; …' : ''}`
        ]
      : [];
  const sample = inForce.filter(({ origin }) => origin === 'sample');
  const real = inForce.filter(({ origin }) => origin !== 'sample');
  return [`${[...of(sample, 'sample '), ...of(real, '')].join('. ')}. ${whom[0].toUpperCase()}${whom.slice(1)}.`];
}

function describe({ wayId, speedPercent, reason, startsAt }: Closure, { network }: Analysis): string {
  const way = network.wayOsmId.indexOf(wayId);
  const name =
    way < 0
      ? ''
      : [network.strings[network.wayRef[way]], network.strings[network.wayName[way]]].filter(Boolean).join(' ');
  const road = name ? `${name} (way ${wayId})` : `way ${wayId}`;
  const why = hasMessage(`closure-reason-${reason}`) ? translate('en', `closure-reason-${reason}`) : reason;
  const state = speedPercent === 0 ? 'closed' : `slowed to ${speedPercent} %`;
  return [`${road} ${state}`, why, startsAt ? `since ${startsAt.slice(0, 10)}` : ''].filter(Boolean).join(', ');
}

function plural(count: number, word: string): string {
  return `${count} ${count === 1 ? word : word === 'count of people' ? 'counts of people' : `${word}s`}`;
}
