import { TRAVEL_MODES } from './grid-ground';

export const WALKING = TRAVEL_MODES.indexOf('WALKING');
const BICYCLING = TRAVEL_MODES.indexOf('BICYCLING');

/** Tobler (1993): exponent per slope, and the slope on which one walks quickest. */
const TOBLER = 3.5;
const QUICKEST = 0.05;

/**
 * Bicycle and rider as the AccessMod 5 manual fixes them ("Speed correction for the bicycling model"): 80 kg and 15 kg,
 * rolling resistance 0.012, frontal area 0.445 m², still air of 20 °C at 500 m. The efficiency of the drive stands on both
 * sides of the balance and falls out.
 */
const WEIGHT_N = 9.8 * (80 + 15);
const ROLLING = 0.012;
const AIR_DENSITY = (1.293 - 0.00426 * 20) * Math.exp(-500 / 7000);
const DRAG = 0.5 * 0.445 * AIR_DENSITY;
/** Downhill nobody rides faster than this many times the speed on the level. */
const MOST = 2;

/**
 * Km/h of a mode (index into TRAVEL_MODES) at a slope (rise ÷ run in the direction of travel, positive uphill) that goes
 * `kmh` on the level. The slope of motor traffic does not count. Source: AccessMod 5 manual, speed corrections for walking
 * (Tobler 1993) and bicycling.
 */
export function modeSpeed(mode: number, kmh: number, slope: number): number {
  if (mode === WALKING) return kmh * walkingFactor(slope);
  if (mode === BICYCLING) return cyclingSpeed(kmh, slope);
  return kmh;
}

/** Walking speed at a slope as a share of that on the level. */
export function walkingFactor(slope: number): number {
  return Math.exp(TOBLER * (QUICKEST - Math.abs(slope + QUICKEST)));
}

/**
 * Speed at which the power that suffices for `kmh` on the level is used up on the slope: the only positive root of
 * drag · v³ + weight · (slope + rolling) · v = power, at most twice the level speed.
 */
function cyclingSpeed(kmh: number, slope: number): number {
  if (slope === 0) return kmh;
  const level = kmh / 3.6;
  const power = DRAG * level ** 3 + WEIGHT_N * ROLLING * level;
  const pull = WEIGHT_N * (slope + ROLLING);
  let v = MOST * level;
  if (DRAG * v ** 3 + pull * v <= power) return MOST * kmh;
  // Above the root the curve is convex and rises, so Newton's steps fall to the root and never pass it.
  for (;;) {
    const next = v - (DRAG * v ** 3 + pull * v - power) / (3 * DRAG * v * v + pull);
    if (!(next < v)) return v * 3.6;
    v = next;
  }
}
