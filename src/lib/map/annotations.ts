import type { Locale } from '../i18n';
import type { Box } from './labels/box-grid';
import { layOut } from './labels/layout';
import type { LabelledLayers, Layout } from './labels/layout';
import { TAG_SIZE } from './labels/fonts';
import { measureLabel, paintAnnotations } from './labels/paint';
import type { PaintInput } from './labels/paint';
import type { LabelCandidate } from './labels/place-labels';
import type { RoadLine } from './labels/shields';
import type { Project } from './labels/step-aside';
import type { MapData, MapSelection } from './model';
import type { Palette } from './palette';

export interface AnnotationState {
  data: MapData;
  selection: MapSelection | null;
  locale: Locale;
  scale: number;
  symbolScale: number;
  palette: Palette;
  panels: readonly Box[];
  roads: readonly RoadLine[];
  extra: readonly LabelCandidate[];
  show: LabelledLayers;
}

export interface Annotations {
  canvas: HTMLCanvasElement;
  /** Finds places anew; symbols shift only here, so they stand still relative to the ground while the map moves. */
  layOut(state: AnnotationState, project: Project): Layout;
  paint(
    input: Pick<PaintInput, 'palette' | 'scale' | 'project' | 'selected' | 'drag' | 'crosshair' | 'vehicles'>
  ): void;
  resize(): void;
}

const EMPTY: Layout = { offsets: new Map(), labels: [], tags: [], shields: [] };

/**
 * A canvas over the map for labels, tags and leaders: native text, eight positions, panels respected. As many pixels as
 * the screen has unless `fixedRatio` says otherwise.
 */
export function createAnnotations(container: HTMLElement, fixedRatio?: number): Annotations {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d')!;
  const family = getComputedStyle(container).getPropertyValue('--gl-font').trim() || 'sans-serif';
  let layout = EMPTY;
  let ratio = 1;
  let [width, height] = [0, 0];

  function resize(): void {
    ratio = fixedRatio ?? (window.devicePixelRatio || 1);
    width = container.clientWidth;
    height = container.clientHeight;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }

  return {
    canvas,
    resize,
    layOut(state, project) {
      const { scale } = state;
      layout = layOut({
        ...state,
        project,
        viewport: { left: 0, top: 0, right: width, bottom: height },
        measureLabel: (candidate) => measureLabel(context, candidate, scale, family),
        measureTag(text) {
          context.font = `600 ${TAG_SIZE * scale}px ${family}`;
          return context.measureText(text).width;
        }
      });
      return layout;
    },
    paint(input) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      paintAnnotations(context, { ...input, layout, family });
    }
  };
}
