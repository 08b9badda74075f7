import type { DriveCall, DriveOrder, DriveStop } from '$core/operations/drive-order';
import { nameOf, t } from '$lib/i18n';

/** `R-1A2B`: what people call a case on the telephone. */
export function caseName(id: string): string {
  return `R-${id.replace(/^r-/, '').slice(0, 4).toUpperCase()}`;
}

export function stopName(stop: DriveStop): string {
  if (!stop.names) return t('drive-point');
  const name = nameOf(stop.names);
  return stop.near ? t('drive-near', { name }) : name;
}

/** Who answers, and what stands beside the number. */
export function callWords({ names, person }: DriveCall): { name: string; beside: string } {
  if (!names) return { name: t('drive-desk'), beside: person };
  return person ? { name: person, beside: '' } : { name: nameOf(names), beside: '' };
}

/** `4:05` of a span in milliseconds, whatever its sign; hours where there are any. */
export function countdown(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** What the phone's own map opens. */
export function mapAddress({ lon, lat }: { lon: number; lat: number }, name: string): string {
  return `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(name)})`;
}

/** Where a vehicle has patients for more than one stop, each by its number and place. */
export function orderLabel(order: DriveOrder, index: number): string {
  return `${t('drive-order-nth', { nth: index + 1 })} · ${stopName(order.pickUp)}`;
}
