import { isNewerFix, type Fix } from './parse-acts';

export type DriveFix = Omit<Fix, 'vehicleId'>;

/**
 * The fix of a place at `now` (epoch ms, on the server's clock as far as the device knows it), newer than the last one of
 * this device whatever its clock did meanwhile.
 */
export function nextFix(last: DriveFix | null, { lon, lat }: { lon: number; lat: number }, now: number): DriveFix {
  const before = last === null ? -Infinity : Date.parse(last.deviceAt);
  return {
    lon,
    lat,
    deviceAt: new Date(Math.max(now, before)).toISOString(),
    seq: (last?.seq ?? 0) + 1
  };
}

/** Of two fixes the one that counts. */
export function newerFix(one: DriveFix | null, other: DriveFix): DriveFix {
  if (one === null) return other;
  return isNewerFix(other, { positionAt: one.deviceAt, positionSeq: one.seq }) ? other : one;
}
