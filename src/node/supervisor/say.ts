/** Progress for a person at a terminal: one line a step, on standard error so that nothing is mistaken for data. */
export function say(line: string): void {
  process.stderr.write(`greenlane: ${line}\n`);
}

/** Runs a step that may take long; tells every `everySeconds` that it is still going. */
export async function withProgress<T>(line: string, everySeconds: number, step: () => Promise<T>): Promise<T> {
  const began = Date.now();
  say(`${line} …`);
  const timer = setInterval(() => say(`${line} … ${Math.round((Date.now() - began) / 1000)} s`), everySeconds * 1000);
  try {
    return await step();
  } finally {
    clearInterval(timer);
  }
}
