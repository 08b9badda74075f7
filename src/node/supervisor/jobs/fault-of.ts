import type { JobFault } from '../../../lib/core/model/job';

/** The importer's one-line faults by what a person must do; each line names the file and the byte. */
const FAULTS: [JobFault, RegExp][] = [
  ['disk-full', /ENOSPC|no space left|disk is full/i],
  ['memory', /heap out of memory|ERR_MEMORY|Array buffer allocation failed|larger than 2 GiB|ERR_BUFFER_TOO_LARGE/i],
  ['missing', /no such file/i],
  ['empty', /is empty \(0 bytes\)|no node, way or relation/i],
  ['cut-off', /cut off/i],
  ['not-osm', /neither OSM XML nor OSM PBF|a web page|ZIP archive|packed with|: JSON;|requires the feature/i],
  ['no-roads', /has no roads/i],
  ['damaged', /damaged|no OSMHeader|before the OSMHeader|not UTF-8|size differs|XML/i]
];

/** Which fault the words of an error tell. */
export function faultOf(words: string): JobFault {
  return FAULTS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
