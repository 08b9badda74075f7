import { expect, test } from 'vitest';
import { tinyArea, TINY_SETTINGS } from '../../../tests/helpers/tiny-area';
import { closeRoad } from '../core/change/close-road';
import type { VillageId } from '../core/model/ids';
import { createEngine, finish } from './engine';

const { network, situation } = tinyArea();
const STARTS = '2026-11-22T00:00:00Z';
const bridge = { wayId: 30, fromNode: 4, toNode: 5, reason: 'flood', startsAt: STARTS };

test('asked of the facts, a planned closure changes no route, ranking or referral', () => {
  const engine = createEngine({ elapsed: () => 0, solve: () => Promise.reject(new Error('no solver')) });
  finish(engine.open({ network, situation, settings: TINY_SETTINGS }));
  const patient = { grade: 'severe', aged: false, severeDisease: false, stable: true, dialysis: false } as const;
  const ask = (facts: boolean) =>
    [...situation.villages.values()].map((village) => ({
      refer: engine.refer({ villageId: village.id as VillageId, patient, facts }),
      from: engine.refer({ villageId: village.id as VillageId, patient, from: village, facts }),
      rank: engine.rank({ place: village, hospital: null, grade: 'mild', needs: [], facts }),
      route: engine.route({ from: village, to: [...situation.facilities.values()][0], facts })
    }));
  const before = ask(true);
  before.forEach(({ refer, from }) => expect(from).toEqual(refer));
  finish(engine.change({ revision: 1, change: closeRoad(situation, bridge), planned: true }));
  expect(ask(true)).toEqual(before);
  expect(ask(false)).not.toEqual(before);
});
