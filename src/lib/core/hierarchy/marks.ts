import { NONE, NONE_MM } from './weights';

/** Numbers of a mark: mm, ms, site, and one to spare. A mark is the least (ms, mm, site) found so far. */
export const MARK = 4;
export const MARK_MM = 0;
export const MARK_MS = 1;
export const MARK_SITE = 2;
export const NO_SITE = 0xffff_ffff;

export function clearMark(marks: Uint32Array, slot: number): void {
  const at = slot * MARK;
  marks[at + MARK_MM] = NONE_MM;
  marks[at + MARK_MS] = NONE;
  marks[at + MARK_SITE] = NO_SITE;
}

/** Puts (ms, mm, site) in a slot where it is less than what stands there. */
export function offerMark(marks: Uint32Array, slot: number, ms: number, mm: number, site: number): void {
  const at = slot * MARK;
  if (ms >= NONE || ms > marks[at + MARK_MS]) return;
  if (ms === marks[at + MARK_MS]) {
    if (mm > marks[at + MARK_MM]) return;
    if (mm === marks[at + MARK_MM] && site >= marks[at + MARK_SITE]) return;
  }
  marks[at + MARK_MS] = ms;
  marks[at + MARK_MM] = mm;
  marks[at + MARK_SITE] = site;
}

/** Marks for `size` slots, all without a way. */
export function createMarks(size: number): Uint32Array {
  const marks = new Uint32Array(size * MARK);
  for (let slot = 0; slot < size; slot++) clearMark(marks, slot);
  return marks;
}
