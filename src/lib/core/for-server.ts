/** What the server's hooks take from the core, bundled into one file (`pocketbase/vite.config.ts`). */
export { equalValues } from './change/equal-values';
export { checkRulePack, checkScenario } from './rules/check-content';
export { rulePackInForce } from './rules/active-rule-pack';
export { checkPublication } from './rules/check-publication';
export { mergeKept, useHistory } from './report/keep-report';
export { parseReport, ReportError } from './report/parse-report';
export { reportChange } from './report/report-change';
export { maskCount, maskReport } from './people/mask-counts';
export { COUNT_FIELDS, FACILITY_COUNTS } from './model/records';
export { isTelephone } from './model/telephone';
export { InputError } from './model/read-input';
export { actOnAssignment, actOnReferral } from './operations/act-together';
export { canonicalText, hashEvent } from './operations/audit-chain';
export { againstTarget, againstVehicle, keepsBed } from './operations/in-the-way';
export {
  isNewerFix,
  parseAdvised,
  parseApproval,
  parseBreakdown,
  parseDeviceAt,
  parseDuty,
  parseFix,
  parseNeeded,
  parseNewAllocation,
  parseNewAssignment,
  parseNewReferral,
  parseOverride,
  parsePatient,
  parsePersonal,
  parsePickedLots,
  parseReceived,
  parseVehiclePlace,
  parseVehicleStatus
} from './operations/parse-acts';
export { driveLimits, driveOrder } from './operations/drive-order';
export { liaisonOfSite, onDutyAt } from './duty/liaison';
export { hospitalRefusals } from './operations/refusals';
export { nearestFree } from './operations/nearest-free';
export { againstSharing, JOINABLE } from './operations/shared-trip';
export { givesAway } from './operations/personal';
export { againstApproval, againstReceipt, differs, promisedDoses } from './operations/goods';
export { addLots, pickLots, receivedLots, sumOf, usableDoses } from './operations/pick-lots';
export { isEnded, stageOf, vehicleStatusOf } from './operations/states';
export { allowedVerbs, judge, MACHINE_VERBS, TRANSITIONS } from './operations/transitions';
export { decideCare } from './referral/decide-care';
export { numberRule } from './rules/rule-pack';
export { localDay } from './report/local-time';
export { authenticatorAddress, matchingStep } from './access/one-time-code';
