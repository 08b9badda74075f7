import type { RulePackRecord } from '../model/records';
import type { Change, Situation } from '../model/situation';
import { localDay } from '../report/local-time';
import type { RulePack } from '../rules/rule-pack';

/** Record of the pack that one screen tries; sorts after every saved one. */
export const TRIAL_PACK_ID = '~rules-trial';
/** Later than any real publication, so that the trial is in force on its screen. */
const LAST = '9999-12-31T23:59:59Z';

/** A draft of its own, in force for nobody. @throws RangeError when the id is taken. */
export function draftRulePack(real: Situation, { id, pack }: { id: string; pack: RulePack }): Change {
  if (real.rulePacks.has(id)) throw new RangeError(`There is a rule pack "${id}" already.`);
  const after: RulePackRecord = {
    id,
    unit: 'county',
    origin: 'hand',
    editedFields: [],
    version: 1,
    ...headOf(pack),
    active: false,
    publishedAt: '',
    publishedBy: ''
  };
  return change('draft-rules', after.id, null, after);
}

/** A draft with other content. @throws RangeError when there is no such draft. */
export function editRuleDraft(real: Situation, { id, pack }: { id: string; pack: RulePack }): Change {
  const before = draftOn(real, id);
  return change('edit-rules', id, before, { ...before, ...headOf(pack), version: before.version + 1 });
}

/** @throws RangeError when there is no such draft: what is published stays. */
export function deleteRuleDraft(real: Situation, { id }: { id: string }): Change {
  return change('delete-rules', id, draftOn(real, id), null);
}

/** A draft becomes a version that stands for good; the server says when and by whom. @throws RangeError as above. */
export function publishRulePack(real: Situation, { id }: { id: string }): Change {
  const before = draftOn(real, id);
  return change('publish-rules', id, before, { ...before, active: true, version: before.version + 1 });
}

/** Tries a pack on this screen as if it were in force at `now` (epoch ms), for a planned change; null ends the trial. */
export function tryRulePack(plan: Situation, { pack, now }: { pack: RulePack | null; now: number }): Change {
  const before = plan.rulePacks.get(TRIAL_PACK_ID) ?? null;
  const after: RulePackRecord | null = pack && {
    id: TRIAL_PACK_ID,
    unit: 'county',
    origin: 'hand',
    editedFields: [],
    version: (before?.version ?? 0) + 1,
    ...headOf(pack),
    effectiveOn: localDay(now, pack),
    active: true,
    publishedAt: LAST,
    publishedBy: ''
  };
  return before === null && after === null
    ? { verb: 'try-rules', edits: [] }
    : change('try-rules', TRIAL_PACK_ID, before, after);
}

/** Whether a change does nothing but try a pack. */
export function isRuleTrial({ edits }: Change): boolean {
  return edits.length > 0 && edits.every(({ collection, id }) => collection === 'rulePacks' && id === TRIAL_PACK_ID);
}

function headOf(pack: RulePack): Pick<RulePackRecord, 'name' | 'packVersion' | 'effectiveOn' | 'content'> {
  return { name: pack.name.zh, packVersion: pack.version, effectiveOn: pack.effectiveOn, content: pack };
}

function draftOn(real: Situation, id: string): RulePackRecord {
  const record = real.rulePacks.get(id);
  if (!record || record.active) throw new RangeError(`There is no draft "${id}".`);
  return record;
}

function change(verb: string, id: string, before: RulePackRecord | null, after: RulePackRecord | null): Change {
  return { verb, edits: [{ collection: 'rulePacks', id, before, after }] };
}
