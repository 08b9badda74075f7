import * as v from 'valibot';
import type { ScenarioRecord } from '../core/model/records';
import { COLLECTION_NAMES, type Change, type Edit } from '../core/model/situation';
import { askChange } from '../state/ask-engine';
import { notices } from '../state/notices.svelte';
import { scenario } from '../state/scenario.svelte';
import { situation } from '../state/situation.svelte';
import { discardPlan } from './discard-plan';
import { perform } from './perform';

const record = v.nullable(v.looseObject({ id: v.string() }));
const changeSchema = v.object({
  verb: v.string(),
  edits: v.array(v.object({ collection: v.picklist(COLLECTION_NAMES), id: v.string(), before: record, after: record }))
});

/** Names the planned changes of this screen and shares them with the county; they stay planned. */
export async function saveScenario(name: string): Promise<boolean> {
  const held = situation.real;
  if (!held || situation.planned.length === 0) return false;
  const id = `plan-${Date.now().toString(36)}`;
  const content: Change = { verb: 'scenario', edits: situation.planned.flatMap(({ edits }) => edits) };
  const after: ScenarioRecord = {
    id,
    unit: 'county',
    origin: 'hand',
    editedFields: [],
    version: 1,
    name: name.trim(),
    kind: 'plan',
    content
  };
  const change: Change = { verb: 'save-scenario', edits: [{ collection: 'scenarios', id, before: null, after }] };
  const saved = await perform(change, { real: true, step: false });
  if (saved) scenario.set(id);
  return saved;
}

/** Lays a saved scenario over the facts in place of the present plan. */
export function openScenario(id: string): boolean {
  const found = situation.real?.scenarios.get(id);
  const read = v.safeParse(changeSchema, found?.content);
  if (!found || found.kind !== 'plan' || !read.success) {
    notices.say('attention', 'trouble-scenario', { name: found?.name ?? id });
    return false;
  }
  discardPlan();
  const change: Change = { verb: 'open-scenario', edits: read.output.edits as unknown as Edit[] };
  situation.applyPlanned(change);
  situation.record({ change, real: false });
  scenario.set(id);
  void askChange(change, true);
  return true;
}
