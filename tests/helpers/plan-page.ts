import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Situation } from '../../src/lib/core/model/situation';
import { distance, number, persons } from '../../src/lib/i18n/format';
import { nameOf } from '../../src/lib/i18n/names';
import '../../src/lib/i18n/late-messages';
import { translate } from '../../src/lib/i18n/t';
import type { CareLevel, CoverageAnswer } from './facts';
import { areaOpen, type App } from './app';

const say = (code: string, params?: Record<string, string | number>) => translate('en', code, params);
export const WAIT = { timeout: 60_000, interval: 100 };

/** Rows of the village table: name, township, people, minutes, road, facility. */
export type TableRow = [string, string, string, string, string, string];

export async function openTable(page: Page): Promise<void> {
  await page.keyboard.press('t');
  await page.getByRole('table', { name: say('plan-panel-table') }).waitFor();
}

export async function closeTable(page: Page): Promise<void> {
  await page.keyboard.press('t');
  await page.getByRole('table', { name: say('plan-panel-table') }).waitFor({ state: 'detached' });
}

/** The table as shown, without the column of before, sorted by all its text; `*` for the facility of no way. */
export async function tableRows(page: Page): Promise<TableRow[]> {
  const cells = await page
    .getByRole('table', { name: say('plan-panel-table') })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!.trim())));
  const noWay = say('plan-no-way');
  return cells
    .map((row): TableRow => {
      const [name, town, people, minutes] = row;
      const [road, facility] = row.slice(-4);
      // In place of a facility stands the reason why there is no way.
      return [name, town, people, minutes, road, minutes === noWay ? '*' : facility];
    })
    .sort(byText);
}

/** The same table from the command line's answer and the server's records; minutes are rounded up here anew. */
export function expectedRows(answer: CoverageAnswer, situation: Situation, level: CareLevel = 'severe'): TableRow[] {
  return answer.villages
    .map(({ id, persons: people, reach }): TableRow => {
      const village = situation.villages.get(id as never)!;
      const { facilityId, seconds, metres } = reach[level];
      const facility = facilityId ? situation.facilities.get(facilityId as never) : undefined;
      return [
        nameOf(village.names, 'en'),
        nameOf(situation.townships.get(village.townshipId)!.names, 'en'),
        number(people, 0, 'en'),
        seconds === null ? say('plan-no-way') : number(Math.ceil(seconds / 60), 0, 'en'),
        metres === null ? '–' : distance(Math.round(metres * 1000), 'en'),
        facility ? nameOf(facility.names, 'en') : '*'
      ];
    })
    .sort(byText);
}

/** Waits until the table shows exactly these rows. */
export async function expectTable(page: Page, rows: TableRow[]): Promise<void> {
  await expect.poll(() => tableRows(page), WAIT).toEqual(rows);
}

function byText(a: TableRow, b: TableRow): number {
  const [x, y] = [a.join('\t'), b.join('\t')];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Opens another view of Plan in the same sign-in. */
export async function goTo(app: App, base: string, search: string): Promise<void> {
  await app.page.goto(`${base}/plan?${search}`);
  await areaOpen(app.page);
}

export const peopleText = (value: number) => persons(value, 'en');
export { say };
