import type { IconName } from './icons';

/** Screens the rail offers, in order. One appears here once it does something. */
export const SCREENS: readonly { id: string; icon: IconName }[] = [
  { id: 'plan', icon: 'plan' },
  { id: 'dispatch', icon: 'dispatch' },
  { id: 'review', icon: 'review' },
  { id: 'screen', icon: 'screen' }
];
