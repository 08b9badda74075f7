import { engineMessage, type Message } from '$lib/commands/as-message';
import { t } from '$lib/i18n';

export interface Answer<T> {
  /** Undefined while nothing was asked or nothing has come yet. */
  readonly current: T | undefined;
  /** Why the last question was not answered, in the language of the screen; null when it was. */
  readonly failure: string | null;
}

/**
 * What the engine answers to `ask`, which is asked anew whenever something it reads changes; undefined means that there
 * is nothing to ask, and the answer is forgotten. The answer to an overtaken question is dropped; the last one stays in
 * view until the next has come. Call it while a component is set up.
 */
export function createAnswer<T>(ask: () => Promise<T> | undefined): Answer<T> {
  let current = $state.raw<T | undefined>();
  let failure = $state.raw<Message | null>(null);

  $effect(() => {
    const asked = ask();
    if (!asked) {
      current = undefined;
      failure = null;
      return;
    }
    let gone = false;
    asked.then(
      (answer) => {
        if (gone) return;
        current = answer;
        failure = null;
      },
      (error: unknown) => {
        if (!gone) failure = engineMessage(error);
      }
    );
    return () => {
      gone = true;
    };
  });

  return {
    get current() {
      return current;
    },
    get failure() {
      return failure && t(failure.code, failure.params);
    }
  };
}
