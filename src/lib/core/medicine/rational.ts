/**
 * Exact fractions: a boundary such as 15.0 % is decided without float fuzz. Decimals are taken as written
 * (0.1 is 1/10, not the nearest double).
 */
export interface Rational {
  n: bigint;
  /** Above 0. */
  d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };

/** @throws RangeError when the number is not finite. */
export function rational(value: number): Rational {
  if (!Number.isFinite(value)) throw new RangeError(`No exact fraction of ${value}.`);
  const [mantissa, exponent = '0'] = String(value).split('e');
  const [whole, decimals = ''] = mantissa.split('.');
  const digits = BigInt(whole + decimals);
  const power = Number(exponent) - decimals.length;
  return power >= 0 ? { n: digits * 10n ** BigInt(power), d: 1n } : reduce({ n: digits, d: 10n ** BigInt(-power) });
}

export function add(a: Rational, b: Rational): Rational {
  return reduce({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(...factors: Rational[]): Rational {
  return reduce(factors.reduce((a, b) => ({ n: a.n * b.n, d: a.d * b.d }), { n: 1n, d: 1n }));
}

/** @throws RangeError when `b` is 0. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new RangeError('Division by zero.');
  return b.n < 0n ? reduce({ n: -a.n * b.d, d: a.d * -b.n }) : reduce({ n: a.n * b.d, d: a.d * b.n });
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

export function toNumber(a: Rational): number {
  return Number(a.n) / Number(a.d);
}

/** Least integer that is not below. */
export function ceiling(a: Rational): number {
  const quotient = a.n / a.d;
  return Number(a.n > 0n && a.n % a.d !== 0n ? quotient + 1n : quotient);
}

function reduce({ n, d }: Rational): Rational {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b) [a, b] = [b, a % b];
  return a > 1n ? { n: n / a, d: d / a } : { n, d };
}
