import type { PackFile } from '../core/pack/manifest';
import { basemapUrl, packHeaders, reliefUrl } from '../store/fetch-pack';
import { theClient } from './the-client';

/** Address of a file that the map reads of an area's pack. */
export const packFileUrl = (areaId: string) => (file: PackFile) =>
  file === 'relief.png' ? reliefUrl(areaId) : basemapUrl(areaId);

/** Sent with each request for the map's files. */
export const packFileHeaders = (): Record<string, string> => packHeaders(theClient());
