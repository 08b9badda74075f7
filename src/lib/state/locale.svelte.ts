import { isLocale, pickLocale, setLocaleSource, type Locale } from '../i18n/locale';
import { recall, remember } from './remembered';

function firstLocale(): Locale {
  const kept = recall('locale');
  if (isLocale(kept)) return kept;
  return pickLocale(typeof navigator === 'undefined' ? [] : navigator.languages);
}

let current = $state<Locale>(firstLocale());
setLocaleSource(() => current);
reflect();

/** Language of the interface; a switch re-renders every text without a reload and is remembered. */
export const locale = {
  get current(): Locale {
    return current;
  },
  set(next: Locale) {
    current = next;
    remember('locale', next);
    reflect();
  }
};

function reflect(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = current;
}
