import { LABEL, LANES } from './kernel';
import { NONE, NONE_MM } from './weights';

/** Makes every lane of a slot NONE. */
export function clearLabel(labels: Uint32Array, slot: number): void {
  const at = slot * LABEL;
  for (let lane = 0; lane < LANES; lane++) {
    labels[at + lane] = NONE;
    labels[at + LANES + lane] = NONE_MM;
  }
}

/** Puts (ms, mm) in a lane of a slot where it is less than what stands there. */
export function offerLabel(labels: Uint32Array, slot: number, lane: number, ms: number, mm: number): void {
  if (ms === NONE) return;
  const at = slot * LABEL + lane;
  if (ms > labels[at] || (ms === labels[at] && mm >= labels[at + LANES])) return;
  labels[at] = ms;
  labels[at + LANES] = mm;
}
