/** Half the length of road over which a grade is measured, and the least length it is divided by. */
export const GRADE_WINDOW_MM = 100_000;
/** Steepest grade kept, in 1e-4: steeper values are flaws of the elevation. */
export const GRADE_LIMIT = 3000;

/** A run of road: neighbouring nodes of one way without a gap. */
export interface RoadProfile {
  /** Millimetres from the run's first node, ascending, one per node. */
  along: Float64Array;
  /** Metres at each node; NaN where unknown. */
  elevation: Float64Array;
}

/**
 * Signed grade of the segment between nodes `index` and `index + 1` in the direction of the run, in 1e-4, half-up:
 *
 *     m = middle of the segment along the run; a = max(0, m − 100 m); b = min(length of the run, m + 100 m)
 *     grade = (z(b) − z(a)) ÷ max(b − a, 100 m), held within ±30 %; floor(grade · 10⁴ + ½)
 *
 * z is linear between the elevations of neighbouring nodes. 0 where no elevation of the run is known.
 */
export function gradeOfSegment(profile: RoadProfile, index: number): number {
  const { along } = profile;
  const middle = (along[index] + along[index + 1]) / 2;
  const a = Math.max(0, middle - GRADE_WINDOW_MM);
  const b = Math.min(along[along.length - 1], middle + GRADE_WINDOW_MM);
  const rise = elevationAt(profile, b, index) - elevationAt(profile, a, index);
  if (Number.isNaN(rise)) return 0;
  const grade = (rise * 1000) / Math.max(b - a, GRADE_WINDOW_MM);
  return Math.max(-GRADE_LIMIT, Math.min(GRADE_LIMIT, Math.floor(grade * 10_000 + 0.5)));
}

/** z at a distance along the run; the search starts at segment `near`. */
function elevationAt({ along, elevation }: RoadProfile, distance: number, near: number): number {
  let i = near;
  while (i > 0 && along[i] > distance) i--;
  while (i < along.length - 2 && along[i + 1] < distance) i++;
  const length = along[i + 1] - along[i];
  if (length === 0) return elevation[i];
  return elevation[i] + ((elevation[i + 1] - elevation[i]) * (distance - along[i])) / length;
}

/** Fills unknown elevations in place: linear between the known neighbours along the run, level beyond the outermost. */
export function fillUnknown({ along, elevation }: RoadProfile): void {
  let known = -1;
  for (let i = 0; i < elevation.length; i++) {
    if (Number.isNaN(elevation[i])) continue;
    for (let j = known + 1; j < i; j++) {
      const share = known < 0 || along[i] === along[known] ? 1 : (along[j] - along[known]) / (along[i] - along[known]);
      elevation[j] = known < 0 ? elevation[i] : elevation[known] + (elevation[i] - elevation[known]) * share;
    }
    known = i;
  }
  if (known >= 0) elevation.fill(elevation[known], known + 1);
}
