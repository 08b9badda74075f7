import type { Layer } from '@deck.gl/core';
import { IconLayer, ScatterplotLayer } from '@deck.gl/layers';
import { iconMapping } from './icon-atlas';
import { inOrder } from './layer-order';
import {
  candidatesLayer,
  closureSigns,
  closureSignsLayer,
  facilitiesLayer,
  samplesLayer,
  seatsLayer,
  suppliersLayer,
  vehiclesLayer
} from './layers/symbols';
import type { Offsets } from './layers/symbols';
import { villageHatchesLayer, villageRingsLayer, villagesLayer } from './layers/villages';
import type { MapData } from './model';
import type { Palette } from './palette';

export interface DeckInput {
  data: MapData;
  palette: Palette;
  scale: number;
  /** Scale of villages and facilities: `scale` less the overview's shrinking. */
  symbolScale: number;
  offsets: Offsets;
  atlas: HTMLCanvasElement;
  fadeMs: number;
  show: { villages: boolean; facilities: boolean; suppliers: boolean; pharmacies: boolean; vehicles: boolean };
}

const MAPPING = iconMapping();

/** The deck.gl layers of the present data, in the map's order. */
export function deckLayers({ data, palette, scale, symbolScale, offsets, atlas, fadeMs, show }: DeckInput): Layer[] {
  const village = { ...data, palette, scale: symbolScale, fadeMs, visible: show.villages };
  const symbol = (visible: boolean) => ({ scale, offsets, visible });
  const icons = { iconAtlas: atlas as never, iconMapping: MAPPING, alphaCutoff: 0.01 };
  return inOrder<Layer>([
    ...(data.seats?.length ? [new IconLayer({ ...icons, ...seatsLayer(data.seats, symbolScale) })] : []),
    new ScatterplotLayer(villageRingsLayer(village)),
    new ScatterplotLayer(villagesLayer(village)),
    new IconLayer({ ...icons, ...villageHatchesLayer(village) }),
    ...(data.suppliers?.length
      ? [
          new IconLayer({
            ...icons,
            ...suppliersLayer(data.suppliers, {
              scale: symbolScale,
              visible: show.suppliers,
              pharmacies: show.pharmacies
            })
          })
        ]
      : []),
    new IconLayer({
      ...icons,
      ...facilitiesLayer(data.facilities, { ...symbol(show.facilities), scale: symbolScale })
    }),
    ...(data.samples?.length ? [new ScatterplotLayer(samplesLayer(data.samples, palette, scale))] : []),
    new IconLayer({ ...icons, ...candidatesLayer(data.candidates, symbol(true)) }),
    new IconLayer({ ...icons, ...closureSignsLayer(closureSigns(data.closures), symbol(true)) }),
    new IconLayer({ ...icons, ...vehiclesLayer(data.vehicles, symbol(show.vehicles)) })
  ]);
}
