import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tinyArea } from '../../../tests/helpers/tiny-area';
import { invert } from '../core/change/apply-change';
import type { FacilityId, TownshipId } from '../core/model/ids';
import type { Change, Edit } from '../core/model/situation';
import { Trouble } from '../store/client';
import { fetchRecord } from '../store/fetch-situation';
import { saveChange } from '../store/save-change';
import { askChange } from '../state/ask-engine';
import { editBar } from '../state/edit-bar.svelte';
import { notices } from '../state/notices.svelte';
import { scenario } from '../state/scenario.svelte';
import { situation } from '../state/situation.svelte';
import { moveFacility } from './move-facility';
import { saveShift } from './organisation';
import { carryOut } from './perform';
import { openScenario } from './scenario';
import { theFeed } from './the-feed';
import { withhold } from './under-way';
import { undo, undoByKey } from './undo';

vi.mock('../store/save-change', () => ({ saveChange: vi.fn() }));
vi.mock('../store/fetch-situation', async (original) => ({ ...(await original<object>()), fetchRecord: vi.fn() }));
vi.mock('./the-client', () => ({ theClient: () => ({}) }));
vi.mock('../state/ask-engine', () => ({ askChange: vi.fn(), askReset: vi.fn() }));

const { situation: facts } = tinyArea();
const server = vi.mocked(saveChange);
const asked = vi.mocked(askChange);
const fetched = vi.mocked(fetchRecord);
/** What the server made, by id; it makes `room` more before the line goes. */
let kept: Map<string, Edit>;
let room: number;

beforeEach(() => {
  situation.load(facts);
  scenario.set(null);
  notices.list.forEach(({ id }) => notices.dismiss(id));
  kept = new Map();
  room = Infinity;
  asked.mockReset();
  server.mockReset().mockImplementation((_client, _area, { edits }) => {
    const done: Edit[] = [];
    for (const edit of edits) {
      if (room === 0)
        return Promise.resolve({ done, refused: { edit, trouble: new Trouble('network'), current: edit.before } });
      room -= 1;
      if (edit.after === null) kept.delete(edit.id);
      else kept.set(edit.id, edit);
      done.push(edit);
    }
    return Promise.resolve({ done, refused: null });
  });
});

const DAY = 86_400_000;
const START = Date.parse('2026-03-02T08:00:00Z');
const fields = {
  person: 'Li',
  telephone: '',
  startsAt: new Date(START).toISOString(),
  endsAt: new Date(START + DAY / 2).toISOString()
};
const save = (person = 'Li') =>
  saveShift(
    { from: null, unit: 't' as TownshipId, newShift: 'duty-1' },
    { ...fields, person },
    { everyDays: 1, before: START + 4 * DAY }
  );

describe('an act that is saved in part', () => {
  it('is a step as far as it was done, and no shift is made twice when the form is saved again', async () => {
    room = 2;
    expect(await save()).toBe(false);
    expect(situation.real!.dutyShifts.size).toBe(2);
    expect(situation.lastDone?.change.edits).toHaveLength(2);
    room = Infinity;
    expect(await save('Wang')).toBe(true);
    const shifts = [...situation.real!.dutyShifts.values()];
    expect(shifts.map(({ startsAt }) => startsAt).sort()).toEqual(
      [0, 1, 2, 3].map((day) => new Date(START + day * DAY).toISOString())
    );
    expect(new Set(shifts.map(({ person }) => person))).toEqual(new Set(['Wang']));
    await undo();
    await undo();
    expect(situation.real!.dutyShifts.size).toBe(0);
    expect(kept.size).toBe(0);
  });
});

describe('what the server wrote', () => {
  const beds: Change = {
    verb: 'x',
    edits: (() => {
      const before = facts.facilities.get('clinic')!;
      return [
        { collection: 'facilities', id: 'clinic', before, after: { ...before, bedsFree: 3, version: 2 } } as Edit
      ];
    })()
  };
  const answerWith = (more: object) =>
    server.mockImplementation((_client, _area, { edits: [edit] }) =>
      Promise.resolve({ done: [{ ...edit, after: { ...edit.after, ...more } } as Edit], refused: null })
    );

  it('is told to the engine where it says something else of the thing', async () => {
    answerWith({ bedsFree: 4, version: 5 });
    await carryOut(beds, { real: true });
    expect(situation.real!.facilities.get('clinic')!.bedsFree).toBe(4);
    expect(asked.mock.calls.map(([{ edits }]) => edits[0].after)).toEqual([
      expect.objectContaining({ bedsFree: 3 }),
      expect.objectContaining({ bedsFree: 4 })
    ]);
  });

  it('is noted in silence where only its version is another', async () => {
    answerWith({ version: 5 });
    await carryOut(beds, { real: true });
    expect(situation.real!.facilities.get('clinic')!.version).toBe(5);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('what the server tells of a record while own writes of it are under way', () => {
  const clinic = { collection: 'facilities', id: 'clinic' } as const;
  const before = facts.facilities.get('clinic')!;
  const remove: Change = { verb: 'x', edits: [{ ...clinic, before, after: null } as Edit] };
  const restore = invert(remove);
  let answers: (() => void)[];

  beforeEach(() => {
    answers = [];
    fetched.mockReset();
    server.mockImplementation(
      (_client, _area, { edits }) =>
        new Promise((resolve) => answers.push(() => resolve({ done: [...edits], refused: null })))
    );
  });
  /** The next write is answered. */
  async function answer(): Promise<void> {
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0));
    answers.shift()!();
  }

  it('waits until the last of them is through, then the record is asked for afresh', async () => {
    expect(withhold(clinic)).toBe(false);
    const acts = [carryOut(remove, { real: true }), carryOut(restore, { real: true })];
    // The late word of its making: laid over what shows, it would make the second act one without effect.
    expect(withhold(clinic)).toBe(true);
    await answer();
    await acts[0];
    expect(withhold(clinic)).toBe(true);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockResolvedValue({ id: 'r2', record: { ...before, bedsFree: 7, version: 3 } });
    await answer();
    await acts[1];
    expect(withhold(clinic)).toBe(false);
    await vi.waitFor(() => expect(situation.real!.facilities.get('clinic')!.bedsFree).toBe(7));
    expect(theFeed.ids.get('facilities/clinic')).toBe('r2');
    expect(server).toHaveBeenCalledTimes(2);
  });

  it('asked for before an own write was begun is no news after it', async () => {
    const act = carryOut(remove, { real: true });
    withhold(clinic);
    let late = (_: null | { id: string; record: typeof before }): void => undefined;
    fetched.mockImplementationOnce(() => new Promise((resolve) => (late = resolve as typeof late)));
    fetched.mockResolvedValueOnce({ id: 'r3', record: before });
    await answer();
    await act;
    const next = carryOut(restore, { real: true });
    await answer();
    await next;
    late(null);
    await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
    await vi.waitFor(() => expect(theFeed.ids.get('facilities/clinic')).toBe('r3'));
    expect(situation.real!.facilities.get('clinic')).toEqual(before);
  });

  it('asks for nothing where nothing was told', async () => {
    const act = carryOut(remove, { real: true });
    await answer();
    await act;
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is asked for once more where the line is gone', async () => {
    vi.useFakeTimers();
    try {
      const act = carryOut(remove, { real: true });
      withhold(clinic);
      fetched.mockRejectedValueOnce(new Trouble('network')).mockResolvedValue(null);
      await answer();
      await act;
      await vi.advanceTimersByTimeAsync(5000);
      expect(fetched).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the keyboard', () => {
  const clinic = 'clinic' as FacilityId;

  it('takes a real act back only where the bar stands, and says what it was', async () => {
    await moveFacility({ facilityId: clinic, lon: 0.05, lat: 0 }, { real: true });
    await undoByKey();
    expect(situation.real!.facilities.get(clinic)!.lon).toBe(0.05);
    expect(notices.list.map(({ code }) => code)).toEqual(['undo-elsewhere']);
    const takeDown = editBar.stand();
    await undoByKey();
    takeDown();
    expect(situation.real!.facilities.get(clinic)!.lon).toBe(facts.facilities.get(clinic)!.lon);
    expect(notices.list.map(({ code }) => code)).toContain('undo-done');
    expect(notices.list.at(-1)!.params.what).toMatch(/clinic/i);
  });
});

describe('the name of a scenario', () => {
  const clinic = 'clinic' as FacilityId;
  const before = facts.facilities.get(clinic)!;
  const edit = { collection: 'facilities', id: clinic, before, after: { ...before, lon: 0.05, version: 2 } };
  const record = { id: 'plan-1', kind: 'plan', name: 'One', content: { verb: 'scenario', edits: [edit] } };

  it('goes with the next planned step, and with the undo of its own', async () => {
    situation.load({ ...facts, scenarios: new Map([['plan-1', record]]) as never });
    expect(openScenario('plan-1')).toBe(true);
    expect(scenario.current).toBe('plan-1');
    await moveFacility({ facilityId: clinic, lon: 0.07, lat: 0 }, { real: false });
    expect(scenario.current).toBeNull();
    openScenario('plan-1');
    await undo();
    expect(scenario.current).toBeNull();
    expect(situation.planned).toEqual([]);
  });
});
