import { SaxesParser } from 'saxes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyArea, TINY_SETTINGS } from '../../../../tests/helpers/tiny-area';
import { applyChange } from '../change/apply-change';
import { closeRoad } from '../change/close-road';
import { evaluate } from '../evaluate/evaluate';
import { createTravelCache } from '../evaluate/travel-cache';
import { CARE_LEVELS, type Situation } from '../model/situation';
import { mapFeatures, type ExportFeature } from './map-features';
import { writeGeoJson } from './write-geojson';
import { writeKml } from './write-kml';

const { network, situation } = tinyArea();
const travel = createTravelCache(network);
const closure = { wayId: 30, fromNode: 4, toNode: 5, reason: 'flood <&>', startsAt: '2026-01-01T00:00:00Z' };
const closed = applyChange(situation, closeRoad(situation, closure));
const [closureId] = [...closed.closures.keys()];

function featuresOf(of: Situation, onlyUnit: string | null = null): ExportFeature[] {
  return mapFeatures({
    situation: of,
    results: evaluate({ situation: of, settings: TINY_SETTINGS, revision: 1, travel }),
    levels: CARE_LEVELS,
    closures: [
      {
        closureId,
        road: 'RN1',
        coordinates: [
          [
            [0.03, 0],
            [0.04, 0]
          ]
        ]
      }
    ],
    vehicles: new Map(),
    isPlanned: (collection) => collection === 'closures',
    onlyUnit,
    say: (locale, code) => `${locale} ${code}`
  });
}
const byId = (features: ExportFeature[], id: string) => features.find((each) => each.id === id)!;
const about = { title: 'T', lines: [['Area', 'x & y']] as const };

describe('features', () => {
  it('tell of each village its minutes to every level, or why there are none, in both languages', () => {
    const open = evaluate({ situation, settings: TINY_SETTINGS, revision: 1, travel });
    const [village] = open.villages;
    const feature = byId(featuresOf(situation), village.villageId);
    const { ms, mm } = village.reach.severe;
    expect(feature.properties).toMatchObject({
      seconds_severe: ms! / 1000,
      minutes_severe: Math.ceil(ms! / 60_000),
      metres_severe: mm! / 1000,
      times_severe: 'roads',
      reason_severe_en: null
    });
    expect(byId(featuresOf(closed), 'far').properties).toMatchObject({
      class: 'unreachable',
      minutes_severe: null,
      reason_severe_en: 'en no-way-cut-by-closure',
      reason_severe_zh: 'zh-CN no-way-cut-by-closure'
    });
  });

  it('count every village in exactly one class', () => {
    const classes = featuresOf(closed).filter(({ layer }) => layer === 'coverage');
    const sum = (key: string) => classes.reduce((total, each) => total + Number(each.properties[key]), 0);
    expect([sum('villages'), sum('persons')]).toEqual([2, 350]);
  });

  it('draw closures as lines, and mark what is planned', () => {
    const feature = byId(featuresOf(closed), closureId);
    expect(feature).toMatchObject({
      style: 'closed',
      geometry: { type: 'LineString' },
      properties: { planned: true, reason: 'flood <&>', name: 'RN1' }
    });
  });

  it('keep crews, stock, counts of people and other units’ vehicles inside', () => {
    const crews = new Map(
      [...situation.vehicles.keys()].map((id) => [
        `c-${id}`,
        {
          ...[...situation.crews.values()][0],
          id: `c-${id}`,
          vehicleId: id,
          driver: 'DRIVERNAME',
          telephone: '5551234'
        }
      ])
    );
    const secret = { ...situation, crews } as unknown as Situation;
    const text = writeGeoJson(featuresOf(secret), about);
    expect(text).not.toMatch(/DRIVERNAME|5551234|aged65|"red"/);
    expect(featuresOf(secret).some(({ layer }) => layer === 'vehicles')).toBe(true);
    expect(featuresOf(secret, 'elsewhere').some(({ layer }) => layer === 'vehicles')).toBe(false);
  });
});

const text = fc.oneof(
  fc.constantFrom('=cmd', '<script>x</script>', 'a & b', '"q", c', 'l1\nl2', '🚑', '𠮷', "it's", ']]>'),
  fc.string({ unit: 'grapheme', maxLength: 10 })
);
const named = (names: string[]): ExportFeature[] =>
  names.map((name, i) => ({
    layer: i % 2 ? 'villages' : 'facilities',
    id: `id${i}`,
    style: i % 3 ? 'minutes-0' : 'closed',
    geometry: { type: 'Point', coordinates: [43.25 + i / 100, -11.7] },
    properties: { name, name_en: name, count: i, none: null, yes: true }
  }));

describe('GeoJSON', () => {
  it('gives every name back, with longitude first and null where nothing is known', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (names) => {
        const parsed = JSON.parse(writeGeoJson(named(names), about));
        expect(parsed.type).toBe('FeatureCollection');
        expect(parsed.crs).toBeUndefined();
        expect(parsed.features.map((each: { properties: { name: string } }) => each.properties.name)).toEqual(names);
        expect(parsed.features[0]).toMatchObject({
          type: 'Feature',
          geometry: { coordinates: [43.25, -11.7] },
          properties: { none: null, yes: true, count: 0 }
        });
      })
    );
  });
});

describe('KML', () => {
  const styles = {
    'minutes-0': { colour: '#102030', scale: 1, width: 1, label: '0–15 <min>' },
    closed: { colour: '#ff0000', scale: 1, width: 5, label: 'Closed' }
  };
  const kmlOf = (features: ExportFeature[]) =>
    writeKml({
      features,
      title: 'T & <x>',
      about: about.lines,
      styles,
      folderOf: (layer) => layer,
      nameKeys: ['name_en']
    });

  /** Texts of all elements of a name; throws where the file is not well formed. */
  function textsOf(kml: string, wanted: string): string[] {
    const parser = new SaxesParser();
    const found: string[] = [];
    let path: string[] = [];
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => {
      path = [...path, name];
      if (path.slice(-2).join('/') === wanted) found.push('');
    });
    parser.on('text', (piece) => {
      if (path.slice(-2).join('/') === wanted) found[found.length - 1] += piece;
    });
    parser.on('closetag', () => (path = path.slice(0, -1)));
    parser.write(kml).close();
    return found;
  }

  it('is well formed and gives every name back', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (names) => {
        // XML has no control characters, and a line break there is one character.
        const seen = (name: string) =>
          name.replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu, '').replace(/\r\n?/g, '\n');
        expect(textsOf(kmlOf(named(names)), 'Placemark/name').sort()).toEqual(names.map(seen).sort());
      })
    );
  });

  it('writes a folder for each layer with one for each class, and colours as alpha, blue, green, red', () => {
    const kml = kmlOf(named(['a', 'b', 'c', 'd']));
    expect(textsOf(kml, 'Folder/name')).toEqual([
      'facilities',
      'Closed',
      '0–15 <min>',
      'villages',
      '0–15 <min>',
      'Closed'
    ]);
    expect(textsOf(kml, 'IconStyle/color')).toEqual(['ff0000ff', 'ff302010']);
    expect(textsOf(kml, 'Document/description')).toEqual(['Area: x & y']);
    expect(kml).not.toMatch(/href/);
  });
});
