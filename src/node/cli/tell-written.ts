/** Says what an answer's file holds, beside the answer: roads alone know no closure, which the other commands count. */
export function tellWritten(what: string, close: string | undefined): void {
  const without = close === undefined ? ' No closure is counted; give those in force with --close.' : '';
  console.error(`${what}.${without}`);
}
