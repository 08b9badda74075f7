import type { Situation } from '../core/model/situation';
import { activeRulePack } from '../core/rules/active-rule-pack';

export { exportFileName, zonedTime } from '../core/export/file-name';
export { writeGeoJson } from '../core/export/write-geojson';
export { writeKml } from '../core/export/write-kml';
export { writeWorkbook } from '../core/export/write-workbook';
export { maskCount } from '../core/people/mask-counts';

/** Version of the rules in force at a moment (epoch ms). */
export const rulePackVersion = (facts: Situation, now: number): string => activeRulePack(facts, now).version;
