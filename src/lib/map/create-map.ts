import { MapLibreOverlay } from '@deck.gl/maplibre';
import * as maplibregl from 'maplibre-gl';
import { translate } from '../i18n';
import type { Locale } from '../i18n';
import { createAnnotations } from './annotations';
import { readBasemapLabels, readRoads } from './basemap-read';
import { boundsOf, FIT_MAX_ZOOM, fitPadding, grown, metresPerPixel, MOVE_MS, TOUR_MS } from './camera';
import { deckLayers } from './deck-layers';
import { findItem } from './find-item';
import { drawIconAtlas } from './icon-atlas';
import { attachHands, CLICK_TOLERANCE } from './hands';
import { panelBoxes, watchPanels } from './panels';
import type { Layout } from './labels/layout';
import { EMPTY_MAP_DATA } from './model';
import type {
  MapCamera,
  MapData,
  MapEvent,
  MapModeId,
  MapPack,
  MapPadding,
  MapSelection,
  MapState,
  OptionalLayer,
  Position,
  Theme
} from './model';
import { PALETTES } from './palette';
import { planLines } from './plan-lines';
import { registerPack, reopenPack } from './protocol';
import { BASEMAP_SOURCE, buildStyle, PLAN_LINES_SOURCE } from './style';
import { overviewFactor, PHARMACY_METRES_PER_PIXEL } from './symbol-size';
import { startTour } from './tour';

export interface MapProps {
  data: MapData;
  selection: MapSelection | null;
  mode: MapModeId;
  theme: Theme;
  locale: Locale;
  /** Pixels at each side that panels cover. */
  padding: Partial<MapPadding>;
  hidden: readonly OptionalLayer[];
  scale: number;
}

export interface MapHandle {
  set(props: Partial<MapProps>): void;
  /** Shows positions with panels as padding; a single place keeps a calm distance. */
  fit(positions: readonly Position[], options?: { animate?: boolean; maxZoom?: number }): void;
  fitArea(options?: { animate?: boolean }): void;
  zoomBy(steps: number): void;
  northUp(): void;
  jumpTo(camera: MapCamera): void;
  /** Goes from stop to stop until stopped: `TOUR_MS` a move, `holdMs` at each. */
  tour(stops: readonly TourStop[], options: { holdMs: number; onStop?: (index: number) => void }): () => void;
  camera(): MapCamera;
  /** Corners of the view as lon/lat bounds. */
  viewBounds(): [number, number, number, number];
  metresPerPixel(): number;
  project(lon: number, lat: number): { x: number; y: number };
  retry(): void;
  /** Lays labels out anew, e.g. after a panel moved. */
  refresh(): void;
  /** What is drawn now. */
  shown(): MapProps;
  /** The map as it stands once all its tiles, words and symbols are there, without panels. Only with `still`. */
  picture(): Promise<HTMLCanvasElement>;
  destroy(): void;
}

export interface TourStop {
  bounds: [number, number, number, number];
}

export interface CreateMapOptions extends MapProps {
  container: HTMLElement;
  pack: MapPack;
  camera: MapCamera | null;
  onevent: (event: MapEvent) => void;
  /** After every frame that moved the camera. */
  onview: () => void;
  /** For one picture rather than for a person: canvas pixels for each CSS pixel, whatever the screen has. */
  still?: { ratio: number };
}

const FADE_MS = 140;
const MARGIN = 32;
const STILL_MOST_PIXELS = 8192;
const STILL_COARSE = 0.2;

function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Builds the map in a container. The page must have WebGL 2; throws otherwise. */
export function createMap(options: CreateMapOptions): MapHandle {
  const { container, pack, onevent, still } = options;
  const props: MapProps = { ...options, data: options.data ?? EMPTY_MAP_DATA };
  const source = registerPack(pack);
  let palette = PALETTES[props.theme];
  let atlas = drawIconAtlas(palette);
  let layout: Layout = { offsets: new Map(), labels: [], tags: [], shields: [] };
  let roads: ReturnType<typeof readRoads> = [];
  let styled = false;
  let destroyed = false;
  let state: MapState = 'loading';
  let layoutTimer: ReturnType<typeof setTimeout> | null = null;

  function enter(next: MapState): void {
    state = next;
    onevent({ kind: 'state', state: next });
  }

  const padded = () => fitPadding(props.padding, MARGIN * props.scale, container.clientWidth, container.clientHeight);
  const map = new maplibregl.Map({
    container,
    style: buildStyle({ palette, pack, scale: props.scale }),
    ...(options.camera
      ? { center: [options.camera.lon, options.camera.lat], zoom: options.camera.zoom, bearing: options.camera.bearing }
      : { bounds: pack.bbox, fitBoundsOptions: { padding: padded() } }),
    attributionControl: false,
    maxPitch: 0,
    clickTolerance: CLICK_TOLERANCE,
    maxZoom: 18,
    minZoom: 4,
    fadeDuration: 0,
    renderWorldCopies: false,
    ...(still
      ? {
          // Coarse while tiles come in one by one: every one of them draws a frame.
          pixelRatio: STILL_COARSE,
          maxCanvasSize: [STILL_MOST_PIXELS, STILL_MOST_PIXELS],
          canvasContextAttributes: { preserveDrawingBuffer: true },
          interactive: false
        }
      : {}),
    locale: { 'Map.Title': translate(props.locale, 'map-title') },
    transformRequest: (url) => {
      const own = pack.reliefUrl !== null && url.endsWith(pack.reliefUrl);
      return own && pack.requestHeaders ? { url, headers: pack.requestHeaders() } : { url };
    }
  });
  map.touchZoomRotate.disableRotation();
  let onload = () => {};
  const loaded = new Promise<void>((resolve) => (onload = resolve));
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    pickingRadius: 0,
    useDevicePixels: true,
    onLoad: onload
  });
  // Its canvas is measured once, when it joins: for a picture not before the canvas has its size.
  let joined = !still;
  if (joined) map.addControl(overlay);
  const annotations = createAnnotations(container, still?.ratio);
  container.append(annotations.canvas);
  annotations.resize();

  const nowMetresPerPixel = () => metresPerPixel(map.getCenter().lat, map.getZoom()) * props.scale;
  const shows = () => {
    const on = (id: OptionalLayer) => !props.hidden.includes(id);
    return {
      villages: on('villages'),
      facilities: on('facilities'),
      suppliers: on('suppliers'),
      pharmacies: nowMetresPerPixel() <= PHARMACY_METRES_PER_PIXEL,
      vehicles: on('vehicles'),
      shortages: on('shortages'),
      labels: on('labels')
    };
  };
  const symbolScale = () => props.scale * overviewFactor(nowMetresPerPixel());
  const project = (lon: number, lat: number) => map.project([lon, lat]);

  const hands = attachHands({
    map,
    mode: () => props.mode,
    pickInput: (slack) => ({
      data: props.data,
      project,
      offsets: layout.offsets,
      scale: props.scale,
      symbolScale: symbolScale(),
      slack,
      show: shows()
    }),
    emit: onevent,
    repaint: () => map.triggerRepaint()
  });

  function drawDeck(): void {
    if (!joined) return;
    overlay.setProps({
      layers: deckLayers({
        ...props,
        palette,
        atlas,
        symbolScale: symbolScale(),
        offsets: layout.offsets,
        fadeMs: still || reducedMotion() ? 0 : FADE_MS,
        show: shows()
      })
    });
  }

  function arrange(): void {
    if (destroyed) return;
    const extra = styled ? readBasemapLabels(map, props.data.villages, props.locale) : [];
    layout = annotations.layOut(
      { ...props, palette, symbolScale: symbolScale(), panels: panelBoxes(container), roads, extra, show: shows() },
      project
    );
    drawDeck();
    map.triggerRepaint();
  }

  function arrangeSoon(delay: number): void {
    if (layoutTimer !== null) return;
    layoutTimer = setTimeout(() => {
      layoutTimer = null;
      arrange();
    }, delay);
  }

  // A panel that opens or goes frees or covers words.
  const unwatchPanels = watchPanels(() => arrangeSoon(160));

  function selectedPlace() {
    const { selection, data, scale } = props;
    if (!selection) return null;
    const offset = layout.offsets.get(selection.id) ?? ([0, 0] as [number, number]);
    const found = findItem(data, selection, scale);
    return found ? { ...found, offset } : null;
  }

  function paint(): void {
    annotations.paint({
      palette,
      scale: props.scale,
      project,
      selected: selectedPlace(),
      drag: hands.drag(),
      crosshair: hands.crosshair(),
      vehicles: shows().vehicles ? props.data.vehicles : []
    });
  }

  function drawPlanLines(): void {
    const lines = map.getSource<maplibregl.GeoJSONSource>(PLAN_LINES_SOURCE);
    lines?.setData(planLines(props.data.routes, props.data.closures) as GeoJSON.FeatureCollection);
  }

  /** Its code comes with the first surface. */
  function drawSurfaceSoon(): void {
    void import('./layers/surface').then(({ drawSurface }) => {
      if (styled && !destroyed) drawSurface(map, props.data.surface ?? null, { palette, ...props.data });
    });
  }

  function applyTheme(): void {
    palette = PALETTES[props.theme];
    atlas = drawIconAtlas(palette);
    for (const layer of buildStyle({ palette, pack, scale: props.scale }).layers) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        map.setPaintProperty(layer.id, name as never, value as never);
      }
    }
  }

  function applyHidden(): void {
    const visible = (id: OptionalLayer) => (props.hidden.includes(id) ? 'none' : 'visible');
    if (map.getLayer('relief')) map.setLayoutProperty('relief', 'visibility', visible('relief'));
    for (const id of ['contours', 'contours-index']) map.setLayoutProperty(id, 'visibility', visible('contours'));
  }

  map.on('style.load', () => {
    styled = true;
    applyHidden();
    drawPlanLines();
    if (props.data.surface) drawSurfaceSoon();
    arrange();
  });
  map.on('idle', () => {
    if (state !== 'loading') return;
    enter('ready');
    void source.keep();
  });
  map.on('idle', () => {
    const fresh = readRoads(map);
    const changed = fresh.length !== roads.length || extraDue;
    roads = fresh;
    extraDue = false;
    if (changed) arrange();
  });
  let extraDue = true;
  map.on('move', () => {
    extraDue = true;
    arrangeSoon(160);
    options.onview();
  });
  map.on('moveend', () => {
    arrange();
    onevent({ kind: 'camera', camera: handle.camera() });
    options.onview();
  });
  map.on('resize', () => {
    annotations.resize();
    arrange();
    options.onview();
  });
  map.on('render', paint);
  // The source calls itself loaded once it has failed, so the error itself tells. One tile more or less is no failure on
  // a screen; paper must not leave without it.
  map.on('error', (event: { type: string; sourceId?: unknown; tile?: unknown }) => {
    if (event.sourceId !== BASEMAP_SOURCE || (event.tile && !still)) return;
    reopenPack(pack);
    enter('failed');
  });
  const onFonts = () => arrange();
  document.fonts.addEventListener('loadingdone', onFonts);

  let stopTour: (() => void) | null = null;
  const fitBounds = (bounds: [number, number, number, number], animate: boolean, maxZoom: number, duration = MOVE_MS) =>
    map.fitBounds(bounds, { padding: padded(), maxZoom, duration: animate && !reducedMotion() ? duration : 0 });

  const handle: MapHandle = {
    set(next) {
      const before = { ...props };
      Object.assign(props, next);
      const { data } = props;
      const rethemed = props.theme !== before.theme || props.scale !== before.scale;
      if (styled && rethemed) applyTheme();
      if (styled && props.hidden !== before.hidden) applyHidden();
      if (styled && (data.routes !== before.data.routes || data.closures !== before.data.closures)) drawPlanLines();
      const recoloured = props.data.surface && (rethemed || data.thresholds !== before.data.thresholds);
      if (styled && (data.surface !== before.data.surface || recoloured)) drawSurfaceSoon();
      if (props.locale !== before.locale) {
        map.getCanvas().setAttribute('aria-label', translate(props.locale, 'map-title'));
      }
      // Fills first, so that a change of minutes is on the next frame; labels follow in the same turn of the loop.
      drawDeck();
      if (sameButSelection(before, props)) map.triggerRepaint();
      arrangeSoon(0);
      hands.modeChanged();
    },
    fit(positions, { animate = true, maxZoom = FIT_MAX_ZOOM } = {}) {
      const bounds = boundsOf(positions);
      if (bounds) fitBounds(grown(bounds, 0.04), animate, maxZoom);
    },
    fitArea: ({ animate = true } = {}) => void fitBounds(pack.bbox, animate, 20),
    zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps, duration: reducedMotion() ? 0 : MOVE_MS }),
    northUp: () => void map.easeTo({ bearing: 0, duration: reducedMotion() ? 0 : MOVE_MS }),
    jumpTo: ({ lon, lat, zoom, bearing }) => void map.jumpTo({ center: [lon, lat], zoom, bearing }),
    tour(stops, options) {
      stopTour?.();
      const move = ({ bounds }: TourStop) => fitBounds(bounds, true, 15, TOUR_MS);
      const stop = startTour(stops, { ...options, move, moveMs: reducedMotion() ? 0 : TOUR_MS });
      stopTour = () => {
        stop();
        map.stop();
      };
      return stopTour;
    },
    camera() {
      const { lng, lat } = map.getCenter();
      return { lon: lng, lat, zoom: map.getZoom(), bearing: map.getBearing() };
    },
    viewBounds() {
      const bounds = map.getBounds();
      return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    },
    metresPerPixel: () => metresPerPixel(map.getCenter().lat, map.getZoom()),
    project,
    retry() {
      enter('loading');
      map.getSource<maplibregl.VectorTileSource>(BASEMAP_SOURCE)?.setUrl(`pmtiles://${pack.basemapUrl}`);
    },
    refresh: () => arrangeSoon(0),
    shown: () => ({ ...props }),
    async picture() {
      const rest = () =>
        new Promise<void>((resolve) => {
          map.once('idle', () => resolve());
          map.triggerRepaint();
        });
      await rest();
      roads = readRoads(map);
      arrange();
      // Words found their places before some of their letters were here.
      await document.fonts.ready;
      map.setPixelRatio(still?.ratio ?? devicePixelRatio);
      joined = true;
      map.addControl(overlay);
      arrange();
      await loaded;
      await rest();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: map.getCanvas().width, height: map.getCanvas().height });
      const context = canvas.getContext('2d')!;
      paint();
      for (const layer of [map.getCanvas(), annotations.canvas]) {
        context.drawImage(layer, 0, 0, canvas.width, canvas.height);
      }
      return canvas;
    },
    destroy() {
      destroyed = true;
      stopTour?.();
      unwatchPanels();
      if (layoutTimer !== null) clearTimeout(layoutTimer);
      document.fonts.removeEventListener('loadingdone', onFonts);
      hands.detach();
      annotations.canvas.remove();
      map.remove();
    }
  };
  return handle;
}

function sameButSelection(a: MapProps, b: MapProps): boolean {
  return a.data === b.data && a.theme === b.theme && a.hidden === b.hidden && a.scale === b.scale;
}
