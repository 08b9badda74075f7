import type { StockLot } from '$core/model/records';
import type { ReportedVehicle, ReportField } from '$core/report/daily-report';
import { composeReport, NO_STOCK, type StockValue } from './compose-report';
import { itemId, setDoses, takeDoses, type DailyReport, type OddJump, type ReportForm } from '$lib/commands/report';

/** What a person changed of the values that stand, by item; the rest follows the facts. */
export type Overrides = Readonly<Record<string, unknown>>;

export interface DraftInput {
  form: () => ReportForm;
  /** ISO day on the county's clocks. */
  today: () => string;
  /** A first report of the day has taken its use from the stock: a second must not take it again. */
  reportedToday: () => boolean;
}

const dosesOf = (lots: readonly StockLot[]) => lots.reduce((sum, { doses }) => sum + doses, 0);

/** The report being filled in. Stock and use of a medicine follow each other until both are stated. */
export function createDraft({ form, today, reportedToday }: DraftInput) {
  let own = $state.raw<Overrides>({});
  let sure = $state.raw<Readonly<Record<string, string>>>({});

  const standingStock = (id: string) => form().standing.stock.find(({ medicineId }) => medicineId === id);
  const has = (item: string) => Object.hasOwn(own, item);

  function stock(id: string): StockValue | null {
    if (has(itemId.stock(id))) return own[itemId.stock(id)] as StockValue;
    const standing = standingStock(id);
    const used = own[itemId.used(id)];
    if (!standing || typeof used !== 'number' || reportedToday()) return standing ?? null;
    return { lots: takeDoses(standing.lots, used, today()), onOrderDoses: standing.onOrderDoses };
  }

  function used(id: string): number | null {
    if (has(itemId.used(id))) return own[itemId.used(id)] as number | null;
    const standing = standingStock(id);
    if (!standing || !has(itemId.stock(id)) || reportedToday()) return null;
    const gone = dosesOf(standing.lots) - dosesOf(stock(id)!.lots);
    return gone > 0 ? gone : null;
  }

  const draft = {
    get overrides() {
      return own;
    },
    get touched() {
      return Object.keys(own).length;
    },
    isTouched: (item: string) => has(item),
    set(item: string, value: unknown) {
      own = { ...own, [item]: value };
    },
    /** Back to the value that stands. */
    drop(item: string) {
      own = Object.fromEntries(Object.entries(own).filter(([each]) => each !== item));
    },
    load(next: Overrides) {
      own = next;
      sure = {};
    },
    clear() {
      draft.load({});
    },

    field(name: ReportField) {
      const item = itemId.field(name);
      return has(item) ? own[item] : form().standing.facility[name];
    },
    stock,
    doses: (id: string): number | null => {
      const held = stock(id);
      return held && dosesOf(held.lots);
    },
    standingDoses: (id: string): number | null => {
      const held = standingStock(id);
      return held ? dosesOf(held.lots) : null;
    },
    setDoses(id: string, doses: number) {
      const held = stock(id) ?? NO_STOCK;
      // From the lots that stand, so that steps back and forth leave them as they were.
      const from = held.byLot ? held.lots : (standingStock(id)?.lots ?? held.lots);
      draft.set(itemId.stock(id), { ...held, lots: setDoses(from, doses, today()) });
    },
    setLots(id: string, lots: StockLot[]) {
      draft.set(itemId.stock(id), { ...(stock(id) ?? NO_STOCK), lots, byLot: true });
    },
    setOnOrder(id: string, onOrderDoses: number) {
      draft.set(itemId.stock(id), { ...(stock(id) ?? NO_STOCK), onOrderDoses });
    },
    used,
    /** Medicines with a lot whose date is wanting: such a report would be refused. */
    undated: (): string[] =>
      form().items.flatMap((item) =>
        item.kind === 'stock' && stock(item.medicineId)?.lots.some((lot) => lot.doses > 0 && lot.expiresOn === '')
          ? [item.id]
          : []
      ),
    count(villageId: string, field: Parameters<typeof itemId.count>[1]): number | null {
      const item = itemId.count(villageId, field);
      if (has(item)) return own[item] as number;
      return form().standing.people.find((each) => each.villageId === villageId)?.counts[field] ?? null;
    },
    vehicle(vehicleId: string): ReportedVehicle {
      const item = itemId.vehicle(vehicleId);
      if (has(item)) return own[item] as ReportedVehicle;
      return form().standing.vehicles.find((each) => each.vehicleId === vehicleId)!;
    },

    /** A person looked at this odd value and stands by it. */
    confirm({ itemId: item, phrase }: OddJump) {
      sure = { ...sure, [item]: JSON.stringify(phrase) };
    },
    isSure: ({ itemId: item, phrase }: OddJump) => sure[item] === JSON.stringify(phrase),

    /** All that the form shows is stated; what seldom changes only where it was touched. */
    report: (moment: Pick<DailyReport, 'reportedOn' | 'reportedAt'>): DailyReport =>
      composeReport(form(), draft, moment)
  };
  return draft;
}

export type Draft = ReturnType<typeof createDraft>;

/** What a report stated, as overrides, so that a refused one can be put right. */
export function overridesOf(report: DailyReport): Overrides {
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(report.facility)) own[itemId.field(name as ReportField)] = value;
  for (const { medicineId, lots, onOrderDoses, usedToday } of report.stock) {
    own[itemId.stock(medicineId)] = { lots, onOrderDoses, byLot: true };
    if (usedToday !== null) own[itemId.used(medicineId)] = usedToday;
  }
  for (const { villageId, counts } of report.people)
    for (const [field, value] of Object.entries(counts))
      own[itemId.count(villageId, field as keyof typeof counts)] = value;
  for (const each of report.vehicles) own[itemId.vehicle(each.vehicleId)] = each;
  return own;
}
