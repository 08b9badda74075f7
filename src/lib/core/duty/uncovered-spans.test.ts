import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, uncoveredSpans, type Span } from './uncovered-spans';

const moment = fc.integer({ min: -20, max: 60 });
const span = fc.record({ from: moment, until: moment });
const window = fc
  .record({ from: fc.integer({ min: 0, max: 20 }), length: fc.integer({ min: 0, max: 25 }) })
  .map(({ from, length }): Span => ({ from, until: from + length }));

/** Plain reading: an instant is covered when some span holds it. */
const isCovered = (spans: readonly Span[], at: number) => spans.some(({ from, until }) => from <= at && at < until);

describe('uncoveredSpans', () => {
  it('holds exactly the instants that no span holds', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), window, (spans, within) => {
        const left = uncoveredSpans(spans, within);
        for (let at = within.from - 2; at < within.until + 2; at++) {
          const wanted = at >= within.from && at < within.until && !isCovered(spans, at);
          expect(isCovered(left, at), `instant ${at}`).toBe(wanted);
        }
      })
    );
  });

  it('gives stretches in order that never touch, each within the window', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), window, (spans, within) => {
        const left = uncoveredSpans(spans, within);
        let before = within.from - 1;
        for (const { from, until } of left) {
          expect(from).toBeGreaterThan(before);
          expect(until).toBeGreaterThan(from);
          before = until;
        }
        if (left.length > 0) expect(left.at(-1)!.until).toBeLessThanOrEqual(within.until);
      })
    );
  });

  it('does not change with the order of the spans, nor by a span given twice', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), window, (spans, within) => {
        const left = uncoveredSpans(spans, within);
        expect(uncoveredSpans([...spans].reverse(), within)).toEqual(left);
        expect(uncoveredSpans([...spans, ...spans], within)).toEqual(left);
      })
    );
  });

  it('never grows by a further span, and filling what is left leaves nothing', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), span, window, (spans, more, within) => {
        const left = uncoveredSpans(spans, within);
        expect(lengthOf(uncoveredSpans([...spans, more], within))).toBeLessThanOrEqual(lengthOf(left));
        expect(uncoveredSpans([...spans, ...left], within)).toEqual([]);
      })
    );
  });

  it('without any span is the window, one stretch; an empty window leaves nothing', () => {
    fc.assert(
      fc.property(window, (within) => {
        expect(uncoveredSpans([], within)).toEqual(within.from < within.until ? [within] : []);
      })
    );
  });
});
