import fc from 'fast-check';
import type { Vehicle } from '../core/model/records';
import { mapVehicles } from './from-records';
import { describe, expect, it } from 'vitest';
import { classOf, deltaMinutes, isChanged, isFar, NOT_ASSESSED, rampStep, UNREACHABLE } from './classes';
import { LAYER_ORDER, inOrder, orderOf } from './layer-order';
import { facilitiesLayer, vehiclesLayer } from './layers/symbols';
import { villageFill, villageHatchesLayer, villageRingsLayer, villagesLayer } from './layers/villages';
import { legendRows } from './legend';
import type { MapPack, MapVillage, VillageMark } from './model';
import { minuteColours, PALETTES, rgba } from './palette';
import { buildStyle, zoomForMetresPerPixel } from './style';
import { fullRadiusPersons, VILLAGE_RADIUS, villageRadius } from './symbol-size';

const LIMITS = [15, 30, 60, 120];
const palette = PALETTES.dark;
const mark = (minutes: number | null, before = minutes): VillageMark => ({
  ms: minutes === null ? null : minutes * 60_000,
  baselineMs: before === null ? null : before * 60_000,
  assessed: true
});
const village = (id: string, persons: number): MapVillage => ({ id, lon: 43, lat: -11, persons, names: { local: id } });
const pack: MapPack = {
  id: 'a',
  basemapUrl: '/a/basemap.pmtiles',
  reliefUrl: '/a/relief.png',
  reliefBounds: [43, -12, 44, -11],
  bbox: [43, -12, 44, -11],
  basemapZoom: { min: 5, max: 14 },
  attributions: [],
  mapReviewNumber: null
};

describe('classes', () => {
  it('holds a time equal to a limit within it', () => {
    expect([0, 15, 15.001, 30, 60, 60.001, 120, 120.001].map((m) => classOf(mark(m), LIMITS))).toEqual([
      0, 0, 1, 1, 2, 3, 3, 4
    ]);
    expect(classOf(mark(null), LIMITS)).toBe(UNREACHABLE);
    expect(classOf(undefined, LIMITS)).toBe(NOT_ASSESSED);
    expect(classOf({ ...mark(5), assessed: false }, LIMITS)).toBe(NOT_ASSESSED);
  });

  it('spreads any number of classes over the ramp, ends at the ends', () => {
    expect([0, 1, 2, 3, 4].map((i) => rampStep(i, 5))).toEqual([0, 1, 2, 3, 4]);
    expect([0, 1].map((i) => rampStep(i, 2))).toEqual([0, 4]);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), (count) => {
        const steps = Array.from({ length: count }, (_, i) => rampStep(i, count));
        expect(new Set(steps).size).toBe(count);
        expect(steps[count - 1]).toBe(4);
      })
    );
  });

  it('rings a village only over the minutes of the rule', () => {
    const ringed = (limit: number | null) =>
      [mark(45), mark(45.01), mark(60.01), mark(null), undefined].map((each) => isFar(each, limit));
    expect(ringed(45)).toEqual([false, true, true, false, false]);
    expect(ringed(60)).toEqual([false, false, true, false, false]);
    expect(ringed(null)).toEqual([false, false, false, false, false]);
  });

  it('shows the difference of the rounded figures', () => {
    expect(deltaMinutes(mark(118.2, 19.9))).toBe(99);
    expect(deltaMinutes(mark(19.95, 19.9))).toBeNull();
    expect(isChanged(mark(null, 20))).toBe(true);
    expect(isChanged(mark(null))).toBe(false);
  });
});

describe('villages', () => {
  const villages = [village('a', 100), village('b', 400), village('c', 1600)];

  it('grows with the square root of persons, between the limits', () => {
    const full = fullRadiusPersons(villages);
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(50_000), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((n) => villageRadius(n, full, 1));
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(VILLAGE_RADIUS.min);
        expect(high).toBeLessThanOrEqual(VILLAGE_RADIUS.max);
      })
    );
    expect(villageRadius(full / 4, full, 2)).toBeCloseTo(2 * (3.4 + 6.6 / 2));
  });

  it('fills by class and leaves the fill to the hatch where there is no time', () => {
    const marks = [mark(10), mark(130), mark(null)];
    const input = {
      villages,
      marks,
      thresholds: LIMITS,
      farMinutes: 60,
      palette,
      scale: 1,
      fadeMs: 140,
      visible: true
    };
    const layer = villagesLayer(input);
    const ramp = minuteColours(palette);
    expect(villages.map((v, index) => layer.getFillColor(v, { index }))).toEqual([
      rgba(ramp[0]),
      rgba(ramp[4]),
      [0, 0, 0, 0]
    ]);
    expect(layer.data).toBe(villages);
    expect(villageFill(undefined, LIMITS, palette)[3]).toBe(0);
    const hatches = villageHatchesLayer(input);
    expect(villages.map((v, index) => hatches.getSize(v, { index }) > 0)).toEqual([false, false, true]);
    expect(hatches.getIcon(villages[2], { index: 2 })).toBe('village-unreachable');
    const rings = villageRingsLayer(input);
    expect(villages.map((v, index) => rings.getLineColor(v, { index })[3] > 0)).toEqual([false, true, false]);
  });

  it('counts every village and person once in the legend', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }), { maxLength: 40 }),
        (minutes) => {
          const many = minutes.map((_, i) => village(String(i), i + 1));
          const rows = legendRows({
            villages: many,
            marks: minutes.map((m) => mark(m)),
            thresholds: LIMITS,
            farMinutes: 60
          });
          expect(rows.reduce((sum, row) => sum + row.villages, 0)).toBe(many.length);
          expect(rows.reduce((sum, row) => sum + row.persons, 0)).toBe(many.reduce((sum, v) => sum + v.persons, 0));
        }
      )
    );
  });
});

describe('order', () => {
  it('names each layer once and throws on a stranger', () => {
    expect(new Set(LAYER_ORDER).size).toBe(LAYER_ORDER.length);
    expect(() => orderOf('clouds')).toThrow(/clouds/);
    expect(() => inOrder([{ id: 'clouds' }])).toThrow();
  });

  it('builds the style in that order, in both themes, with no text layer', () => {
    for (const theme of ['dark', 'light'] as const) {
      const { layers } = buildStyle({ palette: PALETTES[theme], pack, scale: 1 });
      const places = layers.map((layer) => orderOf(layer.id));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(layers.some((layer) => layer.type === 'symbol')).toBe(false);
    }
  });

  it('hides residential streets above 52 m per pixel', () => {
    const zoom = zoomForMetresPerPixel(52, -11.5);
    expect((78271.517 * Math.cos((11.5 * Math.PI) / 180)) / 2 ** zoom).toBeCloseTo(52);
    const { layers } = buildStyle({ palette, pack, scale: 1 });
    expect(layers.find((layer) => layer.id === 'road-r')).toMatchObject({ minzoom: zoom });
  });

  it('leaves the relief out where the pack has none', () => {
    const { layers, sources } = buildStyle({ palette, pack: { ...pack, reliefUrl: null }, scale: 1 });
    expect(layers.some((layer) => layer.id === 'relief')).toBe(false);
    expect(Object.keys(sources)).not.toContain('relief-image');
  });
});

describe('symbols', () => {
  it('tells vehicles by the shape of their state, and an old position by its faintness', () => {
    const vehicle = { lon: 1, lat: 2, positionLon: 3, positionLat: 4, minutesToReady: 0 };
    const now = Date.parse('2026-03-01T12:00:00Z');
    const [ready, bare] = mapVehicles(
      [
        { ...vehicle, id: 'a', status: 'available', positionAt: '2026-03-01T11:59:00Z' },
        { ...vehicle, id: 'b', status: 'available', positionAt: '2026-03-01T10:00:00Z' }
      ] as Vehicle[],
      { ready: { crewed: new Set(['a', 'b']), minutesLimit: 3, staleMinutes: 60, now } }
    );
    const layer = vehiclesLayer([ready, bare], { scale: 1, offsets: new Map(), visible: true });
    expect([layer.getIcon(ready), layer.getIcon(bare)]).toEqual(['vehicle-ready', 'vehicle-attention']);
    expect(layer.getColor(ready)[3]).toBe(255);
    expect(layer.getColor(bare)[3]).toBeLessThan(255);
    expect(layer.getPosition(ready)).toEqual([3, 4]);
  });

  it('shifts facilities by their offsets', () => {
    const facility = { id: 'f', lon: 1, lat: 2, tier: 'designated' as const, names: { local: 'F' }, open: false };
    const layer = facilitiesLayer([facility], { scale: 2, offsets: new Map([['f', [3, 4]]]), visible: true });
    expect(layer.getPixelOffset(facility)).toEqual([3, 4]);
    expect(layer.getSize(facility)).toBe(44);
    expect(layer.getIcon(facility)).toBe('facility-designated-shut');
  });
});
