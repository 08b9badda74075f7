import type { StockLot } from '../model/records';
import { setDoses, takeDoses } from '../report/take-doses';

/**
 * Takes doses out of a stock, first those that expire first; what has expired by `today` (ISO date) is never given. Null
 * where there are too few: a stock never falls below nothing.
 */
export function pickLots(
  lots: readonly StockLot[],
  doses: number,
  today: string
): { picked: StockLot[]; left: StockLot[] } | null {
  const usable = addLots(
    [],
    lots.filter(({ expiresOn }) => expiresOn >= today)
  );
  if (sumOf(usable) < doses) return null;
  const rest = takeDoses(usable, doses, today);
  const picked = usable.flatMap((lot) => {
    const kept = rest.find((each) => sameLot(each, lot))?.doses ?? 0;
    return lot.doses > kept ? [{ ...lot, doses: lot.doses - kept }] : [];
  });
  return { picked, left: [...rest, ...lots.filter(({ expiresOn }) => expiresOn < today)] };
}

/**
 * The lots that came where only their doses in all were counted: what is missing is taken from those shipped that expire
 * first, what came beyond is added to the one that expires last.
 */
export function receivedLots(shipped: readonly StockLot[], receivedDoses: number, today: string): StockLot[] {
  return setDoses(shipped, receivedDoses, today);
}

/** Lots with others put to them; one of the same number and expiry grows. */
export function addLots(lots: readonly StockLot[], more: readonly StockLot[]): StockLot[] {
  const result = lots.map((lot) => ({ ...lot }));
  for (const lot of more) {
    const same = result.find((each) => sameLot(each, lot));
    if (same) same.doses += lot.doses;
    else if (lot.doses > 0) result.push({ ...lot });
  }
  return result;
}

/** Doses that may be given on a day (ISO date): a lot is usable through its expiry day. */
export function usableDoses(lots: readonly StockLot[], today: string): number {
  return sumOf(lots.filter(({ expiresOn }) => expiresOn >= today));
}

export function sumOf(lots: readonly StockLot[]): number {
  return lots.reduce((sum, { doses }) => sum + doses, 0);
}

export function sameLot(a: StockLot, b: StockLot): boolean {
  return a.lot === b.lot && a.expiresOn === b.expiresOn;
}
