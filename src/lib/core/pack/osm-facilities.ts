import type { FacilityTier, Names } from '../model/records';
import type { OsmData, OsmTags } from '../network/osm';
import { greatCircleMm } from '../routing/snap';
import type { FacilityDraft } from './facilities-from-table';
import type { Imported, Problem } from './manifest';
import { namesFromTags, plainName } from './names';
import { middleOf } from './osm-places';

const CENTRE_VALUES = ['centre', 'clinic', 'community_health_centre'];
const POST_VALUES = ['doctor', 'doctors', 'health_post', 'nurse', 'midwife'];
/** A hospital with at least this many beds, or an emergency department, is read as one that can be designated. */
const DESIGNATED_BEDS = 100;
/** Entries of one name, or without a name, nearer than this are one site mapped twice. */
const SAME_SITE_METRES = 400;

interface OsmFacility extends FacilityDraft {
  named: boolean;
}

/**
 * Facilities from health tags. Rule: `amenity` or `healthcare` = hospital → designated with `emergency=yes` or ≥ 100
 * beds, else sub-designated; clinic or centre → township hospital; doctors, health post, nurse, midwife → village
 * clinic. Where no hospital comes out designated, the one with most beds (then the lowest id) is taken.
 */
export function facilitiesFromOsm(osm: OsmData): Imported<FacilityDraft[]> {
  const found: OsmFacility[] = [];
  for (const [index, tags] of osm.nodeTags) {
    add(`osm-n${osm.nodeIds[index]}`, tags, () => [osm.nodeLonE7[index] / 1e7, osm.nodeLatE7[index] / 1e7]);
  }
  for (const way of osm.ways) add(`osm-w${way.id}`, way.tags, () => middleOf(osm, way.refs));

  function add(id: string, tags: OsmTags, position: () => [number, number] | null): void {
    const tier = tierOfTags(tags);
    const at = tier && position();
    if (!tier || !at) return;
    const names: Names | null = namesFromTags(tags);
    const beds = Number(tags.beds ?? tags['capacity:beds']);
    found.push({
      id,
      names: names ?? { local: id },
      named: names !== null,
      tier,
      lon: at[0],
      lat: at[1],
      address: [tags['addr:street'], tags['addr:housenumber'], tags['addr:city']].filter(Boolean).join(' '),
      telephone: tags.phone ?? tags['contact:phone'] ?? '',
      open24h: tags.opening_hours === '24/7',
      beds: Number.isInteger(beds) && beds > 0 ? beds : null
    });
  }

  const kept: OsmFacility[] = [];
  const doubles: string[] = [];
  for (const each of found.sort((a, b) => Number(b.named) - Number(a.named))) {
    if (kept.some((other) => isSameSite(other, each))) doubles.push(each.id);
    else kept.push(each);
  }
  const problems: Problem[] = doubles.length ? [doubleProblem(doubles)] : [];
  problems.push(...raiseOneHospital(kept));
  return { result: kept.map(({ named: _named, ...draft }) => draft), problems };
}

function tierOfTags(tags: OsmTags): FacilityTier | null {
  const values = [tags.amenity, tags.healthcare];
  if (values.includes('hospital')) {
    return tags.emergency === 'yes' || Number(tags.beds) >= DESIGNATED_BEDS ? 'designated' : 'sub-designated';
  }
  if (values.some((value) => CENTRE_VALUES.includes(value))) return 'township-hospital';
  if (values.some((value) => POST_VALUES.includes(value))) return 'village-clinic';
  return null;
}

function isSameSite(a: OsmFacility, b: OsmFacility): boolean {
  if (greatCircleMm(a.lon!, a.lat!, b.lon!, b.lat!) > SAME_SITE_METRES * 1000) return false;
  return (!b.named && a.tier === b.tier) || plainName(a.names.local) === plainName(b.names.local);
}

function raiseOneHospital(facilities: OsmFacility[]): Problem[] {
  const hospitals = facilities.filter(({ tier }) => tier === 'sub-designated');
  if (!hospitals.length || facilities.some(({ tier }) => tier === 'designated')) return [];
  const [chosen] = hospitals.sort(
    (a, b) => (b.beds ?? 0) - (a.beds ?? 0) || Number(b.named) - Number(a.named) || (a.id < b.id ? -1 : 1)
  );
  chosen.tier = 'designated';
  return [
    {
      severity: 'note',
      code: 'facility-designated-assumed',
      where: `${chosen.id} (${chosen.names.local})`,
      field: 'tier',
      read: 'no hospital with emergency=yes or 100 beds',
      wanted: 'which hospital is designated for severe cases',
      cure: 'This hospital is taken as the designated one. Give a facility list with tiers to settle it.'
    }
  ];
}

function doubleProblem(ids: string[]): Problem {
  return {
    severity: 'note',
    code: 'facility-double',
    where: ids.join(', '),
    field: 'amenity, healthcare',
    read: `${ids.length} × a site within ${SAME_SITE_METRES} m of the same name, or unnamed and of the same tier`,
    wanted: 'one object per site',
    cure: 'The named or first one was kept.'
  };
}
