import { SvelteMap } from 'svelte/reactivity';

/** What the roads restricted from this screen are called, by the key of their closure. */
const names = new SvelteMap<string, string>();

export const roadNames = {
  of: (closureId: string): string | null => names.get(closureId) ?? null,
  note(closureId: string, name: string) {
    names.set(closureId, name);
  }
};
