import { CliError } from '../cli/cli-error';

/** The server's internal door: reached over the address it listens on, opened by this run's token. */
export interface Internal {
  call<T>(act: string, body: unknown): Promise<T>;
}

export function createInternal(url: string, token: string): Internal {
  return {
    async call<T>(act: string, body: unknown): Promise<T> {
      const answer = await fetch(`${url}/api/greenlane/internal/${act}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-greenlane-internal': token },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(120_000)
      });
      const text = await answer.text();
      if (answer.ok) return JSON.parse(text) as T;
      let message = text;
      try {
        message = (JSON.parse(text) as { message?: string }).message ?? text;
      } catch {
        // The plain text is shown as it came.
      }
      throw new CliError(`The server refused "${act}" (HTTP ${answer.status}): ${message}`, 1);
    }
  };
}
