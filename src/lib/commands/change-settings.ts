import { askSettings } from '../state/ask-engine';
import { settings, type ChosenSettings } from '../state/settings.svelte';

/** Season, vehicle class, care level or thresholds: every figure follows. */
export function changeSettings(next: Partial<ChosenSettings>): void {
  settings.set(next);
  void askSettings();
}
