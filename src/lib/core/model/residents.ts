import type { Village } from './records';

/** `Village.residentsSource` where nobody gave a number; `residents` is 0 then and means nothing. */
export const UNKNOWN_RESIDENTS = 'unknown';

export function residentsKnown({
  residents,
  residentsSource
}: Pick<Village, 'residents' | 'residentsSource'>): boolean {
  return residents > 0 || residentsSource !== UNKNOWN_RESIDENTS;
}
