import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportTable } from '../../src/lib/core/export/export-table';
import { writeCsv } from '../../src/lib/core/export/write-csv';
import { writeGeoJson } from '../../src/lib/core/export/write-geojson';
import { writeKml } from '../../src/lib/core/export/write-kml';
import { writeWorkbook } from '../../src/lib/core/export/write-workbook';
import { logTable } from '../../src/lib/components/export/tables/log';
import '../../src/lib/i18n/late-messages';
import { connectTo } from '../../src/lib/store/client';
import { fetchEvents } from '../../src/lib/store/fetch-events';
import { parseEvent } from '../../src/node/audit/parse-event';
import type { Answer } from '../helpers/server';
import { bodyOf } from './records';
import { CASE, makeOperationsWorld, type OperationsWorld } from './operations-world';

/** What becomes code where a text is taken for markup, an address or a formula. */
const MARKUP = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  'javascript:alert(document.cookie)',
  'data:text/html,<script>alert(1)</script>',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '{@html "<b>x</b>"}',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<style>@import "http://evil.invalid/x.css";</style>',
  '<meta http-equiv="refresh" content="0;url=http://evil.invalid">',
  '<object data="javascript:alert(1)">',
  '<template><script>alert(1)</script></template>',
  '\u202e<img src=x onerror=alert(1)>',
  '＜script＞alert(1)＜/script＞',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  ']]><script>alert(1)</script>',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '<x onclick=alert(1)>转诊</x>',
  "'; DROP TABLE referrals; --",
  "' OR 1=1 --"
];
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '=cmd|"/c calc"!A0',
  '=HYPERLINK("http://evil.invalid","x")',
  '=IMPORTXML("http://evil.invalid","//a")',
  '=WEBSERVICE("http://evil.invalid")',
  '+cmd|"/c calc"!A0',
  '-2+3+cmd|"/c calc"!A0',
  '@SUM(1+1)*cmd|"/c calc"!A0',
  '=DDE("cmd";"/c calc";"x")',
  '="a"&"b"'
];
const PAYLOADS = [
  ...MARKUP,
  ...FORMULAS,
  ...MARKUP.map((each) => `患者 ${each}`),
  ...FORMULAS.map((each) => `${each},"quoted"\r\n${each}`)
];

let world: OperationsWorld;
let target = '';
let unfit = '';
beforeAll(async () => {
  world = await makeOperationsWorld();
  target = (await world.makeUser('reporter-t2', { role: 'reporter', unit: 't2' })).token;
  const { key } = await world.make('facilities', {
    ...bodyOf('facilities', { area: 'tiny', unit: 't2', suffix: 'unfit' }),
    tier: 'township-hospital',
    open: false
  });
  unfit = key;
});
afterAll(async () => world?.server.remove());

const ok = (answer: Answer) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
/** Every text in a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

it(`${PAYLOADS.length} payloads in every text of operations stay texts, stored and exported`, async () => {
  expect(PAYLOADS).toHaveLength(100);
  const on = async (key: string, verb: string, more: object, token = world.tokens.dispatcher) =>
    world.act({ token: token as string }, `referrals/${key}/${verb}`, {
      version: (await world.one('referrals', key)).version,
      ...more
    });
  const vehicle = await world.vehicle();
  const broken = await world.vehicle();
  const [crew] = await world.rows('crews', `vehicleId = "${vehicle}"`);
  const lot = (doses: number) => [{ lot: 'a', doses, expiresOn: '2999-01-01' }];
  const source = { ...bodyOf('stock', { area: 'tiny', unit: 't2', suffix: 'payloads' }), facilityId: 'fac-t2' };
  await world.make('stock', { ...source, lots: lot(1_000_000) });
  const stored: string[][] = [];
  for (const payload of PAYLOADS) {
    // Keys of other records: there is none of such a name.
    for (const field of ['originFacilityId', 'villageId', 'targetFacilityId']) {
      const referral = { originFacilityId: 'fac-t1', targetFacilityId: unfit, ...CASE, [field]: payload };
      expect((await world.act('dispatcher', 'referrals', { referral })).status).toBeGreaterThanOrEqual(400);
    }
    for (const path of ['referrals', 'assignments', 'allocations'])
      expect(
        (await world.act('dispatcher', `${path}/${encodeURIComponent(payload)}/cancel`, {})).status
      ).toBeGreaterThanOrEqual(400);
    expect((await world.act('dispatcher', 'positions', { vehicleId: payload })).status).toBe(400);

    // Who the patient is: kept enciphered, given back as it was.
    const personal = { name: payload, telephone: payload.slice(0, 60), address: payload, note: payload };
    const known = await world.referral({}, { personal });
    const read = await world.server.send('GET', `/api/greenlane/referrals/${known}/personal`, {
      token: world.tokens.dispatcher
    });
    expect(ok(read).personal).toEqual(personal);
    expect(read.headers.get('content-type')).toMatch(/^application\/json/);
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    expect(read.headers.get('content-security-policy')).toContain("default-src 'none'");

    // Who answers for it and why; why it was rejected; who signed; why a vehicle was called off.
    const referral = { originFacilityId: 'fac-t1', targetFacilityId: unfit, ...CASE };
    const override = { name: payload, reason: payload };
    const made = ok(await world.act('dispatcher', 'referrals', { referral, override })).referral;
    ok(await on(made.key, 'reject', { reason: payload }));
    const signed = await world.accepted();
    ok(await on(signed, 'arrive', {}, target));
    ok(await on(signed, 'hand-over', { signedFrom: payload, signedTo: payload }, target));
    const sent = ok(await world.send('dispatcher', vehicle, await world.accepted())).assignment;
    ok(await world.onAssignment('dispatcher', sent.key, 'stand-down', { reason: payload }));
    const asked = ok(
      await world.act('reporter', 'allocations', {
        allocation: { requesterFacilityId: 'fac-t1', lines: [{ medicineId: 'med-county', wantedDoses: 1 }] }
      })
    ).allocation;
    ok(await world.act('dispatcher', `allocations/${asked.key}/reject`, { version: asked.version, reason: payload }));
    // Why less was approved than was asked for, and why less came than was shipped: at the ends they are trimmed.
    const wanted = { requesterFacilityId: 'fac-t1', lines: [{ medicineId: 'med-county', wantedDoses: 4 }] };
    let goods = ok(await world.act('dispatcher', 'allocations', { allocation: wanted })).allocation;
    const line = (fields: object) => [{ medicineId: 'med-county', ...fields }];
    const from = { sourceKind: 'facility', sourceId: 'fac-t2' };
    for (const [verb, body] of [
      ['approve', { ...from, lines: line({ approvedDoses: 2 }), reason: payload }],
      ['pick', {}],
      ['ship', {}],
      ['receive', { lines: line({ receivedDoses: 1, reason: payload }) }]
    ] as const)
      goods = ok(
        await world.act('dispatcher', `allocations/${goods.key}/${verb}`, { version: goods.version, ...body })
      ).allocation;
    const told = textsOf(await world.one('allocations', goods.key)).filter((text) => text === payload.trim());
    expect(told, payload).toHaveLength(2);
    // Who drives.
    const driver = { driver: payload, attendant: payload };
    const { version: ofCrew } = await world.one('crews', String(crew.key));
    const path = `/api/collections/crews/records/${String(crew.id)}`;
    expect(
      (await world.server.send('PATCH', path, { token: world.console, body: { ...driver, version: ofCrew } })).body
    ).toMatchObject(driver);
    const records = [
      await world.one('referrals', made.key),
      await world.one('referrals', signed),
      await world.one('assignments', sent.key),
      await world.one('allocations', asked.key)
    ];
    const found = records.flatMap(textsOf).filter((text) => text === payload);
    expect(found, payload).toHaveLength(7);
    stored.push(found);
    // A choice is one of its list.
    const status = { status: 'out-of-service', outOfServiceReason: payload };
    const { id, version } = await world.one('vehicles', broken);
    const patched = await world.server.send('PATCH', `/api/collections/vehicles/records/${id}`, {
      token: world.tokens.dispatcher,
      body: { ...status, version }
    });
    expect(patched.status).toBe(400);
  }
  // The log bears them too, and holds.
  checkExports(stored);
  const overseer = (await world.makeUser('overseer', { role: 'admin', area: '*' })).token;
  const { events: lines } = await fetchEvents(connectTo(world.server.url, overseer));
  expect(lines.length).toBeGreaterThan(PAYLOADS.length * 20);
  checkTable(logTable(lines.map(parseEvent)));
}, 600_000);

/** A table saved as CSV and as a workbook: nothing in it is a formula or markup. */
function checkTable(table: ExportTable): void {
  const csv = writeCsv(table);
  const cells = (Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data.slice(1) as string[][]).flat();
  expect(cells).toHaveLength(table.rows.flat().length);
  expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
  const about = { title: PAYLOADS[0], lines: PAYLOADS.map((each) => [each, each] as const) };
  for (const [name, bytes] of Object.entries(unzipSync(writeWorkbook([{ ...table, title: '<script>' }], about)))) {
    const elements = elementsOf(new TextDecoder().decode(bytes));
    for (const live of ['f', 'script', 'img', 'hyperlink']) expect(elements.has(live), name).toBe(false);
  }
}

/** What is saved of them is a text to whoever opens it. */
function checkExports(rows: string[][]): void {
  const header = rows[0].map((_, i) => `column ${i}`);
  checkTable({ title: 'payloads', header, rows });
  const features = rows.map((row, i) => ({
    layer: 'facilities' as const,
    id: row[0],
    style: 'x',
    geometry: { type: 'Point' as const, coordinates: [43, -11 - i / 1000] as [number, number] },
    properties: { name: row[0], reason: row[1] }
  }));
  const about = PAYLOADS.map((each) => [each, each] as const);
  const kml = writeKml({
    features: features as never,
    title: PAYLOADS[0],
    about,
    styles: {},
    folderOf: () => PAYLOADS[1],
    nameKeys: ['name']
  });
  for (const live of ['script', 'img', 'svg', 'iframe', 'a']) expect(elementsOf(kml).has(live)).toBe(false);
  const parsed = JSON.parse(writeGeoJson(features as never, { title: PAYLOADS[0], lines: about })) as {
    features: { properties: { name: string } }[];
  };
  expect(parsed.features.map(({ properties }) => properties.name)).toEqual(rows.map(([first]) => first));
}

function elementsOf(xml: string): Set<string> {
  const names = new Set<string>();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => void names.add(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}
