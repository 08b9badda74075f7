import type { Allocation, AllocationLine } from '../model/records';
import { addLots, sumOf } from './pick-lots';
import { differs } from './goods';
import { parseApproval, parseNewAllocation, parsePickedLots, parseReceived } from './parse-acts';
import type { GivenAct } from './predict';
import type { OperationRecords } from './records';
import { NEW, nextState, type MachineVerbs } from './transitions';

type GoodsAct = GivenAct & { id: string | undefined; verb: string | undefined; at: string; unit: string };

/**
 * A request for goods as it will stand once the server has done an act on it; none where the act leads nowhere. Which lots a
 * site will give is for the server alone to say: until then none stand.
 */
export function foreseeGoods({ allocations }: OperationRecords, act: GoodsAct): Allocation[] {
  if (act.id === undefined) return act.makes === undefined ? [] : [made(act, act.makes)];
  const held = allocations.get(act.id);
  const verb = act.verb as MachineVerbs['allocation'];
  const state = held && nextState('allocation', held.state, verb);
  if (!held || !state) return [];
  return [{ ...held, ...changed(held, verb, act), state, stateAt: act.at, version: held.version + 1 }];
}

function made({ body, at, unit }: GoodsAct, id: string): Allocation {
  const { draft, requesterFacilityId, lines } = parseNewAllocation(body.allocation);
  return {
    ...{ id, unit: unit as Allocation['unit'], origin: 'hand', editedFields: [], version: 1, requesterFacilityId },
    ...{ sourceKind: null, sourceId: null, sourceUnit: null, stateAt: at, submittedAt: draft ? null : at },
    ...{ approvedAt: null, pickedAt: null, shippedAt: null, receivedAt: null, discrepant: false, reason: '' },
    state: nextState('allocation', NEW, draft ? 'draft' : 'submit')!,
    lines: lines.map(({ medicineId, wantedDoses }) => ({
      ...{ medicineId, wantedDoses, approvedDoses: null, lots: [], receivedLots: null },
      ...{ receivedDoses: null, discrepancyDoses: null, discrepancyReason: '' }
    }))
  };
}

function changed(held: Allocation, verb: MachineVerbs['allocation'], { body, at }: GoodsAct): Partial<Allocation> {
  const each = (next: (line: AllocationLine) => Partial<AllocationLine>) =>
    held.lines.map((line) => ({ ...line, ...next(line) }));
  switch (verb) {
    case 'submit':
      return { submittedAt: at };
    case 'approve': {
      const { sourceKind, sourceId, doses, reason } = parseApproval(body);
      const lines = each((line) => ({ approvedDoses: doses.get(line.medicineId) ?? line.wantedDoses }));
      return { sourceKind, sourceId, approvedAt: at, lines, reason };
    }
    case 'pick': {
      const picked = parsePickedLots(body);
      return { pickedAt: at, lines: each((line) => ({ lots: addLots([], picked.get(line.medicineId) ?? []) })) };
    }
    case 'ship':
      return { shippedAt: at };
    case 'receive': {
      const received = parseReceived(body);
      const lines = each((line) => {
        const receipt = received.get(line.medicineId);
        if (!receipt) return {};
        const { doses, lots, reason } = receipt;
        const shipped = sumOf(line.lots);
        return {
          receivedLots: lots,
          receivedDoses: doses,
          discrepancyDoses: shipped - doses,
          discrepancyReason: differs(line.lots, receipt) ? reason : ''
        };
      });
      return { receivedAt: at, lines, discrepant: lines.some(({ discrepancyReason }) => discrepancyReason !== '') };
    }
    default:
      return typeof body.reason === 'string' ? { reason: body.reason } : {};
  }
}
