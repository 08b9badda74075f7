import { describe, expect, it } from 'vitest';
import { EMPTY_MAP_DATA } from '../model';
import { pickAt } from '../pick';
import { MODES } from './index';
import type { ModePoint } from './mode';

const ground: ModePoint = { lon: 43, lat: -11, hit: null, road: null, slackMetres: 20, reachMetres: 50 };
const hit = (kind: 'village' | 'facility' | 'closure') => ({ kind, id: 'x', lon: 1, lat: 2 });

describe('modes', () => {
  it('select: symbol, then road, then ground', () => {
    expect(MODES.select.click({ ...ground, hit: hit('village'), road: [43.1, -11.1] })).toEqual(hit('village'));
    expect(MODES.select.click({ ...ground, road: [43.1, -11.1] })).toEqual({
      kind: 'road-click',
      intent: 'inspect',
      lon: 43.1,
      lat: -11.1,
      maxMetres: 20
    });
    expect(MODES.select.click(ground)).toEqual({ kind: 'background', lon: 43, lat: -11 });
  });

  it('roads: gives the coordinates even under a village; a sign names its closure', () => {
    expect(MODES['close-road'].click({ ...ground, hit: hit('village') })).toEqual({
      kind: 'road-click',
      intent: 'close',
      lon: 43,
      lat: -11,
      maxMetres: 50
    });
    expect(MODES['slow-road'].click(ground)).toMatchObject({ intent: 'slow' });
    expect(MODES['close-road'].click({ ...ground, hit: hit('closure') })).toEqual(hit('closure'));
  });

  it('drag: carries facilities and vehicles only', () => {
    expect(MODES.drag.grab({ ...ground, hit: hit('facility') })).toEqual(hit('facility'));
    expect(MODES.drag.grab({ ...ground, hit: hit('village') })).toBeNull();
    expect(MODES.select.grab({ ...ground, hit: hit('facility') })).toBeNull();
  });

  it('place: the point, whatever lies there', () => {
    expect(MODES.place.click({ ...ground, hit: hit('village') })).toEqual({ kind: 'place', lon: 43, lat: -11 });
  });
});

describe('pickAt', () => {
  const names = { local: 'n' };
  const input = {
    data: {
      ...EMPTY_MAP_DATA,
      villages: [{ id: 'v', lon: 10, lat: 10, persons: 500, names }],
      facilities: [{ id: 'f', lon: 10, lat: 10, tier: 'village-clinic' as const, names, open: true }]
    },
    project: (lon: number, lat: number) => ({ x: lon, y: lat }),
    offsets: new Map([['f', [30, 0] as [number, number]]]),
    scale: 1,
    symbolScale: 1,
    slack: 3,
    show: { villages: true, facilities: true, suppliers: true, pharmacies: true, vehicles: true }
  };

  it('finds symbols where they are drawn, offset included', () => {
    expect(pickAt(10, 10, input)).toMatchObject({ kind: 'village', id: 'v' });
    expect(pickAt(40, 10, input)).toMatchObject({ kind: 'facility', id: 'f', lon: 10 });
    expect(pickAt(200, 10, input)).toBeNull();
  });

  it('finds a pharmacy only where it is drawn', () => {
    const data = { ...input.data, suppliers: [{ id: 's', lon: 300, lat: 10, kind: 'pharmacy' as const }] };
    expect(pickAt(300, 10, { ...input, data })).toMatchObject({ kind: 'supplier', id: 's' });
    expect(pickAt(300, 10, { ...input, data, show: { ...input.show, pharmacies: false } })).toBeNull();
    expect(pickAt(300, 10, { ...input, data, show: { ...input.show, suppliers: false } })).toBeNull();
  });

  it('leaves hidden layers alone', () => {
    expect(pickAt(10, 10, { ...input, show: { ...input.show, villages: false } })).toBeNull();
  });
});
