/** What the server's hooks take from the core, bundled into one file (`pocketbase/vite.config.ts`). */
export { checkRulePack, checkScenario } from './rules/check-content';
export { rulePackInForce } from './rules/active-rule-pack';
export { checkPublication } from './rules/check-publication';
export { mergeKept, useHistory } from './report/keep-report';
export { parseReport, ReportError } from './report/parse-report';
export { reportChange } from './report/report-change';
export { maskCount, maskReport } from './people/mask-counts';
export { isTelephone } from './model/telephone';
