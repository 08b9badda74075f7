import { keepFacts, keepNetwork } from '../store/snapshot';
import { area } from '../state/area.svelte';
import { connection } from '../state/connection.svelte';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';
import { keepQueue } from './queue';
import { registerWorker } from './register-worker';
import { theClient } from './the-client';

const EVERY_MS = 10_000;

/**
 * What this device does beside the screen, once a first area is open: sends unsent commands, keeps the facts and roads
 * last shown, and has the service worker keep the app. @returns what stops it.
 */
export function keepDevice(): () => void {
  const stopQueue = keepQueue();
  const stopFacts = keepLastFacts();
  registerWorker();
  return () => {
    stopQueue();
    stopFacts();
  };
}

/** The facts as they are known to be whole, again whenever they have changed. A full or closed store keeps nothing. */
function keepLastFacts(): () => void {
  let kept: { facts: unknown; at: number } | null = null;
  const keep = async () => {
    const { user } = session;
    const manifest = area.current;
    const facts = situation.real;
    const at = connection.dataAt;
    if (!user || !manifest || !facts || at === null || connection.word !== 'live') return;
    if (kept?.facts === facts && at - kept.at < 60_000) return;
    kept = { facts, at };
    await keepFacts({ userId: user.id, manifest, situation: facts, at });
    await keepNetwork(theClient(), manifest);
  };
  const run = () => void keep().catch(() => undefined);
  run();
  const timer = setInterval(run, EVERY_MS);
  return () => clearInterval(timer);
}
