import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import '../../src/lib/i18n/late-messages';
import { translate, type Params } from '../../src/lib/i18n/t';
import { codeAt, fromBase32, stepAt } from '../../src/lib/core/access/one-time-code';
import { areaOpen, expectClean } from '../helpers/app';
import { closeScreens, launchBrowser, openScreen } from '../helpers/browser';
import { OWN_PASSWORD, startServer, type TestServer } from '../helpers/server';

const dataDir = mkdtempSync(join(tmpdir(), 'greenlane-accounts-'));
let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ live: true, dataDir })]);
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

const en = (code: string, params?: Params) => translate('en', code, params);
const zh = (code: string, params?: Params) => translate('zh-CN', code, params);

async function choosePassword(page: Page, say: typeof en, password = OWN_PASSWORD): Promise<void> {
  await page.locator('input[name="new-password"]').fill(password);
  await page.getByLabel(say('password-again')).fill(password);
}
const fromLink = (base: string, link: string) => base + new URL(link).pathname + new URL(link).hash;

it('the first administrator comes by the printed code, invites a reporter, and shuts the account again', async () => {
  const admin = await openScreen(browser, { locale: 'en', map: false, timezoneId: 'UTC' });
  const { page } = admin;
  const printed = /http:\S+\/sign-in#code=\S+/.exec(server.output())![0];
  await page.goto(printed);
  await page.getByLabel(en('invitation-name')).fill('Ali Boss');
  await page.getByLabel(en('invitation-username')).fill('Boss');
  expect(page.url()).toBe(`${server.url}/sign-in`);
  await page.getByText(en('role-admin')).waitFor();
  await choosePassword(page, en, 'short');
  const submit = page.getByRole('button', { name: en('invitation-submit') });
  await submit.click();
  await page
    .getByRole('alert')
    .getByText(en('password-short', { length: 10 }))
    .waitFor();
  await choosePassword(page, en);
  await submit.click();
  await areaOpen(page);

  await page.getByRole('link', { name: en('rail-admin') }).click();
  await page.getByRole('cell', { name: 'boss', exact: true }).waitFor();
  await page.getByRole('cell', { name: 'Ali Boss' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin');
  await page.getByRole('button', { name: en('accounts-invite'), exact: true }).click();
  await page.getByLabel(en('accounts-name')).fill('护士 Nurse');
  await page.getByLabel(en('accounts-role')).selectOption('reporter');
  const unit = page.getByLabel(en('accounts-unit'));
  await unit.locator('option').nth(1).waitFor({ state: 'attached' });
  const [unitKey, unitName] = await unit
    .locator('option')
    .nth(1)
    .evaluate((option) => [(option as HTMLOptionElement).value, option.textContent!.trim()]);
  await unit.selectOption(unitKey);
  await page.getByRole('button', { name: en('accounts-make-code') }).click();
  const link = (await page.locator('.address').textContent())!;
  await page.getByText(en('accounts-open')).waitFor();

  const reporter = await openScreen(browser, {
    locale: 'zh-CN',
    map: false,
    timezoneId: 'UTC',
    viewport: { width: 390, height: 844 }
  });
  const phone = reporter.page;
  await phone.goto(fromLink(server.url, link));
  await phone.getByText(zh('invitation-welcome-name', { name: '护士 Nurse' })).waitFor();
  await phone.getByLabel(zh('invitation-username')).fill('boss');
  await choosePassword(phone, zh);
  await phone.getByRole('button', { name: zh('invitation-submit') }).click();
  await phone.getByRole('alert').getByText(zh('trouble-username-taken')).waitFor();
  reporter.watch.consoleErrors.length = 0;
  await phone.getByLabel(zh('invitation-username')).fill('nurse');
  await phone.getByRole('button', { name: zh('invitation-submit') }).click();
  await areaOpen(phone);
  // Posts and duty of the own unit are a reporter's to keep; accounts are not.
  await phone.getByRole('link', { name: zh('rail-admin') }).click();
  await phone
    .getByRole('link', { name: zh('admin-tab-organisation') })
    .first()
    .waitFor();
  expect(await phone.getByRole('link', { name: zh('admin-tab-accounts') }).count()).toBe(0);
  const token = await phone.evaluate(() => JSON.parse(localStorage.getItem('greenlane-sign-in')!).token as string);
  const asReporter = () => server.send('GET', '/api/greenlane/areas', { token });
  expect((await asReporter()).status).toBe(200);
  expectClean(reporter.watch, server.url);

  await page.reload();
  await page.getByRole('cell', { name: 'nurse', exact: true }).click();
  const drawer = page.getByRole('complementary', { name: '护士 Nurse' });
  expect(await drawer.getByLabel(en('accounts-unit')).inputValue()).toBe(unitKey);
  await drawer.getByRole('button', { name: en('accounts-disable') }).click();
  await drawer.getByRole('button', { name: en('accounts-enable') }).waitFor();
  const row = page.getByRole('row').filter({ hasText: 'nurse' });
  expect(await row.textContent()).toContain(en('accounts-state-disabled'));
  expect(await row.textContent()).toContain(unitName);
  expect((await asReporter()).status).toBe(401);
  await phone.getByText(zh('sign-in-ended')).waitFor();
  await phone.getByLabel(zh('sign-in-account')).fill('nurse');
  await phone.getByLabel(zh('sign-in-password')).fill(OWN_PASSWORD);
  await phone.getByRole('button', { name: zh('sign-in-submit') }).click();
  await phone.getByRole('alert').getByText(zh('trouble-disabled')).waitFor();

  // A new code mends a forgotten password once the account is open again.
  await drawer.getByRole('button', { name: en('accounts-enable') }).click();
  await drawer.getByRole('button', { name: en('accounts-new-code') }).click();
  const again = (await drawer.locator('output').textContent())!;
  await phone.getByRole('button', { name: zh('sign-in-have-code') }).click();
  await phone.getByLabel(zh('invitation-code')).fill('wrong-code');
  await phone.getByRole('button', { name: zh('invitation-next') }).click();
  await phone.getByRole('alert').getByText(zh('trouble-code-unknown')).waitFor();
  await phone.getByLabel(zh('invitation-code')).fill(again.toUpperCase());
  await phone.getByRole('button', { name: zh('invitation-next') }).click();
  await phone.getByText(zh('invitation-again', { username: 'nurse' })).waitFor();
  await choosePassword(phone, zh, 'another-sentence');
  await phone.getByRole('button', { name: zh('invitation-submit-again') }).click();
  await areaOpen(phone);
  expectClean(admin.watch, server.url);
});

it('an administrator signs in with two steps, waits after wrong tries, and reads how safe the data are', async () => {
  const { page, watch } = await openScreen(browser, { locale: 'zh-CN', map: false, timezoneId: 'UTC' });
  const signIn = async () => {
    await page.getByLabel(zh('sign-in-account')).fill('boss');
    await page.getByLabel(zh('sign-in-password')).fill(OWN_PASSWORD);
    await page.getByRole('button', { name: zh('sign-in-submit') }).click();
  };
  const openDialog = async () => {
    await page.getByRole('button', { name: zh('bar-user', { name: 'Ali Boss', role: zh('role-admin') }) }).click();
    await page.getByRole('menuitem', { name: zh('bar-second-factor') }).click();
  };
  await page.goto(`${server.url}/admin/keeping`);
  await signIn();
  await areaOpen(page);
  await page.getByText(zh('keeping-power-safe')).waitFor();
  await page.getByText(zh('keeping-backup-none')).waitFor();
  await page.getByText(zh('keeping-keys-single')).waitFor();

  await openDialog();
  const dialog = page.getByRole('dialog', { name: zh('factor-title') });
  await dialog.getByLabel(zh('factor-password')).fill(OWN_PASSWORD);
  await dialog.getByRole('button', { name: zh('factor-begin') }).click();
  await dialog.getByRole('img', { name: zh('factor-qr') }).waitFor();
  const bytes = fromBase32((await dialog.locator('output').textContent())!)!;
  const code = (offset: number) => codeAt(bytes, stepAt(Date.now()) + offset);
  await dialog.getByLabel(zh('factor-field')).fill(code(-1));
  await dialog.getByRole('button', { name: zh('factor-confirm') }).click();
  await dialog.getByText(zh('factor-recovery-body')).waitFor();
  const recovery = await dialog.locator('li').allTextContents();
  expect(recovery).toHaveLength(8);
  await dialog.getByRole('button', { name: zh('factor-done') }).click();
  await dialog.waitFor({ state: 'detached' });
  expectClean(watch, server.url);

  const signOut = async () => {
    await page.getByRole('button', { name: zh('bar-user', { name: 'Ali Boss', role: zh('role-admin') }) }).click();
    await page.getByRole('menuitem', { name: zh('bar-sign-out') }).click();
  };
  await signOut();
  await signIn();
  const field = page.getByLabel(zh('factor-field'));
  for (let tries = 0; tries < 8; tries++) {
    await field.fill(`00000${tries}`);
    await page.getByRole('button', { name: zh('sign-in-submit') }).click();
    await page.getByRole('alert').getByText(zh('trouble-wrong-code')).waitFor();
  }
  await field.fill(code(0));
  await page.getByRole('button', { name: zh('sign-in-submit') }).click();
  await page
    .getByRole('alert')
    .getByText(zh('trouble-too-many-tries', { minutes: 10 }))
    .waitFor();
});
