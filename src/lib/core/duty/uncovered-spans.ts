/** A stretch of time, epoch milliseconds; the end is exclusive. */
export interface Span {
  from: number;
  until: number;
}

/**
 * What no span covers of a window, in order, each as long as it can be. Spans may overlap, touch and reach beyond the
 * window; one that ends before it begins covers nothing. Without any the window itself is left, an empty window leaves
 * nothing.
 */
export function uncoveredSpans(spans: Iterable<Span>, window: Span): Span[] {
  const ordered = [...spans].filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from);
  const left: Span[] = [];
  let at = window.from;
  for (const { from, until } of ordered) {
    if (at >= window.until) break;
    if (from > at) left.push({ from: at, until: Math.min(from, window.until) });
    at = Math.max(at, until);
  }
  if (at < window.until) left.push({ from: at, until: window.until });
  return left;
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, until }) => sum + until - from, 0);
}
