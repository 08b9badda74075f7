import { page } from '$app/state';

/** Where cards or the list of fever clinics stand, of one village, one township or all; the view is kept. */
export function publishHref(
  tab: 'cards' | 'fever',
  of: { village?: string; town?: string; site?: string } = {}
): string {
  const search = new URLSearchParams(page.url.search);
  for (const name of ['village', 'town', 'site'] as const) {
    const value = of[name];
    if (value === undefined) search.delete(name);
    else search.set(name, value);
  }
  return `/publish/${tab}?${search}`;
}
