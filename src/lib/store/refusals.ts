import * as v from 'valibot';
import type { HospitalRefusal } from '../core/operations/refusals';
import { asTrouble, type Client } from './client';

const refusal = v.object({
  seq: v.number(),
  at: v.string(),
  by: v.string(),
  reason: v.string(),
  referralId: v.string(),
  facilityId: v.string(),
  originFacilityId: v.nullable(v.string())
});
const answerSchema = v.object({ refusals: v.array(refusal), more: v.boolean() });

/** The last refusals of receiving hospitals; `more` where there are earlier ones. @throws Trouble */
export async function fetchRefusals(
  client: Client,
  areaId: string
): Promise<{ refusals: HospitalRefusal[]; more: boolean }> {
  try {
    const path = `/api/greenlane/refusals?area=${encodeURIComponent(areaId)}`;
    return v.parse(answerSchema, await client.send(path, { method: 'GET' }));
  } catch (error) {
    throw asTrouble(error);
  }
}
