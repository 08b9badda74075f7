import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { roadPointAt, roadsNear } from './basemap-read';
import { metresPerPixel } from './camera';
import type { MapEvent, MapModeId, Position } from './model';
import { MODES } from './modes';
import type { ModePoint } from './modes/mode';
import { pickAt } from './pick';
import type { Hit, PickInput } from './pick';

export interface HandsOptions {
  map: MapLibreMap;
  mode: () => MapModeId;
  pickInput: (slack: number) => PickInput;
  emit: (event: MapEvent) => void;
  repaint: () => void;
}

export interface Hands {
  drag(): { from: [number, number]; lon: number; lat: number; snap: [number, number] | null } | null;
  /** Middle of the map while it has the keyboard. */
  crosshair(): { x: number; y: number } | null;
  modeChanged(): void;
  detach(): void;
}

/** Pixels about a symbol that still hit it; with touch a symbol of 16 px answers within 44 px. */
const SLACK = { mouse: 3, touch: 14 } as const;
const ROAD_REACH = { mouse: 7, touch: 16 } as const;
const SNAP_REACH = 60;
/** A press that moves fewer pixels is a click: no hand and no touch screen is quite still. */
export const CLICK_TOLERANCE = 4;
/** A snap farther than a click on a road, at most this many metres. */
const MAX_REACH_METRES = 2000;

type Pointer = keyof typeof SLACK;

interface Held {
  hit: Hit;
  /** Where the press was. */
  press: { x: number; y: number };
  /** From the press to where the thing lies: its symbol is drawn beside its place. */
  offset: { x: number; y: number };
  lon: number;
  lat: number;
  moved: boolean;
  snap: Position | null;
}

/** Mouse, touch and keyboard on the map: turns them into events through the mode in force. */
export function attachHands({ map, mode, pickInput, emit, repaint }: HandsOptions): Hands {
  const canvas = map.getCanvas();
  let held: Held | null = null;
  let frame = 0;
  let hovered: string | null = null;
  let keyboard = false;
  let detached = false;

  function pointAt(x: number, y: number, pointer: Pointer): ModePoint {
    const { lng, lat } = map.unproject([x, y]);
    const reach = ROAD_REACH[pointer];
    return {
      lon: lng,
      lat,
      hit: pickAt(x, y, pickInput(SLACK[pointer])),
      road: roadPointAt(map, x, y, reach),
      slackMetres: Math.max(20, metresPerPixel(lat, map.getZoom()) * 2),
      reachMetres: Math.min(MAX_REACH_METRES, Math.max(20, metresPerPixel(lat, map.getZoom()) * reach * 1.5))
    };
  }

  const pointerOf = (event: MouseEvent | TouchEvent): Pointer =>
    ('pointerType' in event && event.pointerType === 'touch') || !(event instanceof MouseEvent) ? 'touch' : 'mouse';

  function onClick(event: MapMouseEvent): void {
    if (event.defaultPrevented) return;
    emit(MODES[mode()].click(pointAt(event.point.x, event.point.y, pointerOf(event.originalEvent))));
  }

  function onDown(event: MapMouseEvent | MapTouchEvent): void {
    const hit = MODES[mode()].grab(pointAt(event.point.x, event.point.y, pointerOf(event.originalEvent)));
    if (!hit) return;
    event.preventDefault();
    const { x, y } = event.point;
    const place = map.project([hit.lon, hit.lat]);
    held = {
      hit,
      press: { x, y },
      offset: { x: place.x - x, y: place.y - y },
      lon: hit.lon,
      lat: hit.lat,
      moved: false,
      snap: null
    };
    canvas.style.cursor = 'grabbing';
  }

  function onMove(event: MapMouseEvent | MapTouchEvent): void {
    const { x, y } = event.point;
    if (!held) {
      if (frame === 0 && event.type === 'mousemove') frame = requestAnimationFrame(() => hover(x, y));
      return;
    }
    if (!held.moved && Math.hypot(x - held.press.x, y - held.press.y) < CLICK_TOLERANCE) return;
    const place = { x: x + held.offset.x, y: y + held.offset.y };
    const { lng, lat } = map.unproject([place.x, place.y]);
    Object.assign(held, { moved: true, lon: lng, lat });
    if (frame === 0) frame = requestAnimationFrame(() => carry(place.x, place.y));
  }

  function hover(x: number, y: number): void {
    frame = 0;
    if (detached || map.isMoving()) return;
    const point = pointAt(x, y, 'mouse');
    canvas.style.cursor = MODES[mode()].cursor(point);
    const key = point.hit ? `${point.hit.kind}:${point.hit.id}` : null;
    if (key === hovered) return;
    hovered = key;
    emit({ kind: 'hover', target: point.hit ? { kind: point.hit.kind, id: point.hit.id } : null });
  }

  function carry(x: number, y: number): void {
    frame = 0;
    if (!held) return;
    const { hit, lon, lat } = held;
    emit({ kind: 'drag', target: { kind: hit.kind, id: hit.id }, lon, lat });
    const near = roadsNear(map, x, y, SNAP_REACH);
    void import('./snap').then(({ nearestOnRoads }) => {
      if (!held) return;
      held.snap = nearestOnRoads(near, held.lon, held.lat);
      repaint();
    });
    repaint();
  }

  function onUp(): void {
    if (!held) return;
    const { hit, lon, lat, moved } = held;
    held = null;
    canvas.style.cursor = '';
    if (moved) emit({ kind: 'drag-end', target: { kind: hit.kind, id: hit.id }, lon, lat });
    repaint();
  }

  function cancel(): void {
    if (!held) return;
    const { hit, moved } = held;
    held = null;
    canvas.style.cursor = '';
    if (moved) emit({ kind: 'drag-cancel', target: { kind: hit.kind, id: hit.id } });
    repaint();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') cancel();
    if (event.target !== canvas || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    emit(MODES[mode()].click(pointAt(canvas.clientWidth / 2, canvas.clientHeight / 2, 'mouse')));
  }

  function onFocus(): void {
    keyboard = canvas.matches(':focus-visible');
    repaint();
  }

  function onBlur(): void {
    keyboard = false;
    repaint();
  }

  map.on('click', onClick);
  map.on('mousedown', onDown);
  map.on('touchstart', onDown);
  map.on('mousemove', onMove);
  map.on('touchmove', onMove);
  map.on('mouseup', onUp);
  map.on('touchend', onUp);
  map.on('touchcancel', cancel);
  canvas.addEventListener('focus', onFocus);
  canvas.addEventListener('blur', onBlur);
  window.addEventListener('keydown', onKey);
  window.addEventListener('pointerup', onUp);

  return {
    drag() {
      if (!held?.moved) return null;
      return { from: [held.hit.lon, held.hit.lat], lon: held.lon, lat: held.lat, snap: held.snap };
    },
    crosshair: () => (keyboard ? { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 } : null),
    modeChanged() {
      if (mode() !== 'drag') cancel();
    },
    detach() {
      detached = true;
      cancelAnimationFrame(frame);
      canvas.removeEventListener('focus', onFocus);
      canvas.removeEventListener('blur', onBlur);
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointerup', onUp);
    }
  };
}
