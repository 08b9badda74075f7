import { LABEL, LANES } from './kernel';
import { NONE, NONE_MM } from './weights';

/** Makes every lane of a slot NONE. */
export function clearLabel(labels: Uint32Array, slot: number): void {
  labels.fill(NONE, slot * LABEL, slot * LABEL + LANES);
  labels.fill(NONE_MM, slot * LABEL + LANES, (slot + 1) * LABEL);
}

/** Puts (ms, mm) in a lane of a slot where it is less than what stands there. */
export function offerLabel(labels: Uint32Array, slot: number, lane: number, ms: number, mm: number): void {
  const at = slot * LABEL + lane;
  if (ms >= NONE || ms > labels[at] || (ms === labels[at] && mm >= labels[at + LANES])) return;
  labels[at] = ms;
  labels[at + LANES] = mm;
}

/** Offers slot `to` what stands at slot `from` and a way between, in every lane. */
export function relaxLabel(labels: Uint32Array, from: number, to: number, ms: number, mm: number): void {
  const at = from * LABEL;
  for (let lane = 0; lane < LANES; lane++)
    offerLabel(labels, to, lane, labels[at + lane] + ms, labels[at + LANES + lane] + mm);
}
