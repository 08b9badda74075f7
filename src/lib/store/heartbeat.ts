/** What the server's heartbeat says: it grows by one with every beat, and each start of the server has an id. */
export interface Beat {
  sequence: number;
  bootId: string;
  /** ISO date-time on the server's clock. */
  at: string;
}

/**
 * Tells from the beats that come whether one was missed: then other events may have been missed too, for the stream has no
 * replay. The first beat, and one that comes late, tell nothing.
 */
export function createBeatCheck(): (beat: Omit<Beat, 'at'>) => boolean {
  let last: Omit<Beat, 'at'> | null = null;
  return (beat) => {
    const before = last;
    if (before && before.bootId === beat.bootId && beat.sequence <= before.sequence) return false;
    last = beat;
    return before !== null && (beat.bootId !== before.bootId || beat.sequence !== before.sequence + 1);
  };
}
