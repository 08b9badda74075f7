import {
  OUT_OF_SERVICE_REASONS,
  type Grade,
  type OutOfServiceReason,
  type PeopleCount,
  type Village
} from '../../model/records';
import type { PatientCase } from '../../model/results';
import { randomOf, type Random } from '../../sample/random';

/** A case as it will come; everything that is left to chance in it is drawn beforehand. */
export interface PlannedCase {
  /** Milliseconds from the start of the night, of the night's own time. */
  atMs: number;
  villageId: string;
  patient: PatientCase;
  greenChannel: boolean;
  /** The first hospital that is asked refuses. */
  refused: boolean;
  /** The family calls it off before a vehicle has come. */
  calledOff: boolean;
  /** The vehicle that is sent first breaks down on the way. */
  breakdown: OutOfServiceReason | null;
  /** The hospital fills up under way: on to another. */
  redirected: boolean;
  /** How long people take, milliseconds: answer, getting off, at the scene, handing over, cleaning up. */
  answerMs: number;
  turnoutMs: number;
  sceneMs: number;
  handOverMs: number;
  readyMs: number;
}

export interface PlannedClosure {
  atMs: number;
  untilMs: number;
  /** Where among the roads, 0 ≤ x < 1. */
  where: number;
  speedPercent: number;
}

export interface Night {
  cases: PlannedCase[];
  closures: PlannedClosure[];
}

export interface NightInput {
  seed: number;
  hours: number;
  casesPerHour: number;
  /** Weight of a village: its people, times what its risk adds. A weight of 0 never calls. */
  villages: readonly { id: string; weight: number }[];
}

/** People of a village, those at risk (aged 65 and over, labelled red) counted twice: they are the ones who call. */
export function callWeight(
  { residents }: Pick<Village, 'residents'>,
  count: Pick<PeopleCount, 'aged65' | 'red'> | undefined
): number {
  return residents + Math.min(residents, (count?.aged65 ?? 0) + (count?.red ?? 0));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Shares of the grades among those who are referred; asymptomatic cases stay at home. */
const GRADE_SHARES: readonly [Grade, number][] = [
  ['mild', 0.1],
  ['ordinary', 0.5],
  ['severe', 0.3],
  ['critical', 0.1]
];

/**
 * A night drawn from a seed: the same seed, hours and villages give the same night on every machine. Cases come as a
 * Poisson process, from villages in proportion to their weight.
 *
 * @throws RangeError when no village has a weight, or hours or rate are no positive numbers.
 */
export function planNight({ seed, hours, casesPerHour, villages }: NightInput): Night {
  if (!(hours > 0) || !(casesPerHour > 0)) throw new RangeError('A night needs hours and cases, each more than 0.');
  const calling = villages.filter(({ weight }) => weight > 0);
  const total = calling.reduce((sum, { weight }) => sum + weight, 0);
  if (calling.length === 0) throw new RangeError('No village has people, so nobody would call.');
  const arrivals = randomOf(seed, 'arrivals');
  const cases: PlannedCase[] = [];
  for (let at = gap(arrivals, casesPerHour); at < hours * HOUR; at += gap(arrivals, casesPerHour)) {
    const random = randomOf(seed, `case-${cases.length}`);
    cases.push(drawCase(Math.round(at), drawVillage(random, calling, total), random));
  }
  const roads = randomOf(seed, 'closures');
  const closures: PlannedClosure[] = [];
  for (let at = gap(roads, CLOSURES_PER_HOUR); at < hours * HOUR; at += gap(roads, CLOSURES_PER_HOUR)) {
    const lasts = roads.between(HOUR, 6 * HOUR);
    const closed = { where: roads.next(), speedPercent: roads.chance(0.7) ? 0 : roads.whole(20, 60) };
    closures.push({ atMs: Math.round(at), untilMs: Math.round(at + lasts), ...closed });
  }
  return { cases, closures };
}

const CLOSURES_PER_HOUR = 0.5;

/** Time to the next of a Poisson process, milliseconds. */
function gap(random: Random, perHour: number): number {
  return (-Math.log(1 - random.next()) / perHour) * HOUR;
}

function drawVillage(random: Random, villages: NightInput['villages'], total: number): string {
  let rest = random.between(0, total);
  for (const { id, weight } of villages) {
    rest -= weight;
    if (rest < 0) return id;
  }
  return villages[villages.length - 1].id;
}

function drawGrade(random: Random): Grade {
  let rest = random.next();
  for (const [grade, share] of GRADE_SHARES) {
    rest -= share;
    if (rest < 0) return grade;
  }
  return 'ordinary';
}

function drawCase(atMs: number, villageId: string, random: Random): PlannedCase {
  const grade = drawGrade(random);
  const aged = random.chance(0.4);
  const patient: PatientCase = {
    grade,
    aged,
    // Mild cases are referred for what lies under them.
    severeDisease: grade === 'mild' || random.chance(0.25),
    stable: grade !== 'critical' && random.chance(0.8),
    dialysis: random.chance(0.04)
  };
  const minutes = (low: number, high: number) => Math.round(random.between(low, high) * MINUTE);
  return {
    atMs,
    villageId,
    patient,
    greenChannel: aged || patient.dialysis,
    refused: random.chance(0.12),
    calledOff: random.chance(0.04),
    breakdown: random.chance(0.05) ? random.pick(OUT_OF_SERVICE_REASONS) : null,
    redirected: random.chance(0.06),
    answerMs: minutes(1, 6),
    turnoutMs: minutes(1, 4),
    sceneMs: minutes(6, 25),
    handOverMs: minutes(4, 18),
    readyMs: minutes(3, 12)
  };
}
