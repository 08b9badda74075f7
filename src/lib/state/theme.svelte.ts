import { remember } from './remembered';

export type Theme = 'dark' | 'light';

/** The page's head script set the attribute before the first paint; this takes it over. */
function shown(): Theme {
  return typeof document !== 'undefined' && document.documentElement.dataset.theme === 'light' ? 'light' : 'dark';
}

let current = $state<Theme>(shown());

export const theme = {
  get current(): Theme {
    return current;
  },
  set(next: Theme) {
    current = next;
    document.documentElement.dataset.theme = next;
    remember('theme', next);
  }
};
