/**
 * Whole minutes of a time in seconds: rounded to a millionth of a second, then up. Without the first step the last bits of
 * a sum would make 61 minutes of exactly 60. Infinity stays Infinity.
 */
export function wholeMinutes(seconds: number): number {
  return Math.ceil(Math.floor(seconds * 1e6 + 0.5) / 60e6);
}
