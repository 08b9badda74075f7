/** What PocketBase must answer for the records of operations; texts that may be unknown are empty there and null here. */
import * as v from 'valibot';
import { CLOCKS } from '../core/operations/clocks';
import type { OperationCollection, OperationRecord } from '../core/operations/records';
import { ALLOCATION_STATES, ASSIGNMENT_STATES, REFERRAL_STATES } from '../core/operations/states';
import { GRADES } from '../core/model/records';
import { Trouble } from './client';
import type { RemoteRecord } from './mappers';
import { capabilities, common, flag, list, maybeNumber, maybeText, number, text } from './record-schemas';

const override = v.nullable(v.object({ name: text, reason: text, against: list(text), advised: v.optional(text) }));
const clocks = Object.fromEntries(CLOCKS.map((name) => [name, maybeText])) as Record<
  (typeof CLOCKS)[number],
  typeof maybeText
>;
const lot = v.object({ lot: text, doses: number, expiresOn: text });

const SCHEMAS: Record<OperationCollection, v.GenericSchema> = {
  referrals: v.object({
    ...common,
    caseId: text,
    previousId: maybeText,
    state: v.picklist(REFERRAL_STATES),
    stateAt: text,
    requestedAt: maybeText,
    originFacilityId: maybeText,
    villageId: maybeText,
    lon: maybeNumber,
    lat: maybeNumber,
    targetFacilityId: text,
    targetUnit: text,
    grade: v.picklist(GRADES),
    severeDisease: flag,
    aged: flag,
    stable: flag,
    dialysis: flag,
    greenChannel: flag,
    carePlace: v.picklist(['home', 'sub-designated', 'designated']),
    needs: capabilities,
    vehicleNeeds: capabilities,
    careReason: text,
    careRule: v.nullable(v.looseObject({ item: text })),
    bedHeld: flag,
    reason: text,
    override,
    signedFrom: text,
    signedTo: text,
    handedOverAt: maybeText,
    assignmentId: maybeText,
    hasPersonal: flag
  }),
  assignments: v.object({
    ...common,
    ...clocks,
    referralId: text,
    vehicleId: text,
    tripId: text,
    pooled: flag,
    open: flag,
    state: v.picklist(ASSIGNMENT_STATES),
    stateAt: text,
    assignedAt: text,
    assignedBy: text,
    targetUnit: text,
    vehicleUnit: text,
    deviceTimes: v.pipe(
      v.nullable(v.record(v.string(), v.string())),
      v.transform((times) => times ?? {})
    ),
    reason: text,
    override,
    expected: v.nullish(v.object({ toScene: maybeNumber, toHospital: maybeNumber }), null)
  }),
  allocations: v.object({
    ...common,
    requesterFacilityId: text,
    sourceKind: v.pipe(maybeText, v.nullable(v.picklist(['facility', 'supplier']))),
    sourceId: maybeText,
    sourceUnit: maybeText,
    state: v.picklist(ALLOCATION_STATES),
    stateAt: text,
    submittedAt: maybeText,
    approvedAt: maybeText,
    pickedAt: maybeText,
    shippedAt: maybeText,
    receivedAt: maybeText,
    lines: list(
      v.object({
        medicineId: text,
        wantedDoses: number,
        approvedDoses: maybeNumber,
        lots: list(lot),
        // Lines written before lots were counted one by one lack them.
        receivedLots: v.optional(v.nullable(list(lot)), null),
        receivedDoses: maybeNumber,
        discrepancyDoses: maybeNumber,
        discrepancyReason: v.optional(text, '')
      })
    ),
    discrepant: flag,
    reason: text
  })
};

/**
 * A record of operations from PocketBase or from the answer of a route, checked field by field.
 *
 * @throws Trouble `invalid-record` naming collection, key and field.
 */
export function readOperation<C extends OperationCollection>(
  collection: C,
  remote: Pick<RemoteRecord, 'key'> & Record<string, unknown>
): OperationRecord<C> {
  const read = v.safeParse(SCHEMAS[collection], remote);
  if (read.success) return { id: remote.key, ...(read.output as object) } as unknown as OperationRecord<C>;
  const [issue] = read.issues;
  const path = v.getDotPath(issue as v.BaseIssue<unknown>) ?? '';
  throw new Trouble('invalid-record', { collection, detail: `${remote.key} · ${path}: ${issue.message}` });
}
