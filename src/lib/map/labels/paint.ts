import { drawStatusGlyph } from '../glyphs';
import { minuteColours } from '../palette';
import type { Palette } from '../palette';
import { fontOf, LABEL_STYLES, SHIELD_SIZE, SUFFIX_GAP, TAG_SIZE } from './fonts';
import type { Layout, PlacedTag } from './layout';
import type { LabelCandidate, PlacedLabel } from './place-labels';
import type { Project } from './step-aside';

export interface PaintInput {
  layout: Layout;
  palette: Palette;
  scale: number;
  family: string;
  project: Project;
  /** Ring round the chosen symbol. */
  selected: { lon: number; lat: number; offset: [number, number]; radius: number } | null;
  /** Symbol on its way and the road point it would snap to. */
  drag: { from: [number, number]; lon: number; lat: number; snap: [number, number] | null } | null;
  /** Keyboard aim at the middle, while the map has the keyboard. */
  crosshair: { x: number; y: number } | null;
  vehicles: readonly { id: string; lon: number; lat: number }[];
}

type Draw = CanvasRenderingContext2D;
const ON_AMBER = '#12171C';

/** Draws leaders, tags, shields, labels, selection and drag feedback for the present camera. */
export function paintAnnotations(context: Draw, input: PaintInput): void {
  const { layout, scale, project } = input;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const vehicle of input.vehicles) {
    const offset = layout.offsets.get(vehicle.id);
    if (offset) paintLeader(context, input, project(vehicle.lon, vehicle.lat), offset, 13 * scale);
  }
  if (input.selected) paintSelection(context, input, input.selected);
  for (const shield of layout.shields) paintShield(context, input, shield);
  // All lines before all words: a rim must not cut a name.
  for (const label of layout.labels) {
    paintLabelLeader(context, input, label, project(label.candidate.lon, label.candidate.lat));
  }
  for (const label of layout.labels) paintLabel(context, input, label);
  for (const tag of layout.tags) paintTag(context, input, tag);
  if (input.drag) paintDrag(context, input, input.drag);
  if (input.crosshair) paintCrosshair(context, input, input.crosshair);
}

/** Width and height of a label's text. */
export function measureLabel(
  context: Draw,
  candidate: LabelCandidate,
  scale: number,
  family: string
): { width: number; height: number } {
  context.font = fontOf(candidate.kind, scale, family);
  const lines = candidate.text.split('\n');
  const gap = candidate.suffix ? SUFFIX_GAP * scale : 0;
  const suffix = gap + context.measureText(candidate.suffix).width;
  const width = Math.max(...lines.map((line) => context.measureText(line).width)) + suffix;
  return { width, height: lines.length * lineHeight(candidate, scale) };
}

function lineHeight(candidate: LabelCandidate, scale: number): number {
  return LABEL_STYLES[candidate.kind].size * 1.25 * scale;
}

function haloText(
  context: Draw,
  text: string,
  x: number,
  y: number,
  fill: string,
  { palette, scale }: PaintInput
): void {
  context.strokeStyle = palette.halo;
  context.lineWidth = 3.2 * scale;
  context.strokeText(text, x, y);
  context.fillStyle = fill;
  context.fillText(text, x, y);
}

function paintLabel(context: Draw, input: PaintInput, label: PlacedLabel): void {
  const { candidate, dx, dy } = label;
  const { palette, scale, family, project } = input;
  const at = project(candidate.lon, candidate.lat);
  const x = Math.round(at.x + dx);
  const y = Math.round(at.y + dy);
  context.font = fontOf(candidate.kind, scale, family);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  if (candidate.kind === 'peak') paintPeak(context, input, at);
  const lines = candidate.text.split('\n');
  const lengths = lines.map((line) => context.measureText(line).width);
  const longest = Math.max(...lengths);
  // Lines lean towards their symbol.
  const lean = dx >= 0 ? 0 : dx + longest <= 0 ? 1 : 0.5;
  lines.forEach((line, index) => {
    const down = (index - (lines.length - 1) / 2) * lineHeight(candidate, scale);
    const right = (longest - lengths[index]) * lean;
    haloText(context, line, x + right, y + down, LABEL_STYLES[candidate.kind].colour(palette), input);
  });
  if (candidate.suffix) {
    const shift = longest + SUFFIX_GAP * scale;
    const colour = candidate.kind === 'vehicle' ? palette.label2 : minuteColours(palette)[4];
    haloText(context, candidate.suffix, x + shift, y, colour, input);
  }
}

/** A line from the symbol to a label that had to stand off. */
function paintLabelLeader(
  context: Draw,
  { palette, scale }: PaintInput,
  label: PlacedLabel,
  at: { x: number; y: number }
): void {
  const { candidate, dx, dy, width, height } = label;
  const [fromX, fromY] = candidate.offset;
  const toX = Math.max(dx, Math.min(dx + width, fromX));
  const toY = Math.max(dy - height / 2, Math.min(dy + height / 2, fromY));
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length <= candidate.radius + 16 * scale) return;
  const start = candidate.radius / length;
  const from = [at.x + fromX + (toX - fromX) * start, at.y + fromY + (toY - fromY) * start] as const;
  strokeLeader(context, { palette, scale }, from, [at.x + toX, at.y + toY]);
}

/** Stands out from hills and from villages by a rim of the ground's colour. */
function strokeLeader(
  context: Draw,
  { palette, scale }: Pick<PaintInput, 'palette' | 'scale'>,
  from: readonly [number, number],
  to: readonly [number, number]
): void {
  for (const [colour, width] of [
    [palette.halo, 4],
    [palette.text2, 1.4]
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width * scale;
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
  }
}

function paintPeak(context: Draw, { palette, scale }: PaintInput, { x, y }: { x: number; y: number }): void {
  context.beginPath();
  context.moveTo(x, y - 4.5 * scale);
  context.lineTo(x + 4.5 * scale, y + 3.5 * scale);
  context.lineTo(x - 4.5 * scale, y + 3.5 * scale);
  context.closePath();
  context.strokeStyle = palette.halo;
  context.lineWidth = 2 * scale;
  context.stroke();
  context.fillStyle = palette.label2;
  context.fill();
}

function paintLeader(
  context: Draw,
  { palette, scale }: PaintInput,
  at: { x: number; y: number },
  [dx, dy]: [number, number],
  stop: number
): void {
  const length = Math.hypot(dx, dy);
  if (length <= stop) return;
  const part = 1 - stop / length;
  strokeLeader(context, { palette, scale }, [at.x, at.y], [at.x + dx * part, at.y + dy * part]);
  context.fillStyle = palette.text2;
  context.beginPath();
  context.arc(at.x, at.y, 2 * scale, 0, Math.PI * 2);
  context.fill();
}

function paintTag(context: Draw, input: PaintInput, tag: PlacedTag): void {
  const { palette, scale, family, project } = input;
  const at = project(tag.lon, tag.lat);
  const x = at.x + tag.to[0];
  const y = at.y + tag.to[1];
  const left = Math.round(x - tag.width / 2);
  const top = Math.round(y - tag.height / 2);
  const flag = tag.kind === 'flag-high' || tag.kind === 'flag-medium';
  const colour =
    tag.kind === 'shortage'
      ? palette.warn
      : tag.kind === 'approach'
        ? palette.moving
        : flag
          ? palette.text2
          : palette.ink;
  context.strokeStyle = colour;
  context.lineWidth = 1.4 * scale;
  context.beginPath();
  context.moveTo(at.x + tag.from[0], at.y + tag.from[1]);
  context.lineTo(Math.max(left, Math.min(left + tag.width, at.x)), Math.max(top, Math.min(top + tag.height, at.y)));
  context.stroke();
  context.font = `600 ${TAG_SIZE * scale}px ${family}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  if (flag) {
    context.save();
    context.translate(left, top);
    context.scale((26 / 24) * scale, (26 / 24) * scale);
    context.fillStyle = palette.s1;
    context.strokeStyle = palette.text2;
    context.lineWidth = 1;
    context.beginPath();
    context.arc(12, 12, 11.4, 0, Math.PI * 2);
    context.fill();
    context.stroke();
    drawStatusGlyph(context, tag.kind === 'flag-high' ? 'alarm' : 'attention', palette, 6.6);
    context.restore();
    if (tag.text) haloText(context, tag.text, left + 32 * scale, y, palette.label, input);
    return;
  }
  context.beginPath();
  context.roundRect(left, top, tag.width, tag.height, 4 * scale);
  context.fillStyle = tag.kind === 'shortage' ? palette.warn : palette.s1;
  context.fill();
  if (tag.kind === 'shortage') {
    paintPill(context, left + 13 * scale, y, scale);
    context.fillStyle = ON_AMBER;
    context.fillText(tag.text, left + 22 * scale, y + 0.5);
  } else {
    context.lineWidth = 1.6 * scale;
    context.stroke();
    context.fillStyle = palette.text;
    context.fillText(tag.text, left + 8 * scale, y + 0.5);
  }
}

/** A capsule on the slant: the medicine limb. */
function paintPill(context: Draw, x: number, y: number, scale: number): void {
  context.save();
  context.translate(x, y);
  context.rotate(-Math.PI / 4);
  context.strokeStyle = ON_AMBER;
  context.lineWidth = 1.5 * scale;
  context.beginPath();
  context.roundRect(-5.6 * scale, -2.8 * scale, 11.2 * scale, 5.6 * scale, 2.8 * scale);
  context.moveTo(0, -2.8 * scale);
  context.lineTo(0, 2.8 * scale);
  context.stroke();
  context.restore();
}

function paintShield(
  context: Draw,
  { palette, scale, family, project }: PaintInput,
  shield: Layout['shields'][number]
): void {
  const at = project(shield.lon, shield.lat);
  const left = Math.round(at.x - shield.width / 2);
  const top = Math.round(at.y - shield.height / 2);
  context.beginPath();
  context.roundRect(left, top, shield.width, shield.height, 3.5 * scale);
  context.fillStyle = palette.shield;
  context.fill();
  context.strokeStyle = palette.theme === 'dark' ? palette.edgeStrong : palette.edge;
  context.lineWidth = 1 * scale;
  context.stroke();
  context.font = `600 ${SHIELD_SIZE * scale}px ${family}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.shieldT;
  context.fillText(shield.ref, at.x, at.y + 0.5 * scale);
}

function ring(context: Draw, x: number, y: number, radius: number, { palette, scale }: PaintInput): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.strokeStyle = palette.halo;
  context.lineWidth = 5 * scale;
  context.stroke();
  context.strokeStyle = palette.ink;
  context.lineWidth = 2.2 * scale;
  context.stroke();
}

function paintSelection(context: Draw, input: PaintInput, selected: NonNullable<PaintInput['selected']>): void {
  const at = input.project(selected.lon, selected.lat);
  ring(context, at.x + selected.offset[0], at.y + selected.offset[1], selected.radius + 5 * input.scale, input);
}

function paintDrag(context: Draw, input: PaintInput, drag: NonNullable<PaintInput['drag']>): void {
  const { palette, scale, project } = input;
  const from = project(drag.from[0], drag.from[1]);
  const to = project(drag.lon, drag.lat);
  context.setLineDash([4 * scale, 5 * scale]);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.4 * scale;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  if (drag.snap) {
    const snap = project(drag.snap[0], drag.snap[1]);
    context.lineTo(snap.x, snap.y);
  }
  context.stroke();
  context.setLineDash([]);
  ring(context, to.x, to.y, 15 * scale, input);
  if (drag.snap) {
    const snap = project(drag.snap[0], drag.snap[1]);
    ring(context, snap.x, snap.y, 5 * scale, input);
  }
}

function paintCrosshair(context: Draw, { palette, scale }: PaintInput, { x, y }: { x: number; y: number }): void {
  for (const [colour, width] of [
    [palette.halo, 4],
    [palette.ink, 1.6]
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width * scale;
    context.beginPath();
    for (const [ux, uy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1]
    ]) {
      context.moveTo(x + ux * 5 * scale, y + uy * 5 * scale);
      context.lineTo(x + ux * 14 * scale, y + uy * 14 * scale);
    }
    context.stroke();
  }
}
