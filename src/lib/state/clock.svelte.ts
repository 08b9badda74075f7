import { createSubscriber } from 'svelte/reactivity';

let now = $state(Date.now());

/** Ticks once a second, only while something on screen reads it. */
const subscribe = createSubscriber(() => {
  now = Date.now();
  const timer = setInterval(() => (now = Date.now()), 1000);
  return () => clearInterval(timer);
});

export const clock = {
  /** Epoch milliseconds. */
  get now(): number {
    subscribe();
    return now;
  }
};
