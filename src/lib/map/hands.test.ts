import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { attachHands } from './hands';
import { EMPTY_MAP_DATA, type MapEvent } from './model';

/** A degree is a thousand pixels; the vehicle's symbol is drawn 20 px right of its base. */
const SCALE = 1000;
const vehicle = { id: 'a-1', lon: 0.1, lat: 0.1, ready: true, names: { local: 'A 1' }, kind: 'ambulance' };

let listeners: Map<string, (event: unknown) => void>;
let events: MapEvent[];

beforeEach(() => {
  listeners = new Map();
  events = [];
  vi.stubGlobal('window', { addEventListener: () => {} });
  vi.stubGlobal('MouseEvent', class {});
  vi.stubGlobal('requestAnimationFrame', () => 1);
  const map = {
    getCanvas: () => ({ style: {}, addEventListener: () => {} }),
    on: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
    project: ([lon, lat]: [number, number]) => ({ x: lon * SCALE, y: lat * SCALE }),
    unproject: ([x, y]: [number, number]) => ({ lng: x / SCALE, lat: y / SCALE }),
    getZoom: () => 12,
    getLayer: () => undefined
  };
  attachHands({
    map: map as never,
    mode: () => 'drag',
    pickInput: (slack) => ({
      data: { ...EMPTY_MAP_DATA, vehicles: [vehicle as never] },
      project: (lon, lat) => ({ x: lon * SCALE, y: lat * SCALE }),
      offsets: new Map([['a-1', [20, 0] as [number, number]]]),
      scale: 1,
      symbolScale: 1,
      slack,
      show: { villages: true, facilities: true, suppliers: true, pharmacies: true, vehicles: true }
    }),
    emit: (event) => events.push(event),
    repaint: () => {}
  });
});
afterEach(() => vi.unstubAllGlobals());

const act = (type: 'mousedown' | 'mousemove' | 'mouseup', x: number, y: number) =>
  listeners.get(type)!({ type, point: { x, y }, originalEvent: {}, preventDefault: () => {} });

it('a click that trembles carries nothing', () => {
  act('mousedown', 120, 100);
  act('mousemove', 122, 101);
  act('mousemove', 119, 99);
  act('mouseup', 119, 99);
  expect(events).toEqual([]);
});

it('what is carried keeps its distance to the pointer: the place moves as far as the hand', () => {
  act('mousedown', 122, 101);
  act('mousemove', 142, 131);
  act('mouseup', 142, 131);
  expect(events).toEqual([{ kind: 'drag-end', target: { kind: 'vehicle', id: 'a-1' }, ...at(0.12, 0.13) }]);
});

const at = (lon: number, lat: number) => ({ lon: expect.closeTo(lon, 9), lat: expect.closeTo(lat, 9) });
