import type { Gap, GapGroup, Results } from '../model/results';
import type { Situation } from '../model/situation';
import { numberRule, type RulePack } from '../rules/rule-pack';

export interface Amount {
  villages: number;
  persons: number;
}

export interface GapChange {
  kind: string;
  group: GapGroup;
  before: number;
  after: number;
  /** Gaps there are only after, and only before. */
  gained: number;
  lost: number;
}

/** What other rules make of the same facts. */
export interface RuleEffect {
  /** Limit of minutes to a hospital that takes severe cases, and who is farther or has no way. */
  far: { minutes: { before: number; after: number }; before: Amount; after: Amount };
  remote: { before: Amount; after: Amount };
  /** Sites with a gap of their own. */
  sites: { before: number; after: number };
  /** Kinds of gaps whose number or places change, those that change most first. */
  gaps: GapChange[];
  total: { before: number; after: number };
}

/** Figures of the same facts by two rule packs, each by its own limits. Gaps are the same where kind and place are. */
export function ruleEffect(input: {
  before: Results;
  after: Results;
  packs: { before: RulePack; after: RulePack };
  situation: Pick<Situation, 'villages'>;
}): RuleEffect {
  const { before, after, packs, situation } = input;
  const limit = (pack: RulePack) => numberRule(pack, 'coverage-headline-minutes');
  const amount = (results: Results, counts: (village: Results['villages'][number]) => boolean): Amount => {
    const counted = results.villages.filter(counts);
    const persons = counted.reduce((sum, each) => sum + (situation.villages.get(each.villageId)?.residents ?? 0), 0);
    return { villages: counted.length, persons };
  };
  const far = (results: Results, minutes: number) =>
    amount(results, ({ reach: { severe } }) => severe.ms === null || severe.ms > minutes * 60_000);
  const minutes = { before: limit(packs.before), after: limit(packs.after) };
  const remote = (results: Results) => amount(results, (village) => village.remote.remote);
  return {
    far: { minutes, before: far(before, minutes.before), after: far(after, minutes.after) },
    remote: { before: remote(before), after: remote(after) },
    sites: { before: sitesWithGap(before), after: sitesWithGap(after) },
    gaps: gapChanges(before.gaps, after.gaps),
    total: { before: before.gaps.length, after: after.gaps.length }
  };
}

function sitesWithGap({ gaps }: Results): number {
  return new Set(gaps.flatMap(({ place }) => (place.kind === 'facility' ? [place.id] : []))).size;
}

function gapChanges(before: readonly Gap[], after: readonly Gap[]): GapChange[] {
  const [was, is] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const changes = new Map<string, GapChange>();
  const changeOf = ({ kind, group }: Gap): GapChange => {
    const held = changes.get(kind) ?? { kind, group, before: 0, after: 0, gained: 0, lost: 0 };
    changes.set(kind, held);
    return held;
  };
  for (const gap of before) {
    const change = changeOf(gap);
    change.before += 1;
    if (!is.has(gap.id)) change.lost += 1;
  }
  for (const gap of after) {
    const change = changeOf(gap);
    change.after += 1;
    if (!was.has(gap.id)) change.gained += 1;
  }
  return [...changes.values()]
    .filter(({ gained, lost }) => gained + lost > 0)
    .sort((a, b) => b.gained + b.lost - (a.gained + a.lost) || (a.kind < b.kind ? -1 : 1));
}
