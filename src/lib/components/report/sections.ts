import type { ReportItem } from '$lib/commands/report';

export interface Section {
  name: ReportItem['section'];
  items: ReportItem[];
}

/** Items by section, in the order of the form. */
export function sectionsOf(items: readonly ReportItem[]): Section[] {
  const sections = new Map<Section['name'], ReportItem[]>();
  for (const item of items) sections.set(item.section, [...(sections.get(item.section) ?? []), item]);
  return [...sections].map(([name, own]) => ({ name, items: own }));
}

/** Within a section: villages apart, each with what is stated daily and what seldom changes. */
export function groupsOf(
  items: readonly ReportItem[]
): { village: string | null; daily: ReportItem[]; seldom: ReportItem[] }[] {
  const groups = new Map<string | null, ReportItem[]>();
  for (const item of items) {
    const village = item.kind === 'count' ? item.villageId : null;
    groups.set(village, [...(groups.get(village) ?? []), item]);
  }
  return [...groups].map(([village, own]) => ({
    village,
    daily: own.filter(({ seldom }) => !seldom),
    seldom: own.filter(({ seldom }) => seldom)
  }));
}
