import { ChangeError, parseChange } from '../core/change/parse-change';
import type { ScenarioRecord } from '../core/model/records';
import type { Change } from '../core/model/situation';
import { askChange } from '../state/ask-engine';
import { notices } from '../state/notices.svelte';
import { scenario } from '../state/scenario.svelte';
import { situation } from '../state/situation.svelte';
import { discardPlan } from './discard-plan';
import { carryOut } from './perform';

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
  const { planned } = situation;
  if ((await carryOut(change, { real: true })) !== 'stands') return false;
  // What was planned on while it was being saved is not in it.
  if (situation.planned === planned) scenario.set(id);
  return true;
}

/** Lays a saved scenario over the facts in place of the present plan. */
export function openScenario(id: string): boolean {
  const found = situation.real?.scenarios.get(id);
  const read = found?.kind === 'plan' ? readPlan(found.content) : null;
  if (!read) {
    notices.say('attention', 'trouble-scenario', { name: found?.name ?? id });
    return false;
  }
  discardPlan();
  const change: Change = { verb: 'open-scenario', edits: read.edits };
  situation.applyPlanned(change);
  situation.record({ change, real: false });
  scenario.set(id);
  void askChange(change, true);
  return true;
}

function readPlan(content: unknown): Change | null {
  try {
    return parseChange(content);
  } catch (error) {
    if (error instanceof ChangeError) return null;
    throw error;
  }
}
