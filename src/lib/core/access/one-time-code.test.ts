import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authenticatorAddress, codeAt, fromBase32, matchingStep, stepAt } from './one-time-code';
import { hmacSha1, sha1 } from './sha1';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('SHA-1 and HMAC', () => {
  it('agree with another implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 150 }), (message, key) => {
        expect(hex(sha1(message))).toBe(createHash('sha1').update(message).digest('hex'));
        expect(hex(hmacSha1(key, message))).toBe(createHmac('sha1', key).update(message).digest('hex'));
      })
    );
  });
});

/** `12345678901234567890` in base 32: the secret of RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('one-time codes', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130']
  ])('at second %i are those of the RFC', (second, code) => {
    expect(codeAt(fromBase32(SECRET) as Uint8Array, stepAt(second * 1000), 8)).toBe(code);
  });

  it('count one step before and after, and each once', () => {
    const now = 1_700_000_000_000;
    const bytes = fromBase32(SECRET) as Uint8Array;
    const code = (offset: number) => codeAt(bytes, stepAt(now) + offset);
    for (const offset of [-1, 0, 1])
      expect(matchingStep(SECRET, ` ${code(offset)} `, now, 0)).toBe(stepAt(now) + offset);
    for (const offset of [-3, -2, 2, 3]) expect(matchingStep(SECRET, code(offset), now, 0)).toBeNull();
    expect(matchingStep(SECRET, code(0), now, stepAt(now))).toBeNull();
    expect(matchingStep(SECRET, code(1), now, stepAt(now))).toBe(stepAt(now) + 1);
    for (const wrong of ['', '12345', '1234567', 'abcdef']) expect(matchingStep(SECRET, wrong, now, 0)).toBeNull();
  });

  it('read a secret as it is typed, and none that is no secret', () => {
    expect(fromBase32('gezd-gnbv gy3t qojq gezd gnbv gy3t qojq')).toEqual(fromBase32(SECRET));
    expect(fromBase32('0189')).toBeNull();
    expect(authenticatorAddress('ABC', 'a b')).toBe('otpauth://totp/Greenlane:a%20b?secret=ABC&issuer=Greenlane');
  });
});
