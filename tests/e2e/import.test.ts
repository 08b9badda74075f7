import { zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DAMAGES, damagedVillages, type KnownVillage } from '../fixtures/tables/damaged-villages';
import { metresBetween } from '../../src/lib/core/tables/metres-between';
import { writeXlsx } from '../../src/lib/core/tables/write-xlsx';
import { connectTo } from '../../src/lib/store/client';
import { fetchSituation } from '../../src/lib/store/fetch-situation';
import { areaOpen, expectClean, openApp, type App } from '../helpers/app';
import { closeScreens, launchBrowser, openScreen } from '../helpers/browser';
import { importPage, makeAccount, previewRows, recordsOf, signInAs, upload } from '../helpers/import-page';
import { dataTexts, foreignWords, rawKeys, wordsOf } from '../helpers/page-words';
import { startServer, type TestServer } from '../helpers/server';
import { translate, type Params } from '../../src/lib/i18n/t';

/** A real county whose 278 villages have codes and no place. */
const COUNTY = 'youyang';
const PATH = `/admin/import?area=${COUNTY}`;

let browser: Browser;
let server: TestServer;
let console_: string;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  console_ = await server.consoleToken();
});
afterEach(() => closeScreens(browser));
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const situationOf = async (area: string) =>
  fetchSituation(connectTo(server.url, await server.demoToken('admin')), area);

/** Villages of the county that bear a name of their own, laid on a grid about the middle of it. */
async function knownVillages(count: number): Promise<KnownVillage[]> {
  const { villages, townships } = await situationOf(COUNTY);
  const all = [...villages.values()];
  const stem = ({ names }: (typeof all)[number]) => names.local.replace(/(村|社区)$/, '');
  const often = new Map<string, number>();
  for (const village of all) often.set(stem(village), (often.get(stem(village)) ?? 0) + 1);
  return all
    .filter((village) => often.get(stem(village)) === 1 && /^[一-龥]{3,5}$/.test(village.names.local))
    .slice(0, count)
    .map(({ names, townshipId, code }, i) => ({
      name: names.local,
      town: townships.get(townshipId)!.names.local,
      code: code!,
      lon: Number((108.5 + 0.012 * (i % 40)).toFixed(6)),
      lat: Number((28.6 + 0.02 * Math.floor(i / 40)).toFixed(6))
    }));
}

describe('a GB18030 CSV with Chinese headings, GCJ-02 coordinates and twelve kinds of damage', () => {
  it('comes in through the screen with figures that add up, puts villages on the map, and is taken back whole', async () => {
    const known = await knownVillages(60);
    const { bytes, whole } = damagedVillages(known);
    const before = await recordsOf(server, console_, COUNTY);
    const app = await openApp(browser, server, { role: 'admin', language: 'zh-CN', path: PATH });
    const { page, say, watch } = app;
    const steps = importPage(app);

    await steps.bring(upload('行政村.csv', bytes));
    // A byte that is no character leaves room for doubt: the first lines are shown under each encoding.
    await page.getByText(say('import-wants-encoding')).waitFor();
    expect(await steps.next.isDisabled()).toBe(true);
    await page.getByText('序号,乡镇,行政村,村代码').first().waitFor();
    await steps.chooseEncoding('gb18030');
    expect(await page.getByLabel(say('import-kind')).inputValue()).toBe('villages');
    expect(await page.getByLabel(say('import-heading-row')).inputValue()).toBe('2');
    expect(await page.getByRole('combobox', { name: '常住人口', exact: true }).inputValue()).toBe('residents');

    await steps.next.click();
    await page.getByText(say('import-wants-crs')).waitFor();
    expect(await steps.next.isDisabled()).toBe(true);
    await page.locator('input[name="crs"][value="gcj02"]').check();
    await steps.check();

    const of = (status: string) => DAMAGES.filter((each) => each.status === status).length;
    const counts = await steps.counts();
    expect(counts).toEqual({
      rows: known.length,
      good: whole,
      repaired: of('repaired'),
      asked: of('asked'),
      refused: of('refused')
    });
    expect(counts.good + counts.repaired + counts.asked + counts.refused).toBe(counts.rows);
    await steps.figure('refused').click();
    const negative = page.getByRole('button', { name: `-12: ${say('table-problem-negative', { read: '-12' })}` });
    await negative.focus();
    await page
      .getByRole('tooltip', { name: '' })
      .getByText(say('table-problem-negative', { read: '-12' }))
      .waitFor();
    await steps.figure('all').click();

    await steps.summary();
    const placed = counts.good + counts.repaired;
    await page
      .getByText(say('import-place-placed', { records: say('import-records-villages', { count: placed }) }))
      .waitFor();
    await steps.start().click();
    await steps.done();

    const after = await situationOf(COUNTY);
    const now = known.map(({ code }) => [...after.villages.values()].find((village) => village.code === code)!);
    const gained = now.filter(({ lon }) => lon !== null);
    expect(gained).toHaveLength(placed);
    for (const [i, { lon, lat }] of now.entries()) {
      if (lon !== null && lat !== null) expect(metresBetween({ lon, lat }, known[i]), known[i].name).toBeLessThan(1);
    }
    expect(now[0]).toMatchObject({
      residents: 500,
      residentsSource: '行政村.csv',
      editedFields: expect.arrayContaining(['lon', 'lat'])
    });

    await page.getByRole('link', { name: say('import-show-on-map') }).click();
    await page.getByText(say('estimate-unplaced-count', { count: after.villages.size - placed })).waitFor();
    expect(new URL(page.url()).pathname).toBe('/plan');

    // The page was left meanwhile: what it did is still there, and can be taken back.
    await page.getByRole('link', { name: say('rail-admin'), exact: true }).click();
    await page.getByRole('link', { name: say('admin-tab-import') }).click();
    await steps.done();
    await steps.takeBack();
    await page.getByText(say('import-undone-whole')).waitFor();
    expect(await recordsOf(server, console_, COUNTY)).toEqual(before);
    await steps.backToList();
    const line = page.getByRole('row').filter({ hasText: '行政村.csv' });
    await line.filter({ hasText: say('import-status-undone') }).waitFor();
    expect(await line.textContent()).toContain(say('import-count-good', { count: whole }));
    expectClean(watch, server.url);
  });

  it('the rows that stayed out come as a workbook with the reason, are mended and brought again; columns are remembered', async () => {
    const known = await knownVillages(30);
    const rows = known.map(({ town, name }, i) => [town, name, i === 3 ? 'viel' : String(i)]);
    const sheet = writeXlsx([{ name: '表', rows: [['所在乡镇', '自然名', '数'], ...rows] }]);
    const app = await openApp(browser, server, { role: 'admin', map: false, path: PATH });
    const { page, say, watch } = app;
    const steps = importPage(app);
    await steps.bring(upload('own.xlsx', sheet));
    await page
      .getByRole('alert')
      .filter({ hasText: say('import-wants-fields', { fields: 'Village' }) })
      .waitFor();
    expect(await steps.next.isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: '自然名' }).selectOption('name');
    await page.getByRole('combobox', { name: '数', exact: true }).selectOption('residents');
    await steps.check();
    expect(await steps.counts()).toEqual({ rows: 30, good: 29, repaired: 0, asked: 0, refused: 1 });

    // One more is left out by choice.
    await page.getByRole('checkbox', { name: say('import-take-row', { row: 2 }), exact: true }).uncheck();
    await steps.figure('refused').filter({ hasText: '2' }).waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: say('import-refused-save', { count: 2 }) }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(`${say('import-refused-file', { name: 'own' })}.xlsx`);
    await page.getByRole('checkbox', { name: say('import-take-row', { row: 2 }), exact: true }).check();
    await steps.figure('good').filter({ hasText: '29' }).waitFor();
    await steps.summary();
    await steps.start().click();
    await steps.done();
    await steps.backToList();

    const chunks: Buffer[] = [];
    for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
    await steps.bring(upload('mended.xlsx', Buffer.concat(chunks)));
    await page.getByText(say('import-remembered')).waitFor();
    expect(await page.getByRole('combobox', { name: '自然名' }).inputValue()).toBe('name');
    expect(await page.getByRole('combobox', { name: say('import-reason-heading') }).inputValue()).toBe('');
    await steps.check();
    expect(await steps.counts()).toMatchObject({ rows: 2, good: 1, refused: 1 });
    const [first, second] = await previewRows(page, say('import-preview'));
    expect(first.at(-1)).toBe(say('table-problem-left-out'));
    expect(second.at(-1)).toBe(
      say('import-reason-at', { heading: '数', words: say('table-problem-not-a-number', { read: 'viel' }) })
    );
    expectClean(watch, server.url);
  });
});

describe('hostile and broken files', () => {
  it('each ends with its own word and cure, and nothing is written', async () => {
    const before = await recordsOf(server, console_, COUNTY);
    const app = await openApp(browser, server, { role: 'planner', map: false, path: PATH });
    const { page, say, watch } = app;
    const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600));
    const bomb = zipSync({
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(48 * 1024 * 1024)
    });
    const files: [string, Uint8Array | string, string, Params][] = [
      ['empty.csv', '', 'empty-file', {}],
      ['bomb.xlsx', bomb, 'zip-bomb', {}],
      ['picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3), 'unknown-format', {}],
      ['letter.xlsx', zipSync({ 'word/document.xml': Buffer.from('x') }), 'unknown-format', {}],
      ['old.xls', ole, 'old-excel', {}],
      ['secret.xlsx', ole, 'protected-excel', {}],
      ['page.xls', '<html><table><tr><td>乡镇</td></tr></table></html>', 'web-table', {}],
      ['half.xlsx', writeXlsx([{ name: 'a', rows: [['a', 'b']] }]).slice(0, 400), 'damaged-file', {}],
      ['list.geojson', '{"type":"FeatureCollection","features":[', 'bad-json', {}],
      ['map.geojson', '{"type":"Topology"}', 'not-geojson', {}],
      ['words.csv', 'nothing but words\n', 'no-headings', {}]
    ];
    await page.getByText(say('import-drop')).waitFor();
    for (const [name, content, code, params] of files) {
      await page.locator('input[type=file]').last().setInputFiles(upload(name, content));
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await page
        .getByRole('alert')
        .getByText(say(`table-trouble-${code}`, { ...params, sheet: name }))
        .waitFor();
    }
    await page.getByRole('button', { name: say('import-put-away') }).click();
    await page.getByText(say('import-drop')).waitFor();
    // Rows of more than 64 MB are not even read.
    await page.evaluate((label) => {
      const drop = document.querySelector(`section[aria-label="${label}"]`)!;
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(65 * 1024 * 1024)], 'large.csv'));
      drop.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, say('import-bring'));
    await page.getByText(say('table-trouble-file-too-large', { most: 64 })).waitFor();
    expect(await recordsOf(server, console_, COUNTY)).toEqual(before);
    expectClean(watch, server.url);
  });

  it('a wrong encoding is seen and mended; HTML and formulas stay text in every table and record', async () => {
    const { townships } = await situationOf(COUNTY);
    const town = [...townships.values()].find(({ names }) => names.local === '龙潭镇')!;
    const evil = '<img src=x onerror="window.stolen=1">';
    const formula = '=HYPERLINK("http://evil.invalid","x")';
    const lines = [
      '乡镇,行政村,常住人口',
      `${town.names.local},"${evil.replaceAll('"', '""')}",10`,
      `${town.names.local},"${formula.replaceAll('"', '""')}",20`,
      `${town.names.local},+1+1村,30`
    ];
    const app = await openApp(browser, server, { role: 'admin', map: false, path: PATH });
    const { page, say, watch } = app;
    const steps = importPage(app);
    await steps.bring(upload('evil.csv', `\uFEFF${lines.join('\r\n')}\r\n`));
    await page.getByRole('button', { name: say('import-encoding-change') }).click();
    await steps.chooseEncoding('gb18030');
    await page.getByText(say('import-mapping-count', { used: '0', all: '3' })).waitFor();
    expect(await steps.next.isDisabled()).toBe(true);
    await page.getByRole('button', { name: say('import-encoding-change') }).click();
    await steps.chooseEncoding('utf-8');
    await page.getByText(say('import-mapping-count', { used: '3', all: '3' })).waitFor();
    await steps.check();
    expect(await steps.counts()).toMatchObject({ rows: 3, asked: 0, refused: 0 });
    expect((await previewRows(page, say('import-preview'))).map(([, name]) => name)).toEqual([evil, formula, '+1+1村']);
    await steps.summary();
    await steps.start().click();
    await steps.done();

    const { villages } = await situationOf(COUNTY);
    const names = [...villages.values()].map(({ names: { local } }) => local);
    expect(names).toEqual(expect.arrayContaining([evil, formula, '+1+1村']));
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
    await steps.takeBack();
    await page.getByText(say('import-undone-whole')).waitFor();
    expectClean(watch, server.url);
  });

  it('doubtful matches are answered by keyboard alone', async () => {
    const [village, other] = await knownVillages(2);
    const rows = [
      ['乡镇', '行政村', '村代码', '常住人口'],
      [village.town, '完全不同村', village.code, '11'],
      [`${other.town.slice(0, 1)}某镇`, other.name, '', '12']
    ];
    const app = await openApp(browser, server, { role: 'planner', language: 'zh-CN', map: false, path: PATH });
    const { page, say, watch } = app;
    const steps = importPage(app);
    await steps.bring(upload('问.xlsx', writeXlsx([{ name: '村', rows }])));
    await steps.check();
    expect(await steps.counts()).toMatchObject({ rows: 2, asked: 2 });
    await page.getByRole('radio', { name: say('import-view-questions', { count: '2' }) }).click();
    const match = page.getByRole('group', { name: '完全不同村' });
    await match.focus();
    await page.keyboard.press('1');
    await page.getByRole('radio', { name: say('import-view-questions', { count: '1' }) }).waitFor();
    // The next question has the focus.
    const where = page.locator('[data-question="town"]');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-question') === 'town');
    const at = await where
      .getByRole('button')
      .evaluateAll((list, town) => list.findIndex((each) => each.textContent!.includes(town)), other.town);
    await page.keyboard.press(String(at + 1));
    await steps.figure('asked').filter({ hasText: '0' }).waitFor();
    expect(await steps.counts()).toMatchObject({ rows: 2, asked: 0, refused: 0 });
    await steps.summary();
    await page
      .getByText(say('import-records-villages', { count: 2 }))
      .first()
      .waitFor();
    expectClean(watch, server.url);
  });
});

describe('townships that are not known', () => {
  it('are answered as new by keyboard, one alone and all at once, come in with their villages and go with them', async () => {
    const before = await recordsOf(server, console_, COUNTY);
    const rows = [
      ['乡镇', '行政村', '常住人口'],
      ['新桥乡', '从未有村', '11'],
      ['新桥乡', '也未有村', '12'],
      ['河湾乡', '又未有村', '13'],
      ['石坡乡', '再未有村', '14']
    ];
    const app = await openApp(browser, server, { role: 'planner', language: 'zh-CN', map: false, path: PATH });
    const { page, say, watch } = app;
    const steps = importPage(app);
    await steps.bring(upload('新.xlsx', writeXlsx([{ name: '村', rows }])));
    await steps.check();
    expect(await steps.counts()).toMatchObject({ rows: 4, asked: 4 });
    await page.getByRole('radio', { name: say('import-view-questions', { count: '3' }) }).click();
    const question = (name: string) => page.getByRole('group', { name });
    await question('新桥乡').focus();
    await page.keyboard.press('n');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('河湾乡'));
    await question('河湾乡')
      .getByText(say('import-answer-town-all', { count: 2 }))
      .waitFor();
    await page.keyboard.press('a');
    await steps.figure('asked').filter({ hasText: '0' }).waitFor();
    expect(await steps.counts()).toMatchObject({ rows: 4, good: 4, asked: 0, refused: 0 });
    await steps.summary();
    const records = ['townships', 'villages'].map((each, i) => say(`import-records-${each}`, { count: 3 + i }));
    const summary = { records: records.join(say('import-list-comma')), created: 7, updated: 0 };
    await page.getByText(say('import-summary-records', summary)).waitFor();
    await steps.start().click();
    await steps.done();
    const { townships, villages } = await situationOf(COUNTY);
    const town = [...townships.values()].find(({ names }) => names.local === '新桥乡')!;
    expect(town).toMatchObject({ id: town.unit, origin: 'hand', derived: false });
    expect([...villages.values()].filter(({ townshipId }) => townshipId === town.id)).toHaveLength(2);
    await steps.takeBack();
    await page.getByText(say('import-undone-whole')).waitFor();
    expect(await recordsOf(server, console_, COUNTY)).toEqual(before);
    expectClean(watch, server.url);
  });
});

describe('two at once', () => {
  const PASSWORD = 'long-enough-password';

  async function signedIn(username: string): Promise<App> {
    const screen = await openScreen(browser, { locale: 'en', map: false, timezoneId: 'UTC' });
    const app = { ...screen, say: (code: string, params?: Params) => translate('en', code, params) };
    await app.page.goto(server.url + PATH);
    await signInAs(app, username, PASSWORD);
    await areaOpen(app.page);
    return app;
  }

  it('the second is told who, which file and since when; another kind goes on beside it; then it is their turn', async () => {
    await Promise.all(['first', 'second'].map((name) => makeAccount(server, name, PASSWORD)));
    const known = await knownVillages(278);
    const sheet = (residents: number) =>
      writeXlsx([
        {
          name: '村',
          rows: [
            ['乡镇', '行政村', '村代码', '常住人口', '65岁及以上'],
            ...known.map(({ town, name, code }) => [town, name, code, residents, 5])
          ]
        }
      ]);
    const a = await signedIn('first');
    const b = await signedIn('second');
    const [ofA, ofB] = [importPage(a), importPage(b)];
    await ofA.bring(upload('of-first.xlsx', sheet(100)));
    await ofA.check();
    await ofA.summary();
    await ofA.start().click();
    await a.page.getByRole('button', { name: a.say('import-pause') }).click();
    await a.page.getByRole('heading', { name: a.say('import-phase-paused') }).waitFor();

    const { page, say } = b;
    await page.getByRole('article', { name: 'of-first.xlsx' }).getByText('first').first().waitFor();
    await ofB.bring(upload('of-second.xlsx', sheet(200)));
    await page.getByText('first is importing Villages from “of-first.xlsx”').waitFor();
    await ofB.check();
    await ofB.summary();
    await ofB.start().click();
    const held = page.getByRole('alert').filter({ hasText: 'of-first.xlsx' });
    await held.getByText(say('import-held-other-cure')).waitFor();
    expect(await held.getByRole('heading').textContent()).toMatch(
      /first is importing Villages from “of-first.xlsx” since \d+ \w+ \d{4}/
    );
    expect(await held.getByRole('button', { name: say('import-held-take-over') }).count()).toBe(0);
    await page.getByRole('button', { name: say('import-put-away') }).click();

    const suppliers = [['企业名称', '类别'], ...['甲', '乙', '丙'].map((name) => [`${name}医药公司`, '供应商'])];
    await ofB.bring(upload('suppliers.xlsx', writeXlsx([{ name: '企业', rows: suppliers }])));
    await ofB.check();
    await ofB.summary();
    await ofB.start().click();
    await ofB.done();
    await ofB.backToList();

    await a.page.getByRole('button', { name: a.say('import-go-on') }).click();
    await ofA.done();
    await ofB.bring(upload('of-second.xlsx', sheet(200)));
    await ofB.check();
    await ofB.summary();
    await ofB.start().click();
    await ofB.done();
    const { villages, suppliers: kept } = await situationOf(COUNTY);
    const named = known.map(({ code }) => [...villages.values()].find((village) => village.code === code)!);
    expect(named.every(({ residents }) => residents === 200)).toBe(true);
    expect(kept.size).toBe(3);
    expectClean(a.watch, server.url);
    b.watch.consoleErrors = b.watch.consoleErrors.filter((text) => !text.includes('status of 409'));
    expectClean(b.watch, server.url);
  });
});

/** Names of the accounts that imported here before. */
const PEOPLE = ['demo admin', 'demo planner', 'first', 'second'];

describe.each(['en', 'zh-CN'] as const)('words, %s', (language) => {
  it('every step and the list speak one language and show no key', async () => {
    const known = await knownVillages(40);
    const { bytes } = damagedVillages(known);
    const app = await openApp(browser, server, { role: 'admin', language, map: false, path: PATH });
    const { page, say, watch } = app;
    const steps = importPage(app);
    const situation = await situationOf(COUNTY);
    const inFile = new TextDecoder('gb18030')
      .decode(bytes)
      .split(/[\r\n,]+/)
      .filter(Boolean);
    const data = [
      ...dataTexts(situation),
      ...inFile,
      '村.csv',
      '新.xlsx',
      'National Bureau of Statistics of China, codes 2023',
      ...PEOPLE
    ];
    const faults = async () => {
      const words = (await wordsOf(page)).filter((text) => !inFile.some((cell) => text.includes(cell)));
      return { keys: rawKeys(words, data), foreign: foreignWords(words, language, data) };
    };
    const none = { keys: [], foreign: [] };
    await page.getByText(say('import-drop')).waitFor();
    expect(await faults()).toEqual(none);
    await steps.bring(upload('村.csv', bytes));
    await steps.chooseEncoding('gb18030');
    expect(await faults()).toEqual(none);
    await steps.chooseSystem('gcj02');
    await page.getByText(say('import-map-others')).waitFor();
    expect(await faults()).toEqual(none);
    await steps.check();
    expect(await faults()).toEqual(none);
    await steps.summary();
    expect(await faults()).toEqual(none);
    await page.getByRole('button', { name: say('import-put-away') }).click();
    for (const kind of ['villages', 'vehicles'] as const) {
      const saving = page.waitForEvent('download');
      const wanted = { kind: say(`table-kind-${kind}`), language: say(`language-${language}`) };
      await page.getByRole('button', { name: say('import-template-get', wanted) }).click();
      const name = translate(language, 'import-template-file', { kind: say(`table-kind-${kind}`) });
      expect((await saving).suggestedFilename()).toBe(`${name}.xlsx`);
    }
    expectClean(watch, server.url);
  });
});
