import type { FacilityTier, Supplier } from '../core/model/records';
import type { Palette } from './palette';

/** Status shapes: each stands with its word elsewhere. `assigned` is a hollow chevron: not yet out. */
export const STATUS_GLYPHS = ['ready', 'assigned', 'moving', 'onsite', 'attention', 'alarm', 'out'] as const;
export type StatusGlyph = (typeof STATUS_GLYPHS)[number];

export const ICON_NAMES = [
  'facility-designated',
  'facility-sub-designated',
  'facility-township-hospital',
  'facility-village-clinic',
  'facility-designated-shut',
  'facility-sub-designated-shut',
  'facility-township-hospital-shut',
  'facility-village-clinic-shut',
  'vehicle-ready',
  'vehicle-assigned',
  'vehicle-moving',
  'vehicle-onsite',
  'vehicle-attention',
  'vehicle-alarm',
  'vehicle-out',
  'sign-closed',
  'sign-slow',
  'village-unreachable',
  'village-not-assessed',
  'village-estimated',
  'seat',
  'supplier-supplier',
  'supplier-depot',
  'supplier-pharmacy',
  'candidate-new',
  'candidate-existing'
] as const;
export type IconName = (typeof ICON_NAMES)[number];

export function facilityIcon(tier: FacilityTier, open: boolean): IconName {
  return open ? `facility-${tier}` : `facility-${tier}-shut`;
}

type Draw2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws an icon in a 24 × 24 grid about (12, 12); the context is already scaled. */
export function drawIcon(context: Draw2d, name: IconName, palette: Palette): void {
  if (name.startsWith('facility-')) drawFacility(context, name, palette);
  else if (name.startsWith('vehicle-')) drawVehicle(context, name.slice('vehicle-'.length) as StatusGlyph, palette);
  else if (name === 'sign-closed') drawClosedSign(context, palette);
  else if (name === 'sign-slow') drawSlowSign(context, palette);
  else if (name === 'village-estimated') drawEstimated(context, palette);
  else if (name === 'seat') drawSeat(context, palette);
  else if (name.startsWith('supplier-'))
    drawSupplier(context, name.slice('supplier-'.length) as Supplier['kind'], palette);
  else if (name.startsWith('village-')) drawHatch(context, name === 'village-unreachable', palette);
  else drawCandidate(context, name === 'candidate-existing', palette);
}

function drawFacility(context: Draw2d, name: IconName, palette: Palette): void {
  const shut = name.endsWith('-shut');
  const tier = name.slice('facility-'.length).replace(/-shut$/, '') as FacilityTier;
  context.globalAlpha = shut ? 0.6 : 1;
  if (tier === 'designated') {
    box(context, 1, palette.halo, null);
    box(context, 2, palette.tier4, null);
    cross(context, 6, 3, palette.tierPaper);
  } else if (tier === 'sub-designated') {
    box(context, 0.5, palette.halo, null);
    box(context, 2.5, palette.tierPaper, palette.tier3);
    cross(context, 4.6, 2.6, palette.tier3);
  } else if (tier === 'township-hospital') {
    diamond(context, 12, palette.halo, null);
    diamond(context, 9.6, palette.tierPaper, palette.tier2);
    cross(context, 3.2, 2.2, palette.tier2);
  } else {
    cross(context, 11.6, 7.6, palette.halo);
    cross(context, 9.6, 4.4, palette.tier1);
  }
  context.globalAlpha = 1;
  if (shut) {
    stroke(context, palette.halo, 5, [
      [3, 21],
      [21, 3]
    ]);
    stroke(context, palette.tier2, 2.4, [
      [3, 21],
      [21, 3]
    ]);
  }
}

function drawVehicle(context: Draw2d, glyph: StatusGlyph, palette: Palette): void {
  disc(context, 11.6, palette.halo);
  disc(context, 10.8, palette.s1, glyph === 'out' ? palette.edgeStrong : palette.text2, 1);
  drawStatusGlyph(context, glyph, palette, 5.6);
}

/** A status shape of the given half-size about (12, 12). */
export function drawStatusGlyph(context: Draw2d, glyph: StatusGlyph, palette: Palette, half: number): void {
  const at = (x: number, y: number): [number, number] => [12 + x * half, 12 + y * half];
  switch (glyph) {
    case 'ready':
      disc(context, half, palette.ready);
      stroke(context, palette.s1, half * 0.32, [at(-0.45, 0.03), at(-0.12, 0.36), at(0.48, -0.32)]);
      break;
    case 'assigned':
    case 'moving': {
      // Points up: heading 0 is north.
      const chevron = [at(0, -1.1), at(0.95, 0.95), at(0, 0.5), at(-0.95, 0.95)];
      if (glyph === 'moving') polygon(context, chevron, palette.moving, null, 0);
      else polygon(context, chevron, palette.s1, palette.moving, half * 0.26);
      break;
    }
    case 'onsite':
      polygon(context, [at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)], palette.onsite, null, 0);
      polygon(context, [at(-0.32, -0.32), at(0.32, -0.32), at(0.32, 0.32), at(-0.32, 0.32)], '#FFFFFF', null, 0);
      break;
    case 'attention':
      polygon(context, [at(0, -1.1), at(1.15, 0.95), at(-1.15, 0.95)], palette.warn, null, 0);
      bang(context, half, 0.12, palette.s1);
      break;
    case 'alarm': {
      const corner = 0.42;
      polygon(
        context,
        [
          at(-corner, -1),
          at(corner, -1),
          at(1, -corner),
          at(1, corner),
          at(corner, 1),
          at(-corner, 1),
          at(-1, corner),
          at(-1, -corner)
        ],
        palette.alert,
        null,
        0
      );
      bang(context, half, -0.05, '#FFFFFF');
      break;
    }
    case 'out':
      context.lineWidth = half * 0.28;
      context.strokeStyle = palette.theme === 'dark' ? palette.text3 : palette.out;
      context.beginPath();
      context.arc(12, 12, half * 0.85, 0, Math.PI * 2);
      context.stroke();
      stroke(context, context.strokeStyle, half * 0.28, [at(-0.6, 0.6), at(0.6, -0.6)]);
  }
}

function bang(context: Draw2d, half: number, shift: number, colour: string): void {
  stroke(context, colour, half * 0.28, [
    [12, 12 + half * (shift - 0.42)],
    [12, 12 + half * (shift + 0.18)]
  ]);
  context.fillStyle = colour;
  context.beginPath();
  context.arc(12, 12 + half * (shift + 0.55), half * 0.17, 0, Math.PI * 2);
  context.fill();
}

function drawClosedSign(context: Draw2d, palette: Palette): void {
  disc(context, 11.6, palette.halo);
  disc(context, 10.2, palette.alert);
  stroke(context, '#FFFFFF', 3.4, [
    [7.4, 12],
    [16.6, 12]
  ]);
}

function drawSlowSign(context: Draw2d, palette: Palette): void {
  disc(context, 11.6, palette.halo);
  disc(context, 10.2, palette.warn);
  stroke(context, palette.theme === 'dark' ? palette.halo : '#FFFFFF', 2.4, [
    [7.5, 8.5],
    [12, 12.5],
    [16.5, 8.5]
  ]);
  stroke(context, palette.theme === 'dark' ? palette.halo : '#FFFFFF', 2.4, [
    [7.5, 13],
    [12, 17],
    [16.5, 13]
  ]);
}

function drawHatch(context: Draw2d, unreachable: boolean, palette: Palette): void {
  const paper = unreachable ? palette.minXBg : palette.land;
  const line = unreachable ? palette.minXLine : palette.edgeStrong;
  disc(context, 12, palette.halo);
  disc(context, 10.6, paper);
  context.save();
  context.beginPath();
  context.arc(12, 12, 10.6, 0, Math.PI * 2);
  context.clip();
  for (let shift = -24; shift <= 24; shift += 5.4) {
    stroke(context, line, unreachable ? 2.4 : 1.6, [
      [shift, 24],
      [shift + 24, 0]
    ]);
  }
  context.restore();
  disc(context, 10.2, null, line, unreachable ? 1.8 : 1.6);
}

/** Lines over a village's own colour. */
function drawEstimated(context: Draw2d, palette: Palette): void {
  context.save();
  context.beginPath();
  context.arc(12, 12, 10.2, 0, Math.PI * 2);
  context.clip();
  for (let shift = -24; shift <= 24; shift += 6) {
    stroke(context, palette.halo, 2.2, [
      [shift, 24],
      [shift + 24, 0]
    ]);
  }
  context.restore();
  disc(context, 10.4, null, palette.text2, 1.6);
}

function drawSeat(context: Draw2d, palette: Palette): void {
  box(context, 4, palette.halo, null);
  box(context, 6, palette.s1, palette.text2);
}

/** Outline on a 24 grid: a hexagon for an enterprise, a house for a depot; a pharmacy is a pill. */
const SUPPLIER_SHAPE: Record<'supplier' | 'depot', [number, number][]> = {
  supplier: [
    [12, 2.6],
    [20.2, 7.3],
    [20.2, 16.7],
    [12, 21.4],
    [3.8, 16.7],
    [3.8, 7.3]
  ],
  depot: [
    [12, 3],
    [21, 10.4],
    [21, 20.6],
    [3, 20.6],
    [3, 10.4]
  ]
};

function drawSupplier(context: Draw2d, kind: Supplier['kind'], palette: Palette): void {
  if (kind === 'pharmacy') {
    pill(context, 2.2, palette.halo, null);
    pill(context, 4, palette.tierPaper, palette.tier2);
    stroke(context, palette.tier2, 2.2, [
      [12, 8],
      [12, 16]
    ]);
    return;
  }
  polygon(context, SUPPLIER_SHAPE[kind], palette.halo, palette.halo, 5);
  polygon(context, SUPPLIER_SHAPE[kind], palette.tierPaper, palette.tier2, 2.4);
  if (kind === 'depot')
    stroke(context, palette.tier2, 2.4, [
      [8, 15],
      [16, 15]
    ]);
  else disc(context, 3, palette.tier2);
}

function pill(context: Draw2d, inset: number, fill: string, line: string | null): void {
  context.beginPath();
  context.roundRect(inset - 2, inset + 2, 28 - inset * 2, 20 - inset * 2, 10 - inset);
  context.fillStyle = fill;
  context.fill();
  if (line) {
    context.strokeStyle = line;
    context.lineWidth = 2.4;
    context.stroke();
  }
}

function drawCandidate(context: Draw2d, existing: boolean, palette: Palette): void {
  disc(context, 11.6, palette.halo);
  disc(context, 9.8, existing ? palette.s1 : palette.ink, palette.ink, 1.8);
  if (existing) disc(context, 3.4, palette.ink);
  else cross(context, 6, 2.4, palette.s1);
}

function disc(context: Draw2d, radius: number, fill: string | null, line: string | null = null, width = 0): void {
  context.beginPath();
  context.arc(12, 12, radius, 0, Math.PI * 2);
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (line) {
    context.strokeStyle = line;
    context.lineWidth = width;
    context.stroke();
  }
}

function box(context: Draw2d, inset: number, fill: string, line: string | null): void {
  context.beginPath();
  context.roundRect(inset, inset, 24 - inset * 2, 24 - inset * 2, 3.6);
  context.fillStyle = fill;
  context.fill();
  if (line) {
    context.strokeStyle = line;
    context.lineWidth = 2.6;
    context.stroke();
  }
}

function diamond(context: Draw2d, half: number, fill: string, line: string | null): void {
  polygon(
    context,
    [
      [12, 12 - half],
      [12 + half, 12],
      [12, 12 + half],
      [12 - half, 12]
    ],
    fill,
    line,
    2.4
  );
}

function cross(context: Draw2d, half: number, width: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(12 - half, 12 - width / 2, half * 2, width, 0.6);
  context.roundRect(12 - width / 2, 12 - half, width, half * 2, 0.6);
  context.fill();
}

function polygon(
  context: Draw2d,
  points: [number, number][],
  fill: string | null,
  line: string | null,
  width: number
): void {
  context.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  context.lineJoin = 'round';
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (line) {
    context.strokeStyle = line;
    context.lineWidth = width;
    context.stroke();
  }
}

function stroke(context: Draw2d, colour: string, width: number, points: [number, number][]): void {
  context.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
