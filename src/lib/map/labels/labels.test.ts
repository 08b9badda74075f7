import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_MAP_DATA } from '../model';
import type { MapData, MapFacility, MapVillage, Position } from '../model';
import { createBoxGrid, createCostRaster, overlaps } from './box-grid';
import type { Box } from './box-grid';
import { inTwoLines, labelCandidates, rankOf } from './candidates';
import { layOut, shortageText } from './layout';
import { placeLabels } from './place-labels';
import type { LabelCandidate } from './place-labels';
import { facilityOffsets } from './step-aside';

const viewport: Box = { left: 0, top: 0, right: 400, bottom: 300 };
const project = (lon: number, lat: number) => ({ x: lon, y: lat });
const size = { width: 60, height: 14 };
const show = { villages: true, facilities: true, vehicles: true, shortages: true, labels: true };

function candidate(id: string, lon: number, lat: number, rank = 0): LabelCandidate {
  return { id, kind: 'village', text: id, suffix: '', lon, lat, offset: [0, 0], radius: 4, rank };
}
function place(candidates: LabelCandidate[], hard = createBoxGrid(), soft = createCostRaster(400, 300)) {
  return placeLabels({ candidates, project, measure: () => size, hard, soft, viewport, scale: 1, limit: 100 });
}
function boxOf(label: ReturnType<typeof place>[number]): Box {
  const left = label.candidate.lon + label.dx;
  const middle = label.candidate.lat + label.dy;
  return { left, right: left + size.width, top: middle - size.height / 2, bottom: middle + size.height / 2 };
}
const village = (id: string, lon: number, lat: number, persons = 100): MapVillage => ({
  id,
  lon,
  lat,
  persons,
  names: { local: id, zh: `${id}村` }
});
const facility = (id: string, lon: number, lat: number): MapFacility => ({
  id,
  lon,
  lat,
  tier: 'designated',
  names: { local: id },
  open: true
});

describe('placeLabels', () => {
  it('never overlaps labels, hard boxes or the edge', () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 60 }), (spots) => {
        const hard = createBoxGrid();
        const panel = { left: 100, top: 80, right: 220, bottom: 160 };
        hard.add(panel);
        const boxes = place(
          spots.map(({ x, y }, i) => candidate(String(i), x, y, i)),
          hard
        ).map(boxOf);
        boxes.forEach((box, i) => {
          expect(overlaps(box, panel)).toBe(false);
          expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true);
          for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
        });
      })
    );
  });

  it('prefers the right, goes left when the right is taken, and drops rather than collides', () => {
    expect(place([candidate('a', 200, 150)])[0].dx).toBeGreaterThan(0);
    const hard = createBoxGrid();
    hard.add({ left: 204, top: 100, right: 400, bottom: 200 });
    expect(place([candidate('a', 200, 150)], hard)[0].dx).toBeLessThan(-60);
    hard.add({ left: 0, top: 0, right: 400, bottom: 300 });
    expect(place([candidate('a', 200, 150)], hard)).toEqual([]);
  });

  it('keeps off a road when another side is free', () => {
    const soft = createCostRaster(400, 300);
    soft.addLine(
      [
        [200, 150],
        [300, 150]
      ],
      2
    );
    const [label] = place([candidate('a', 200, 150)], createBoxGrid(), soft);
    expect(soft.costOf(boxOf(label))).toBe(0);
  });

  it('gives room to the better rank', () => {
    const rivals = [candidate('low', 200, 150, 5), candidate('high', 201, 150, 1)];
    const hard = createBoxGrid();
    hard.add({ left: 0, top: 0, right: 190, bottom: 300 });
    hard.add({ left: 190, top: 160, right: 400, bottom: 300 });
    hard.add({ left: 190, top: 0, right: 400, bottom: 142 });
    expect(place(rivals, hard).map((label) => label.candidate.id)).toEqual(['high']);
  });
});

describe('labelCandidates', () => {
  it('ranks hospital, changed villages, towns, then people', () => {
    expect(rankOf('hospital', 0)).toBeLessThan(rankOf('changed', 999));
    expect(rankOf('changed', 0)).toBeLessThan(rankOf('town', 999_999));
    expect(rankOf('town', 0)).toBeLessThan(rankOf('village', 1e12));
    expect(rankOf('village', 900)).toBeLessThan(rankOf('village', 100));
  });

  it('breaks a long name at the space nearest its middle', () => {
    expect(inTwoLines('El-Maarouf Centre Hospitalier National')).toBe('El-Maarouf Centre\nHospitalier National');
    expect(inTwoLines('Moroni')).toBe('Moroni');
    expect(inTwoLines('x'.repeat(30))).toBe('x'.repeat(30));
  });

  it('names in the language, with the local name where it has none, and adds the minutes lost', () => {
    const input = {
      villages: [village('Daoueni', 1, 2), { ...village('Moroni', 3, 4), names: { local: 'Moroni' }, town: true }],
      marks: [
        { ms: 139 * 60_000, baselineMs: 20 * 60_000, assessed: true },
        { ms: 5 * 60_000, baselineMs: 5 * 60_000, assessed: true }
      ],
      facilities: [facility('El-Maarouf', 9, 9)],
      vehicles: [],
      selection: null,
      locale: 'zh-CN' as const,
      scale: 1,
      symbolScale: 1,
      offsets: new Map(),
      extra: [],
      show
    };
    expect(labelCandidates(input).map(({ text, suffix, kind }) => [text, suffix, kind])).toEqual([
      ['Daoueni村', '+119', 'changed'],
      ['Moroni', '', 'town'],
      ['El-Maarouf', '', 'hospital']
    ]);
  });
});

describe('layOut', () => {
  it('moves a facility off its village', () => {
    const offsets = facilityOffsets([facility('f', 100, 100)], [village('v', 100, 100)], {
      project,
      scale: 1,
      viewport
    });
    expect(Math.hypot(...offsets.get('f')!)).toBeGreaterThanOrEqual(10 + 11);
  });

  it('tags shortages on a leader, clear of the symbols', () => {
    const data = {
      ...EMPTY_MAP_DATA,
      villages: [village('v', 200, 150)],
      facilities: [facility('f', 200, 150)],
      shortages: [{ facilityId: 'f', limb: 'days' as const, value: 6.29 }]
    };
    const layout = layOut({
      data,
      selection: null,
      locale: 'en',
      scale: 1,
      symbolScale: 1,
      project,
      viewport,
      panels: [],
      roads: [],
      extra: [],
      measureLabel: () => size,
      measureTag: () => 30,
      show
    });
    const [tag] = layout.tags;
    expect(tag.text).toBe('6.2 d');
    expect(Math.hypot(...tag.to)).toBeGreaterThan(15);
  });

  const around = (data: Partial<MapData>) =>
    layOut({
      data: { ...EMPTY_MAP_DATA, ...data },
      selection: null,
      locale: 'en',
      scale: 1,
      symbolScale: 1,
      project,
      viewport,
      panels: [],
      roads: [],
      extra: [],
      measureLabel: () => size,
      measureTag: () => 90,
      show
    }).tags;

  it('drops the words of the lower flag where they would lie over those of the higher', () => {
    const flags = Array.from({ length: 30 }, (_, i) => ({
      id: String(i),
      lon: 200,
      lat: 150,
      severity: 'high' as const,
      text: 'Open 24 hours'
    }));
    const tags = around({ flags });
    expect(tags).toHaveLength(flags.length);
    const worded = tags.filter(({ text }) => text !== '');
    expect(worded[0].id).toBe('flag:0');
    expect(worded.length).toBeLessThan(flags.length);
    const boxes = worded.map(({ to: [x, y], width, height }) => ({
      left: x - width / 2,
      right: x + width / 2,
      top: y - height / 2,
      bottom: y + height / 2
    }));
    boxes.forEach((box, i) => boxes.slice(i + 1).forEach((other) => expect(overlaps(box, other)).toBe(false)));
  });

  it('tags two ways on one road at different points of it', () => {
    const coordinates: Position[] = [
      [50, 150],
      [350, 150]
    ];
    const tags = around({
      routes: [
        { id: 'transport', kind: 'route', coordinates, tag: 'deliver' },
        { id: 'approach', kind: 'approach', coordinates, tag: 'pick up' }
      ]
    });
    expect(Math.abs(tags[0].lon - tags[1].lon)).toBeGreaterThan(60);
  });

  it('never rounds a shortage up to its limit', () => {
    expect(shortageText({ facilityId: 'f', limb: 'days', value: 13.99 }, 'en')).toBe('13.9 d');
    expect(shortageText({ facilityId: 'f', limb: 'share', value: 0.14999 }, 'en')).toBe('14.9%');
    expect(shortageText({ facilityId: 'f', limb: 'expiry', value: null }, 'zh-CN')).toBe('过期');
  });
});
