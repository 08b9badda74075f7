import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oracleOverLand, placeIn } from '../../../../tests/helpers/off-road-oracle';
import { tinyNetwork } from '../../../../tests/helpers/tiny-network';
import { buildMetric } from '../routing/metric';
import { createRouter, type RoadRouter } from '../routing/router';
import { DEFAULT_TRAVEL_SCENARIO } from '../routing/scenario';
import { frameLand, LAND_COVERS, landCell, UNREACHED, type Land, type LandCover } from './land';
import { createLandWalks } from './land-walks';
import { createOffRoad } from './off-road';
import { routeOverLand } from './over-land';
import { complete } from './travel-field';

const SIDE = 7;
const KMH = DEFAULT_TRAVEL_SCENARIO.offRoadKmh;
const frame = { ...frameLand([43, -12, 43.0001, -11.9999], 200), columns: SIDE, rows: SIDE };
const COVERS: LandCover[] = ['grass', 'tree', 'bare', 'water', 'none', 'way', 'shrub'];

const lands: fc.Arbitrary<Land> = fc
  .array(fc.record({ cover: fc.constantFrom(...COVERS), metres: fc.integer({ min: 0, max: 120 }) }), {
    minLength: SIDE * SIDE,
    maxLength: SIDE * SIDE
  })
  .map((cells) => ({
    ...frame,
    cover: Uint8Array.from(cells, ({ cover }) => LAND_COVERS.indexOf(cover)),
    elevation: Int16Array.from(cells, ({ metres }) => metres)
  }));

/** Roads between corners of the land's middle, some of them one-way; and a router that takes places up to 120 m away. */
const routers: fc.Arbitrary<RoadRouter> = fc
  .array(fc.record({ from: fc.nat(8), to: fc.nat(8), oneway: fc.boolean(), grade: fc.integer({ min: -8, max: 8 }) }), {
    minLength: 1,
    maxLength: 7
  })
  .map((roads) => {
    const nodes = Array.from({ length: 9 }, (_, id) => ({
      id,
      lon: frame.west + frame.cellLon * (1.3 + 1.9 * (id % 3)),
      lat: frame.north - frame.cellLat * (1.2 + 2.1 * Math.floor(id / 3))
    }));
    const ways = roads.map(({ from, to, oneway, grade }, i) => ({
      id: i + 1,
      nodes: [from, to === from ? (to + 1) % 9 : to],
      oneway,
      gradePercent: grade
    }));
    const network = tinyNetwork(nodes, ways);
    return createRouter({
      network,
      metric: buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry'),
      anchors: [],
      settings: { ...DEFAULT_TRAVEL_SCENARIO, snapLimitMetres: 120, reachableRoadMetres: 0 }
    });
  });

/** Every step and share is rounded to a millisecond; the oracle rounds in its own order. */
const NEAR_MS = 30;

describe('createOffRoad', () => {
  it('equals walk, drive and walk over one explicit graph, in both directions', () => {
    fc.assert(
      fc.property(lands, routers, fc.nat(SIDE * SIDE - 1), fc.nat(SIDE * SIDE - 1), (land, router, a, b) => {
        const walking = createLandWalks(land, KMH);
        const { ways } = createOffRoad(router, walking);
        const [from, to] = [placeIn(land, a), placeIn(land, b)];
        const wanted = oracleOverLand(router, land, KMH, from, to);
        const [there] = ways(from, [to], false);
        if (wanted === Infinity) expect(there).toBeNull();
        else expect(Math.abs(there!.ms - wanted)).toBeLessThan(NEAR_MS);
        // The way back to a place off the road is the same journey asked from its other end.
        if (router.snap(from).snap || router.snap(to).snap) return;
        const [back] = ways(to, [from], true);
        if (wanted === Infinity) expect(back).toBeNull();
        else expect(back!.ms).toBe(there!.ms);
      }),
      { numRuns: 150 }
    );
  });

  it('gives the surface the very times of the single ways', () => {
    fc.assert(
      fc.property(
        lands,
        routers,
        fc.array(fc.nat(SIDE * SIDE - 1), { minLength: 1, maxLength: 3 }),
        (land, router, at) => {
          const { ways, surface } = createOffRoad(router, createLandWalks(land, KMH));
          const sites = at.map((cell) => placeIn(land, cell));
          const onRoad = sites.filter((site) => router.snap(site).snap);
          for (const toSites of [true, false]) {
            const { ms } = complete(surface(onRoad, toSites));
            for (let cell = 0; cell < SIDE * SIDE; cell++) {
              const found = ways(placeIn(land, cell), onRoad, !toSites).flatMap((way) => way?.ms ?? []);
              expect(ms[cell]).toBe(found.length > 0 ? Math.min(...found) : UNREACHED);
            }
          }
        }
      ),
      { numRuns: 40 }
    );
  });

  it('tells the walk apart from the drive', () => {
    const network = tinyNetwork(
      [
        { id: 1, lon: 43.02, lat: -11.5 },
        { id: 2, lon: 43.12, lat: -11.5 }
      ],
      [{ id: 1, nodes: [1, 2] }]
    );
    const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
    const router = createRouter({ network, metric, anchors: [], settings: DEFAULT_TRAVEL_SCENARIO });
    const flat = frameLand([43, -11.6, 43.14, -11.45], 100);
    const cells = flat.columns * flat.rows;
    const land: Land = { ...flat, cover: new Uint8Array(cells).fill(LAND_COVERS.indexOf('grass')), elevation: null };
    const over = routeOverLand(router, createLandWalks(land, KMH));
    // 5 km south of the road, beyond the snap limit of 2 km.
    const village = { id: 'v', lon: 43.02, lat: -11.545 };
    const site = { id: 's', lon: 43.12, lat: -11.5 };
    expect(router.snap(village).reason).toBe('too-far-from-road');
    const { ms, mm, reason } = over.matrix([village, site], [site, village]);
    expect([...reason]).toEqual([0, 0, 0, 0]);
    const [way] = over.offRoad.ways(village, [site], false);
    expect(ms[0]).toBe(way!.ms);
    expect(mm[0]).toBe(way!.mm);
    expect(way!.walkMm).toBeGreaterThan(4_900_000);
    expect(way!.walkMs / 3_600_000).toBeCloseTo(way!.walkMm / 1e6 / KMH.grass, 3);
    expect(ms[0]).toBeGreaterThan(way!.walkMs);
    // Level ground and a two-way road: the same back; a place to itself is there.
    expect(ms[3]).toBe(ms[0]);
    // Water all round: no way, for the reason there was.
    const at = landCell(land, village.lon, village.lat);
    land.cover.fill(LAND_COVERS.indexOf('water'));
    land.cover[at] = LAND_COVERS.indexOf('grass');
    const cut = routeOverLand(router, createLandWalks(land, KMH)).matrix([village], [site]);
    expect([...cut.reason]).toEqual([...router.matrix([village], [site]).reason]);
  });

  it('leaves every pair of places with a road as it is, to the millisecond', () => {
    fc.assert(
      fc.property(lands, routers, (land, router) => {
        const places = Array.from({ length: SIDE * SIDE }, (_, cell) => placeIn(land, cell));
        const [plain, over] = [router, routeOverLand(router, createLandWalks(land, KMH))].map((each) =>
          each.matrix(places, places)
        );
        plain.reason.forEach((reason, cell) => {
          const far = [places[Math.floor(cell / places.length)], places[cell % places.length]].some(
            (place) => !router.snap(place).snap
          );
          if (far) return;
          expect([over.ms[cell], over.mm[cell], over.reason[cell]]).toEqual([plain.ms[cell], plain.mm[cell], reason]);
        });
      }),
      { numRuns: 10 }
    );
  });
});
