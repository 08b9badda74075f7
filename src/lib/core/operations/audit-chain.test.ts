import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, hashEvent, verifyChain, type Anchor, type AuditEvent } from './audit-chain';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const payload = fc.record({
  at: fc.integer({ min: 0, max: 1e12 }).map((ms) => new Date(ms).toISOString()),
  actorId: fc.string({ maxLength: 15 }),
  actorName: fc.string({ unit: 'grapheme', maxLength: 12 }),
  actorRole: fc.constantFrom('admin', 'dispatcher', 'system'),
  area: fc.constantFrom('tiny', 'other'),
  verb: fc.constantFrom('request', 'accept', 'read-personal'),
  subject: fc.constantFrom('referrals', 'assignments'),
  subjectKey: fc.string({ maxLength: 20 }),
  command: fc.string({ maxLength: 20 }),
  before: fc.option(fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<unknown>, { maxKeys: 4 })),
  after: fc.option(fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<unknown>, { maxKeys: 4 })),
  personalHash: fc.constantFrom('', sha256('x'))
});
type Payload = Omit<AuditEvent, 'seq' | 'prevHash' | 'hash'>;

function chainOf(payloads: Payload[]): AuditEvent[] {
  const events: AuditEvent[] = [];
  for (const each of payloads) {
    const prevHash = events.at(-1)?.hash ?? '';
    const event = { ...each, seq: events.length + 1 };
    events.push({ ...event, prevHash, hash: hashEvent(prevHash, event, sha256) });
  }
  return events;
}
const chain = fc.array(payload, { minLength: 1, maxLength: 12 }).map((each) => chainOf(each as Payload[]));
const anchorOf = (events: AuditEvent[]): Anchor => {
  const { at, seq, hash } = events[events.length - 1];
  return { at, seq, hash };
};

describe('canonical text', () => {
  it('does not depend on the order of keys, nor on a way through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalText(value);
        expect(canonicalText(JSON.parse(JSON.stringify(value)))).toBe(text);
        expect(canonicalText(reversed(value))).toBe(text);
        // Minus nought is nought in JSON.
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      })
    );
  });

  it('tells what differs', () => {
    expect(canonicalText({ a: 1, b: [1, 2] })).toBe('{"a":1,"b":[1,2]}');
    expect(canonicalText({ a: undefined, b: 1 })).toBe(canonicalText({ b: 1 }));
    expect(canonicalText([1, 2])).not.toBe(canonicalText([2, 1]));
    expect(canonicalText({ a: '1' })).not.toBe(canonicalText({ a: 1 }));
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)])
  );
}

describe('a chain', () => {
  it('that nobody touched is whole, against every anchor ever noted', () => {
    fc.assert(
      fc.property(chain, (events) => {
        const anchors = events.map((_, i) => anchorOf(events.slice(0, i + 1)));
        expect(verifyChain(events, sha256, anchors)).toEqual({
          ok: true,
          count: events.length,
          head: events[events.length - 1].hash,
          firstBad: null
        });
      })
    );
    expect(verifyChain([], sha256)).toEqual({ ok: true, count: 0, head: '', firstBad: null });
  });

  it('tells the event of which any field was changed', () => {
    const fields = ['at', 'actorId', 'actorName', 'actorRole', 'area', 'verb', 'subject', 'subjectKey', 'command'];
    const touched = fc.constantFrom(...fields, 'before', 'after', 'personalHash', 'hash', 'prevHash');
    fc.assert(
      fc.property(chain, fc.nat(), touched, (events, n, field) => {
        const at = n % events.length;
        const old = events[at][field as keyof AuditEvent];
        const now = field === 'before' || field === 'after' ? { changed: old } : `${String(old)}!`;
        const tampered = events.map((each, i) => (i === at ? { ...each, [field]: now } : each));
        expect(verifyChain(tampered, sha256)).toMatchObject({ ok: false, firstBad: { seq: at + 1 } });
      })
    );
  });

  it('tells one that was taken out, put in twice, or moved', () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.constantFrom('out', 'twice', 'moved'), (events, n, how) => {
        fc.pre(events.length > 1);
        const at = n % (events.length - 1);
        const tampered = [...events];
        if (how === 'out') tampered.splice(at, 1);
        if (how === 'twice') tampered.splice(at, 0, events[at]);
        if (how === 'moved') tampered.splice(at, 2, events[at + 1], events[at]);
        expect(verifyChain(tampered, sha256).ok).toBe(false);
      })
    );
  });

  it('written anew from one event on is told by an anchor behind it, a cut tail by the last', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (events, n) => {
        const at = n % events.length;
        const rewritten = chainOf(
          events.map((each, i) => (i === at ? { ...each, actorName: `${each.actorName}!` } : each))
        );
        expect(verifyChain(rewritten, sha256).ok).toBe(true);
        const verdict = verifyChain(rewritten, sha256, [anchorOf(events)]);
        expect(verdict.firstBad).toEqual({ seq: events.length, fault: 'anchor' });
        const cut = verifyChain(events.slice(0, at), sha256, [anchorOf(events)]);
        expect(cut).toMatchObject({ ok: false, count: at, firstBad: { seq: at + 1, fault: 'missing-tail' } });
      })
    );
  });
});
