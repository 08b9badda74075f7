import type { Locator, Page } from 'playwright-core';
import type { CoordinateSystem, RowCounts } from '../../src/lib/core/tables/table';
import type { App } from './app';
import type { TestServer } from './server';

export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
export const upload = (name: string, content: Uint8Array | string): Upload => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content)
});

const STATUSES = ['good', 'repaired', 'asked', 'refused'] as const;

/** The steps of the import as a person takes them. */
export function importPage({ page, say }: Pick<App, 'page' | 'say'>) {
  const next = page.getByRole('button', { name: say('import-continue'), exact: true });
  const chooser = page.locator('input[type=file]');
  const figure = (status: string): Locator =>
    page.getByRole('button', { name: new RegExp(`^${say(`import-status-word-${status}`)} [\\d,]+$`) });

  return {
    next,
    figure,
    /** Chooses a file (or one on the disk, by its path) on the first page and waits until its columns are shown. */
    async bring(file: Upload | string): Promise<void> {
      await page.getByText(say('import-drop')).waitFor();
      await chooser.first().setInputFiles(file);
      await page.getByRole('heading', { name: say('import-mapping') }).waitFor();
    },
    async chooseEncoding(encoding: string): Promise<void> {
      await page.getByRole('radio', { name: say(`encoding-${encoding}`) }).check();
      await page.getByRole('button', { name: say('import-encoding-take') }).click();
      await page.getByRole('button', { name: say('import-encoding-change') }).waitFor();
    },
    async chooseSystem(crs: CoordinateSystem): Promise<void> {
      await next.click();
      await page.locator(`input[name="crs"][value="${crs}"]`).check();
    },
    /** From any step before it to the rows that have been checked. */
    async check(): Promise<void> {
      await next.click();
      await page.getByRole('table', { name: say('import-preview') }).waitFor();
    },
    /** The figures as they stand on the screen. */
    async counts(): Promise<RowCounts> {
      const read = async (status: string) =>
        Number((await figure(status).locator('b').textContent())!.replaceAll(',', ''));
      const [rows, good, repaired, asked, refused] = await Promise.all(['all', ...STATUSES].map(read));
      return { rows, good, repaired, asked, refused };
    },
    /** The step with what will be written. */
    async summary(): Promise<void> {
      await next.click();
      await page.getByRole('heading', { name: say('import-summary') }).waitFor();
    },
    start: () =>
      page.getByRole('button', { name: new RegExp(`^${say('import-start', { count: 2 }).split(' ')[0]} \\d`) }),
    done: (timeout = 60_000) =>
      page.getByRole('heading', { name: say('import-done'), exact: true }).waitFor({ timeout }),
    async backToList(): Promise<void> {
      await page.getByRole('button', { name: say('import-to-list') }).click();
      await page.getByText(say('import-drop')).waitFor();
    },
    async takeBack(): Promise<void> {
      await page.getByRole('button', { name: say('import-undo'), exact: true }).click();
      await page.getByRole('button', { name: say('import-undo-do') }).click();
    }
  };
}

/** Collections that a table may write. */
const WRITTEN = ['townships', 'villages', 'facilities', 'people_counts', 'stock', 'suppliers', 'vehicles'];

/** Every record of an area that an import may write, whole but for `updated`, by collection and key. */
export async function recordsOf(
  server: TestServer,
  token: string,
  area: string
): Promise<Record<string, Record<string, unknown>>> {
  const found: Record<string, Record<string, unknown>> = {};
  const filter = encodeURIComponent(`area = "${area}"`);
  for (const collection of WRITTEN) {
    for (let page = 1; ; page++) {
      const path = `/api/collections/${collection}/records?perPage=1000&page=${page}&sort=key&filter=${filter}`;
      const { items } = (await server.send('GET', path, { token })).body as { items: Record<string, unknown>[] };
      for (const { updated: _updated, ...record } of items) found[`${collection}/${record.key}`] = record;
      if (items.length < 1000) break;
    }
  }
  return found;
}

/** An account of its own with a password that is settled, made by the console. */
export async function makeAccount(server: TestServer, username: string, password: string): Promise<void> {
  const token = await server.consoleToken();
  const account = { username, name: username, role: 'admin', area: '*', unit: 'county' };
  const body = { ...account, password, passwordConfirm: password };
  const { id } = (await server.send('POST', '/api/collections/users/records', { token, body })).body;
  const settled = { mustChange: false };
  await server.send('PATCH', `/api/collections/users/records/${id}`, { token, body: settled });
}

/** Signs an account of its own in on a page that asks for it. */
export async function signInAs({ page, say }: Pick<App, 'page' | 'say'>, username: string, password: string) {
  await page.getByRole('button', { name: say('sign-in-with-account') }).click();
  await page.getByLabel(say('sign-in-account')).fill(username);
  await page.getByLabel(say('sign-in-password')).fill(password);
  await page.getByRole('button', { name: say('sign-in-submit') }).click();
}

/** Rows of the table being previewed, as their cells read. */
export async function previewRows(page: Page, name: string): Promise<string[][]> {
  const rows = page.getByRole('table', { name }).locator('tbody tr');
  return rows.evaluateAll((list) =>
    list.map((row) => [...row.querySelectorAll('th, td')].slice(2).map((cell) => cell.textContent!.trim()))
  );
}
