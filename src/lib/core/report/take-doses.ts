import type { StockLot } from '../model/records';

/**
 * Lots after `doses` were given out: first those that expire first among the usable ones, then the expired. What is more
 * than there is leaves nothing; a lot used up is dropped.
 *
 * @param today ISO date: a lot is usable through its expiry day.
 */
export function takeDoses(lots: readonly StockLot[], doses: number, today: string): StockLot[] {
  let rest = doses;
  const left = new Map(lots.map((lot) => [lot, lot.doses]));
  const usable = lots.filter(({ expiresOn }) => expiresOn >= today);
  const expired = lots.filter(({ expiresOn }) => expiresOn < today);
  for (const lot of [...usable.sort(byExpiry), ...expired.sort(byExpiry)]) {
    const taken = Math.min(rest, lot.doses);
    left.set(lot, lot.doses - taken);
    rest -= taken;
  }
  return lots.flatMap((lot) => {
    const now = left.get(lot)!;
    return now === lot.doses ? [lot] : now > 0 ? [{ ...lot, doses: now }] : [];
  });
}

/** Lots that hold `total` doses: fewer are taken as `takeDoses` does, more are added to the lot that expires last. */
export function setDoses(lots: readonly StockLot[], total: number, today: string): StockLot[] {
  const held = lots.reduce((sum, lot) => sum + lot.doses, 0);
  if (total <= held) return takeDoses(lots, held - total, today);
  const last = [...lots].sort(byExpiry).at(-1);
  return last
    ? lots.map((lot) => (lot === last ? { ...lot, doses: lot.doses + total - held } : lot))
    : [{ lot: '', doses: total, expiresOn: '' }];
}

function byExpiry(a: StockLot, b: StockLot): number {
  return a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : 0;
}
