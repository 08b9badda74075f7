import { area } from '$lib/state/area.svelte';

const hrefOf = (params: Record<string, string>): string => {
  const search = new URLSearchParams({ ...(area.wanted ? { area: area.wanted } : {}), ...params });
  return `/supplies?${search}`;
};

/** Link that begins a request of a site, of a medicine where one is named. */
export const askHref = (facilityId: string, medicineId?: string): string =>
  hrefOf({ ask: facilityId, ...(medicineId === undefined ? {} : { medicine: medicineId }) });

/** Link to one request, or to the list. */
export const suppliesHref = (requestId?: string): string =>
  hrefOf(requestId === undefined ? {} : { request: requestId });
