import { afterEach, expect, it, vi } from 'vitest';
import { forgetWithAccount } from '../state/account-memory';
import { area } from '../state/area.svelte';
import { queue } from '../state/queue.svelte';
import { recall, remember } from '../state/remembered';
import { selection } from '../state/selection.svelte';
import { forgetAccount } from './forget-account';

afterEach(() => vi.unstubAllGlobals());

it('the next account finds nothing of the last one but theme and language', () => {
  const store: Record<string, string> = { 'greenlane-theme': 'dark', 'greenlane-locale': 'en', elsewhere: 'kept' };
  const hidden = (name: string, value: unknown) => Object.defineProperty(store, name, { value, enumerable: false });
  hidden('getItem', (key: string) => store[key] ?? null);
  hidden('setItem', (key: string, value: string) => void (store[key] = value));
  hidden('removeItem', (key: string) => void delete store[key]);
  vi.stubGlobal('localStorage', store);
  remember('dispatch-recent-comoros', '[{"lon":43,"lat":-11}]');
  area.want('comoros');
  selection.select({ kind: 'place', lon: 43, lat: -11 });
  queue.noteSent('clinic', { body: {}, answer: null, at: 1 });
  let table: string | null = 'households.xlsx';
  forgetWithAccount(() => (table = null));

  forgetAccount();

  expect(recall('dispatch-recent-comoros')).toBeNull();
  expect(Object.keys(store)).toEqual(['greenlane-theme', 'greenlane-locale', 'elsewhere']);
  expect([area.wanted, selection.current, queue.sentOf('clinic'), table]).toEqual([null, null, [], null]);
});
