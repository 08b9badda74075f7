import type { TourStop } from './create-map';

interface TourOptions {
  /** At each stop. */
  holdMs: number;
  /** The way to a stop. */
  moveMs: number;
  move: (stop: TourStop) => void;
  onStop?: (index: number) => void;
}

/** Goes from stop to stop, round and round. @returns ends it. */
export function startTour(stops: readonly TourStop[], { holdMs, moveMs, move, onStop }: TourOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let index = 0;
  const go = () => {
    const at = index % stops.length;
    index++;
    move(stops[at]);
    onStop?.(at);
    timer = setTimeout(go, moveMs + holdMs);
  };
  if (stops.length > 0) go();
  return () => {
    if (timer !== null) clearTimeout(timer);
  };
}
