import type { FacilityId, MedicineId, VillageId } from '../model/ids';
import type { Facility, Medicine, PeopleCount, Stock, StockLot, Village } from '../model/records';
import { siteDemand } from '../medicine/site-demand';
import { toNumber } from '../medicine/rational';
import { numberRule, type RulePack } from '../rules/rule-pack';
import { randomOf, type Random } from './random';
import { byId } from './sample-place';
import { dayAfter } from '../report/local-time';
import { clockOf } from './sample-time';

const CLASSES = [
  ['antipyretic', 'Paracetamol 500 mg', '对乙酰氨基酚片 500毫克', 'tablet', '片', 9],
  ['antitussive', 'Compound liquorice tablets', '复方甘草片', 'tablet', '片', 12],
  ['chinese-patent', 'Lianhua Qingwen capsules', '连花清瘟胶囊', 'capsule', '粒', 24],
  ['antigen', 'SARS-CoV-2 antigen test', '新冠病毒抗原检测试剂', 'test', '人份', 2]
] as const;

export function sampleMedicines(pack: RulePack): Medicine[] {
  return CLASSES.map(([medicineClass, en, zh, unitEn, unitZh, dosesPerCourse]) => ({
    id: `med-${medicineClass}` as MedicineId,
    unit: 'county',
    origin: 'sample',
    editedFields: [],
    version: 1,
    names: { local: en, en, zh },
    medicineClass,
    doseUnit: { local: unitEn, en: unitEn, zh: unitZh },
    dosesPerCourse,
    coursesPerPerson: numberRule(pack, 'courses-per-person')
  }));
}

/** What is wrong with one site × medicine; `fine` clears both limbs with room to spare. */
type Fault = 'fine' | 'days' | 'share-red' | 'share-amber' | 'expiry' | 'no-history' | 'no-demand' | 'bare';

export interface SampleStockInput {
  facilities: readonly Facility[];
  villages: readonly Village[];
  servedBy: ReadonlyMap<VillageId, FacilityId>;
  peopleCounts: readonly PeopleCount[];
  medicines: readonly Medicine[];
  /** Hospital whose cupboard is bare. */
  empty: FacilityId | null;
  pack: RulePack;
  seed: number;
  today: string;
}

/**
 * A stock record per site and medicine. A fine one holds 28–50 % of the persons it serves and 24–45 days. About one
 * clinic in five is under 14 days of antipyretics; single sites are short of the share, live on expired lots, have no
 * history, or no demand.
 */
export function sampleStock(input: SampleStockInput): Stock[] {
  const faults = planFaults(input);
  const counts = new Map(input.peopleCounts.map((each) => [each.villageId, each]));
  const villagesOf = new Map<FacilityId, Village[]>();
  for (const village of input.villages) {
    const site = input.servedBy.get(village.id);
    if (site) villagesOf.set(site, [...(villagesOf.get(site) ?? []), village]);
  }
  return byId(input.facilities).flatMap((facility) => {
    const { demand } = siteDemand({
      villages: villagesOf.get(facility.id) ?? [],
      counts,
      remoteVillages: new Set(),
      pack: input.pack,
      today: input.today
    });
    return input.medicines.map((medicine) =>
      record(facility, medicine, toNumber(demand), faults.get(`${facility.id}/${medicine.id}`) ?? 'fine', input)
    );
  });
}

function record(
  facility: Facility,
  medicine: Medicine,
  demandPersons: number,
  fault: Fault,
  { seed, today }: SampleStockInput
): Stock {
  const random = randomOf(seed, `stock/${facility.id}/${medicine.id}`);
  // A site that serves nobody, and a hospital above the townships, keeps a cupboard for the patients in it.
  const persons = demandPersons > 0 ? demandPersons : Math.max(60, facility.bedsTotal * 6);
  const perPerson = medicine.dosesPerCourse * medicine.coursesPerPerson;
  const shares: Record<Fault, [number, number]> = {
    fine: [0.28, 0.5],
    days: [0.24, 0.4],
    'share-red': [0.06, 0.13],
    'share-amber': [0.16, 0.19],
    expiry: [0.05, 0.1],
    'no-history': [0.28, 0.5],
    'no-demand': [0.28, 0.5],
    bare: [0, 0]
  };
  const usable = Math.ceil(persons * perPerson * random.between(...shares[fault]));
  const days = fault === 'days' ? random.between(5, 13) : random.between(24, 45);
  const basis = fault === 'bare' ? (persons * perPerson * 0.2) / 30 : usable / days;
  const dailyUse = fault === 'no-history' ? null : fault === 'no-demand' ? 0 : Math.max(0.1, round1(basis));
  const expired =
    fault === 'expiry'
      ? [lot(random, Math.ceil(persons * perPerson * 0.25), dayAfter(today, -random.whole(5, 60)))]
      : fault !== 'bare' && random.chance(0.06)
        ? [lot(random, random.whole(5, 40), dayAfter(today, -random.whole(1, 90)))]
        : [];
  return {
    id: `stock-${facility.id}-${medicine.id}`,
    unit: facility.townshipId,
    origin: 'sample',
    editedFields: [],
    version: 1,
    facilityId: facility.id,
    medicineId: medicine.id,
    lots: [...usableLots(random, usable, today), ...expired],
    onOrderDoses: fault === 'fine' || random.chance(0.4) ? 0 : Math.ceil((persons * perPerson) / 10),
    meanDailyUse: dailyUse,
    countedAt: clockOf(today, -1, random.whole(480, 1080))
  };
}

function usableLots(random: Random, doses: number, today: string): StockLot[] {
  if (doses === 0) return [];
  const soon = Math.floor(doses * random.between(0.05, 0.3));
  const lots = [lot(random, doses - soon, dayAfter(today, random.whole(120, 700)))];
  if (soon > 0) lots.push(lot(random, soon, dayAfter(today, random.whole(12, 100))));
  return lots;
}

function lot(random: Random, doses: number, expiresOn: string): StockLot {
  return { lot: `${random.pick(['A', 'B', 'C'])}${random.whole(1000, 9999)}`, doses, expiresOn };
}

/** Faults by `facility/medicine`; each its own pair as long as there are pairs enough (three sites or more). */
function planFaults({ facilities, villages, servedBy, medicines, empty, seed }: SampleStockInput): Map<string, Fault> {
  const random = randomOf(seed, 'stock-faults');
  const serving = new Set(villages.filter((each) => each.residents > 0).map((each) => servedBy.get(each.id)));
  const sites = random.shuffle(byId(facilities).filter((each) => serving.has(each.id) && each.id !== empty));
  const clinics = sites.filter((each) => each.tier === 'village-clinic');
  const pool = clinics.length >= 3 ? clinics : sites;
  const faults = new Map<string, Fault>();
  if (pool.length > 0) {
    const few = Math.max(1, Math.round(pool.length / 15));
    const wanted: [Fault, string, number][] = [
      ['days', 'antipyretic', Math.max(1, Math.round(pool.length / 5))],
      ['share-red', 'antitussive', few],
      ['share-amber', 'chinese-patent', few],
      ['expiry', 'antigen', few],
      ['no-history', 'antigen', few],
      ['no-demand', 'chinese-patent', few],
      ['days', 'antitussive', few]
    ];
    let next = 0;
    for (const [fault, medicineClass, count] of wanted) {
      const medicine = medicines.find((each) => each.medicineClass === medicineClass);
      for (let placed = 0, tried = 0; medicine && placed < count && tried < pool.length; tried++, next++) {
        const key = `${pool[next % pool.length].id}/${medicine.id}`;
        if (faults.has(key)) continue;
        faults.set(key, fault);
        placed++;
      }
    }
  }
  if (empty) for (const medicine of medicines) faults.set(`${empty}/${medicine.id}`, 'bare');
  return faults;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
