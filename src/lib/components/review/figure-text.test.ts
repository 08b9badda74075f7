import { describe, expect, it } from 'vitest';
import type { FigureRef } from '$core/model/results';
import { figureText, parseFigure } from './figure-text';

const FIGURES = [
  { kind: 'village-minutes', villageId: 'osm-n1', careLevel: 'severe' },
  { kind: 'coverage', careLevel: 'any', townshipId: 'all', minutes: 60 },
  { kind: 'medicine', facilityId: 'a-post', medicineId: 'med-antigen' },
  { kind: 'equipment', facilityId: 'a-post', rule: 'dr' },
  { kind: 'fever-coverage', townshipId: 'all', part: 'open' },
  { kind: 'vehicles-ready', townshipId: 't-x' },
  { kind: 'risk', villageId: 'osm-n1' },
  { kind: 'remote', villageId: 'osm-n1' },
  { kind: 'people', villageId: 'osm-n1', rule: 'count' },
  { kind: 'report', facilityId: 'a-post' },
  { kind: 'late-reports' },
  { kind: 'tile', tile: 'care' },
  { kind: 'post', postId: 'post-vehicles-t-x' },
  { kind: 'posts' },
  { kind: 'duty', unit: 'county' },
  { kind: 'zone', townshipId: 't-x' },
  { kind: 'zones' },
  { kind: 'zone-hospital', zoneId: 'zone-1' },
  { kind: 'supply', supply: 'depot' },
  { kind: 'site-link', facilityId: 'a-post', link: 'hospital' },
  { kind: 'medicine-point', villageId: 'osm-n1' },
  ...[
    { over: 60, upTo: null, noWay: true },
    { over: null, upTo: null, noWay: true },
    { over: 15, upTo: 30, noWay: false }
  ].map((test) => ({ kind: 'village-count', careLevel: 'severe', townshipId: 'all', ...test, counted: 'persons' })),
  { kind: 'short-antipyretics' },
  { kind: 'towns-without-vehicle', besides: 't-x' },
  { kind: 'towns-without-vehicle', besides: null }
] as unknown as FigureRef[];

describe('figure in a link', () => {
  it.each(FIGURES)('comes back whole: $kind', (figure) => {
    expect(parseFigure(figureText(figure))).toEqual(figure);
  });

  it('is nothing when the text is none', () => {
    for (const text of [null, '', 'nonsense', 'coverage:any:all', 'risk:', 'tile:care:more'])
      expect(parseFigure(text)).toBeNull();
  });
});
