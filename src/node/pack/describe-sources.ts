import { basename } from 'node:path';
import type { PackSource } from '../../lib/core/pack/manifest';
import type { ImportInput, InputFile } from './import-input';

/** What each input gave, with title, licence and date: the recipe's words, or what is known without one. */
export function describeSources(input: ImportInput, osmTimestamp: string | null): PackSource[] {
  const osmDefaults = {
    title: 'OpenStreetMap',
    licence: 'ODbL 1.0',
    attribution: '© OpenStreetMap contributors',
    date: osmTimestamp?.slice(0, 10) ?? null,
    url: 'https://www.openstreetmap.org/copyright'
  };
  const roles: [string, InputFile | undefined][] = [
    ['elevation', input.dem],
    ['population', input.population],
    ['settlements', input.settlements],
    ['facilities', input.facilities],
    ['comparison', input.compare],
    ['boundary', input.boundary],
    ['landcover', input.landcover]
  ];
  return [
    { file: basename(input.osm.path), role: 'roads', ...osmDefaults, ...input.osm.source },
    ...describeInputs(roles)
  ];
}

/** The same for files by the role they play; those not given are passed over. */
export function describeInputs(roles: readonly [string, InputFile | undefined][]): PackSource[] {
  return roles.flatMap(([role, file]) => (file ? [describe(role, file)] : []));
}

function describe(role: string, { path, source }: InputFile): PackSource {
  const file = basename(path);
  return { file, role, ...(source ?? { title: file, licence: 'not stated on import', attribution: file, date: null }) };
}

/** Attribution line of the map: each owner once. */
export function attributionOf(sources: readonly PackSource[]): string {
  return [...new Set(sources.map(({ attribution }) => attribution))].join(' · ');
}
