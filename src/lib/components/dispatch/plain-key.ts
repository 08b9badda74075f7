/** Keys of what can be done about the vehicle that is open, none of them a key of cases or of the screen. */
export const VEHICLE_KEYS = {
  'in-service': 'V',
  'out-of-service': 'F',
  'at-place': 'I',
  'at-base': 'H',
  crew: 'K',
  link: 'L'
} as const;
/** Sends the vehicle that could take the patient of the open case along. */
export const SHARE_KEY = 'J';

/**
 * The letter of a key pressed by itself, in capitals; null while somebody types, or where another has taken it already.
 */
export function plainKey(event: KeyboardEvent): string | null {
  const target = event.target as HTMLElement;
  const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  return typing || modified || event.defaultPrevented ? null : event.key.toUpperCase();
}
