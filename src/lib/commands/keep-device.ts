import { keepQueue } from './queue';

/** All that this device does beside the screen, once a first area is open. @returns what stops it. */
export function keepDevice(): () => void {
  return keepQueue();
}
