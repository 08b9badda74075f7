let last: Promise<unknown> = Promise.resolve();

/** Runs one task after another in the order they were asked for; a task that fails holds up none behind it. */
export function inOrder<T>(task: () => Promise<T>): Promise<T> {
  const run = last.then(task, task);
  last = run;
  return run;
}
