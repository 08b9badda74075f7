import { untrack } from 'svelte';
import type { FacilityId } from '$core/model/ids';
import { dismissCommand } from '$lib/commands/queue';
import { reportDay, type DailyReport } from '$lib/commands/report';
import { draftsOf, dropDraft, keepDraft, type SiteDraft } from '$lib/commands/report-drafts';
import { date } from '$lib/i18n';
import { notices } from '$lib/state/notices.svelte';
import { overridesOf, type Draft } from './report-draft.svelte';

/** What the form fills in: the report of a day, perhaps in place of one that was refused. */
interface Slot {
  /** ISO date. */
  day: string;
  /** Number of the refused command that it puts right. */
  replaces: number | null;
  /** Of an earlier day's report the moment it was made: put right it is still that report. Null for now. */
  reportedAt: string | null;
}

/**
 * Keeps on the device what is typed into the form of a site, by day, until it is sent. What was typed on another day never
 * enters the form of today. Called while the component is made.
 */
export function createKeeper({
  facilityId,
  today,
  draft
}: {
  facilityId: FacilityId;
  today: () => string;
  draft: () => Draft;
}) {
  let slot = $state.raw<Slot | null>(null);

  $effect(() => {
    const day = today();
    untrack(() => void open(day));
  });
  $effect(() => {
    const { overrides } = draft();
    if (slot) void write(slot, overrides);
  });

  /** The draft of the day; those that were left unsent on other days are put aside, and said. */
  async function open(day: string): Promise<void> {
    slot = null;
    draft().clear();
    const kept = await draftsOf(facilityId);
    if (day !== today() || slot !== null) return;
    const old = kept.filter((each) => each.day !== day && each.replaces === null);
    for (const each of old) void dropDraft(facilityId, each.day);
    if (old.length > 0) notices.say('attention', 'report-draft-old', { date: date(old[old.length - 1].day) });
    const own = kept.find((each) => each.day === day);
    // What was typed while it was read goes before.
    if (own) draft().load({ ...own.overrides, ...draft().overrides });
    slot = { day, replaces: own?.replaces ?? null, reportedAt: null };
  }

  function write({ day, replaces }: Slot, overrides: SiteDraft['overrides']): Promise<void> {
    if (replaces === null && Object.keys(overrides).length === 0) return dropDraft(facilityId, day);
    return keepDraft(facilityId, { day, overrides, replaces });
  }

  return {
    /** Day that the form is of. */
    get day() {
      return slot?.day ?? today();
    },
    /** Refused command that is being put right. */
    get replaces() {
      return slot?.replaces ?? null;
    },
    /** Day and moment under which the report goes out. */
    moment(): Pick<DailyReport, 'reportedOn' | 'reportedAt'> {
      if (slot && slot.reportedAt !== null) return { reportedOn: slot.day, reportedAt: slot.reportedAt };
      return momentNow();
    },
    /** Takes a refused report up to be put right, as the report of its own day. */
    async correct(seq: number, report: DailyReport): Promise<void> {
      const { reportedOn: day, reportedAt } = report;
      const earlier = day !== today();
      const begun = (await draftsOf(facilityId)).find((each) => each.day === day && each.replaces === seq);
      const typed = earlier ? {} : draft().overrides;
      slot = { day, replaces: seq, reportedAt: earlier ? reportedAt : null };
      draft().load({ ...(begun?.overrides ?? overridesOf(report)), ...typed });
    },
    /** Back to the report of today; what was put right so far is kept. */
    leave: () => open(today()),
    /** The report is in the queue: only now its draft, and the refused one that it takes the place of, may go. */
    async sent(): Promise<void> {
      const done = slot;
      if (done) slot = { ...done, replaces: null };
      draft().clear();
      if (done?.replaces != null) await dismissCommand(done.replaces);
      if (done && done.day !== today()) await open(today());
    },
    /** A refused report is given up, with what was done to put it right. */
    async giveUp(seq: number): Promise<void> {
      const [begun] = (await draftsOf(facilityId)).filter(({ replaces }) => replaces === seq);
      if (begun) await dropDraft(facilityId, begun.day);
      if (slot?.replaces === seq) {
        slot = null;
        await open(today());
      }
      await dismissCommand(seq);
    }
  };
}

/** Both from one look at the clock: the day on the screen may be a moment behind at midnight. */
function momentNow(): Pick<DailyReport, 'reportedOn' | 'reportedAt'> {
  const now = Date.now();
  return { reportedOn: reportDay(now).today, reportedAt: new Date(now).toISOString() };
}
