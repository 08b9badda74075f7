import type { PeopleCount, Village } from '../model/records';
import { randomOf } from './random';
import { byId } from './sample-place';
import { dayAfter } from '../report/local-time';

/**
 * Key people per village, as shares of its residents: 65+ 5–15 %, of them one in five 80+; red 0.6–2 %, yellow 2–5 %,
 * green the other aged; vaccinated of those aged 60–79 72–96 %, of those 80+ 55–88 %; returnees 0–18 %, in tourist villages up to 40 %. Contacts a week reach 70–100 % of
 * 2 × yellow + 3 × red. One count in eight is three to seven weeks old; one village was never counted.
 */
export function samplePeople(villages: readonly Village[], seed: number, today: string): PeopleCount[] {
  const sorted = byId(villages);
  const never = sorted.length > 1 ? randomOf(seed, 'people-faults').pick(sorted).id : null;
  return sorted.map((village) => {
    const random = randomOf(seed, `people/${village.id}`);
    const residents = Math.max(0, village.residents);
    const of = (low: number, high: number) => Math.round(residents * random.between(low, high));
    const aged65 = of(0.05, 0.15);
    const red = Math.min(aged65, of(0.006, 0.02));
    const yellow = Math.min(aged65 - red, of(0.02, 0.05));
    const aged60 = Math.round(aged65 * random.between(1.25, 1.45));
    const due = 2 * yellow + 3 * red;
    const age = random.chance(1 / 8) ? random.whole(20, 50) : random.whole(0, 10);
    const aged80 = Math.round(aged65 * random.between(0.15, 0.25));
    const target60 = Math.max(0, aged60 - aged80);
    return {
      id: `people-${village.id}`,
      unit: village.townshipId,
      origin: 'sample',
      editedFields: [],
      version: 1,
      villageId: village.id,
      aged65,
      aged80,
      red,
      yellow,
      green: aged65 - red - yellow,
      returnees: of(0, village.touristVillage ? 0.4 : 0.18),
      contactsDone: random.chance(0.7) ? due : Math.floor(due * random.between(0.7, 0.97)),
      vaccinated60: Math.round(target60 * random.between(0.72, 0.96)),
      target60,
      vaccinated80: Math.round(aged80 * random.between(0.55, 0.88)),
      target80: aged80,
      masked: [],
      countedOn: village.id === never ? null : dayAfter(today, -age)
    };
  });
}
