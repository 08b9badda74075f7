import { classOf, isFar, NOT_ASSESSED, rampStep, UNREACHABLE } from '../classes';
import type { IconName } from '../glyphs';
import type { MapVillage, VillageMark } from '../model';
import { minuteColours, rgba } from '../palette';
import type { Palette, Rgba } from '../palette';
import { fullRadiusPersons, RING, villageRadius } from '../symbol-size';

export interface VillageLayerInput {
  villages: readonly MapVillage[];
  marks: readonly VillageMark[];
  thresholds: readonly number[];
  farMinutes: number | null;
  palette: Palette;
  scale: number;
  /** Cross-fade of the fills, ms. */
  fadeMs: number;
  visible: boolean;
}

export interface ItemInfo {
  index: number;
}

const CLEAR: Rgba = [0, 0, 0, 0];

/** Fill of a village: its class colour; clear where a hatch icon stands instead. */
export function villageFill(mark: VillageMark | undefined, thresholds: readonly number[], palette: Palette): Rgba {
  const minuteClass = classOf(mark, thresholds);
  if (minuteClass === UNREACHABLE || minuteClass === NOT_ASSESSED) return CLEAR;
  return rgba(minuteColours(palette)[rampStep(minuteClass, thresholds.length + 1)]);
}

/** Edge of a village: drawn for the two nearest steps, whose fill alone is too near the ground. */
export function villageEdge(mark: VillageMark | undefined, thresholds: readonly number[], palette: Palette): Rgba {
  const minuteClass = classOf(mark, thresholds);
  if (minuteClass === UNREACHABLE || minuteClass === NOT_ASSESSED) return CLEAR;
  return rampStep(minuteClass, thresholds.length + 1) <= 1 ? rgba(palette.minEdge) : rgba(palette.halo);
}

function shared(input: VillageLayerInput) {
  const full = fullRadiusPersons(input.villages);
  return {
    data: input.villages as MapVillage[],
    radiusUnits: 'pixels' as const,
    lineWidthUnits: 'pixels' as const,
    stroked: true,
    pickable: false,
    getPosition: (village: MapVillage): [number, number] => [village.lon, village.lat],
    radius: (village: MapVillage) => villageRadius(village.persons, full, input.scale),
    visible: input.visible
  };
}

/** Discs of all villages. `data` keeps its identity; marks, thresholds and palette work through update triggers. */
export function villagesLayer(input: VillageLayerInput) {
  const { radius, ...common } = shared(input);
  const { marks, thresholds, palette } = input;
  const trigger = [marks, thresholds, palette.theme];
  return {
    ...common,
    id: 'villages' as const,
    getRadius: radius,
    getFillColor: (_: MapVillage, { index }: ItemInfo) => villageFill(marks[index], thresholds, palette),
    getLineColor: (_: MapVillage, { index }: ItemInfo) => villageEdge(marks[index], thresholds, palette),
    getLineWidth: 1.2 * input.scale,
    transitions: input.fadeMs > 0 ? { getFillColor: input.fadeMs } : undefined,
    updateTriggers: { getFillColor: trigger, getLineColor: trigger, getRadius: [input.scale] }
  };
}

/** Ring round each village over the limit: ground-coloured gap, then a line in the village's own colour. */
export function villageRingsLayer(input: VillageLayerInput) {
  const { radius, ...common } = shared(input);
  const { marks, thresholds, farMinutes, palette, scale } = input;
  const trigger = [marks, thresholds, farMinutes, palette.theme];
  return {
    ...common,
    id: 'village-rings' as const,
    getRadius: (village: MapVillage) => radius(village) + (RING.gap + RING.width) * scale,
    getFillColor: (_: MapVillage, { index }: ItemInfo) =>
      isFar(marks[index], farMinutes) ? rgba(palette.halo) : CLEAR,
    getLineColor: (_: MapVillage, { index }: ItemInfo) =>
      isFar(marks[index], farMinutes) ? villageFill(marks[index], thresholds, palette) : CLEAR,
    getLineWidth: RING.width * scale,
    updateTriggers: { getFillColor: trigger, getLineColor: trigger, getRadius: [scale] }
  };
}

/** Hatch discs: unreachable, not assessed in grey, lines over an estimated class. Size 0 hides every other icon. */
export function villageHatchesLayer(input: VillageLayerInput) {
  const { radius, data, getPosition, visible } = shared(input);
  const { marks, thresholds, palette, scale } = input;
  const trigger = [marks, thresholds, palette.theme];
  return {
    id: 'village-hatches' as const,
    data,
    getPosition,
    visible,
    pickable: false,
    sizeUnits: 'pixels' as const,
    getIcon: (_: MapVillage, { index }: ItemInfo): IconName => {
      const minuteClass = classOf(marks[index], thresholds);
      if (minuteClass === UNREACHABLE) return 'village-unreachable';
      return minuteClass === NOT_ASSESSED ? 'village-not-assessed' : 'village-estimated';
    },
    getSize: (village: MapVillage, { index }: ItemInfo) => {
      const minuteClass = classOf(marks[index], thresholds);
      const hatched = minuteClass === UNREACHABLE || minuteClass === NOT_ASSESSED || marks[index]?.estimated === true;
      return hatched ? 2 * (radius(village) + 1.6 * scale) : 0;
    },
    updateTriggers: { getIcon: trigger, getSize: [...trigger, scale] }
  };
}
