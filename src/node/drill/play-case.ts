import type { Capability, Facility, Grade, Village } from '../../lib/core/model/records';
import type { ReferralAnswer } from '../../lib/core/model/results';
import type { PlannedCase } from '../../lib/core/operations/drill/plan-night';
import { refer } from '../../lib/core/referral/refer';
import type { Place, Router } from '../../lib/core/routing/routing';
import { Refusal, type Answer, type Desk } from './desk';
import { findVehicle, type SentVehicle } from './find-vehicle';
import { deskOf, facilityOf, type Night } from './night';

/** A case as the desks know it. */
export interface CaseOnBoard {
  referral: string;
  /** Version of the referral last seen. */
  version: number;
  target: string;
  pickUp: Place;
  grade: Grade;
  vehicleNeeds: Capability[];
}

const MINUTE = 60_000;
const NO_BED = { name: 'ward on duty', reason: 'a bed in the corridor' };
const REPAIR_MS = 40 * MINUTE;

/** One case from the call to the end, as people would play it. Whatever the server refuses for good ends the story. */
export async function playCase(night: Night, planned: PlannedCase, number: number): Promise<void> {
  const { counts, situation } = night;
  counts.calls += 1;
  const village = situation.villages.get(planned.villageId) as Village;
  const answer = whereTo(night, village, planned);
  if (answer.target === null) {
    if (answer.carePlace === 'home') counts.atHome += 1;
    else counts.withoutTarget += 1;
    return;
  }
  const choices = [answer.target, ...answer.alternatives].map(({ facilityId }) => facilityId as string);
  const theCase = await request(night, planned, village, choices, number);
  counts.referred += 1;
  const origin = deskOf(night, village.townshipId);
  let next = 1;
  const elsewhere = async (reason: string): Promise<boolean> => {
    const target = choices[next++];
    if (target === undefined || target === theCase.target) return false;
    await act(origin, theCase, 'redirect', { reason, targetFacilityId: target });
    theCase.target = target;
    counts.redirected += 1;
    return true;
  };

  await night.wait(planned.answerMs);
  if (planned.refused) {
    await act(deskOf(night, unitOf(night, theCase)), theCase, 'reject', { reason: 'no doctor on the ward' });
    counts.refused += 1;
    if (!(await elsewhere('refused'))) await act(origin, theCase, 'request', {});
    await night.wait(planned.answerMs);
  }
  await accept(night, theCase, elsewhere);
  if (planned.calledOff) {
    await act(origin, theCase, 'cancel', { reason: 'went by own means' });
    counts.calledOff += 1;
    return;
  }
  let breakdown = planned.breakdown;
  for (;;) {
    const sent = await findVehicle(night, theCase);
    if (!sent) {
      await reread(origin, theCase);
      await act(origin, theCase, 'cancel', { reason: 'no vehicle before the end of the drill' });
      counts.unserved += 1;
      return;
    }
    await night.wait(planned.turnoutMs);
    await sent.dispatcher.act(`assignments/${sent.assignment}/depart`, { deviceAt: new Date().toISOString() });
    if (breakdown === null) return transport(night, planned, theCase, sent, elsewhere);
    await night.wait(sent.driveMs / 2);
    const broken = { reason: 'broke down on the way', outOfServiceReason: breakdown };
    await sent.dispatcher.act(`assignments/${sent.assignment}/stand-down`, broken);
    counts.breakdowns += 1;
    void repair(night, sent);
    breakdown = null;
  }
}

function whereTo(night: Night, village: Village, { patient }: PlannedCase): ReferralAnswer {
  const router: Pick<Router, 'matrix'> = night.roads.router('ambulance');
  return refer({ situation: night.situation, router, villageId: village.id, patient, pack: night.rules });
}

/**
 * The facility that sees a patient of a village first: the hospital of its township, else any site of it. Not one that
 * may take the case: no hospital refers to itself.
 */
function firstSite(night: Night, village: Village, targets: readonly string[]): Facility | null {
  const sites = [...night.situation.facilities.values()].filter(
    ({ id, townshipId }) => townshipId === village.townshipId && !targets.includes(id)
  );
  return sites.find(({ tier }) => tier === 'township-hospital') ?? sites[0] ?? null;
}

async function request(
  night: Night,
  { patient, greenChannel }: PlannedCase,
  village: Village,
  targets: readonly string[],
  number: number
): Promise<CaseOnBoard> {
  const first = firstSite(night, village, targets);
  const [targetFacilityId] = targets;
  const severe = patient.grade === 'severe' || patient.grade === 'critical';
  const vehicleNeeds: Capability[] = severe ? ['oxygen'] : [];
  const { referral } = await deskOf(night, first?.unit ?? 'county').act('referrals', {
    referral: {
      ...patient,
      originFacilityId: first?.id ?? null,
      villageId: village.id,
      targetFacilityId,
      greenChannel,
      vehicleNeeds
    },
    personal: { name: `Drill patient ${number}`, telephone: `0${900000 + number}` },
    override: { name: 'night desk', reason: 'a drill' }
  });
  return {
    referral: referral.key,
    version: referral.version,
    target: targetFacilityId,
    pickUp: village,
    grade: patient.grade,
    vehicleNeeds
  };
}

const unitOf = (night: Night, { target }: CaseOnBoard) => facilityOf(night, target).unit;

/** An act at the version last seen; read again where somebody else was quicker. */
async function act(desk: Desk, theCase: CaseOnBoard, verb: string, more: Record<string, unknown>): Promise<Answer> {
  for (;;) {
    try {
      const answer = await desk.act(`referrals/${theCase.referral}/${verb}`, { version: theCase.version, ...more });
      theCase.version = answer.referral.version;
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'stale_version') throw error;
      await reread(desk, theCase);
    }
  }
}

async function reread(desk: Desk, theCase: CaseOnBoard): Promise<void> {
  const filter = encodeURIComponent(`key = "${theCase.referral}"`);
  const page = await desk.ask('GET', `/api/collections/referrals/records?skipTotal=1&filter=${filter}`);
  theCase.version = (page.items as { version: number }[])[0].version;
}

async function accept(
  night: Night,
  theCase: CaseOnBoard,
  elsewhere: (reason: string) => Promise<boolean>
): Promise<void> {
  for (;;) {
    const desk = deskOf(night, unitOf(night, theCase));
    try {
      await act(desk, theCase, 'accept', {});
      await desk.ask('GET', `/api/greenlane/referrals/${theCase.referral}/personal`);
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'no_free_bed') throw error;
      if (await elsewhere('no free bed')) continue;
      await act(desk, theCase, 'accept', { override: NO_BED });
      return;
    }
  }
}

/** From the departure to the vehicle's being back in service. */
async function transport(
  night: Night,
  planned: PlannedCase,
  theCase: CaseOnBoard,
  sent: SentVehicle,
  elsewhere: (reason: string) => Promise<boolean>
): Promise<void> {
  const crew = deskOf(night, sent.vehicle.unit);
  const tell = (verb: string, more = {}) => crew.act(`assignments/${sent.assignment}/${verb}`, more);
  await drive(night, crew, sent, sent.driveMs, theCase.pickUp);
  await tell('reach-scene', { deviceAt: new Date().toISOString() });
  await night.wait(planned.sceneMs);
  await tell('leave-scene');
  const leg = () => night.roads.drive(sent.vehicle, theCase.pickUp, facilityOf(night, theCase.target)) ?? 30 * MINUTE;
  if (planned.redirected) {
    await night.wait(leg() / 2);
    await reread(sent.dispatcher, theCase);
    if (await elsewhere('filled up under way')) await accept(night, theCase, elsewhere);
  }
  await drive(night, crew, sent, planned.redirected ? leg() / 2 : leg(), facilityOf(night, theCase.target));
  await tell('reach-hospital');
  await night.wait(planned.handOverMs);
  await tell('hand-over', { signedFrom: 'crew on duty', signedTo: 'ward on duty' });
  await tell('return');
  await night.wait(planned.readyMs);
  await tell('back-in-service');
  night.counts.handedOver += 1;
  const ward = deskOf(night, unitOf(night, theCase));
  await reread(ward, theCase);
  await act(ward, theCase, 'close', {});
}

/** Drives, and tells twice where the vehicle is; the first of the two comes late. */
async function drive(
  night: Night,
  crew: Desk,
  { vehicle }: SentVehicle,
  ms: number,
  to: Pick<Place, 'lon' | 'lat'>
): Promise<void> {
  await night.wait(ms / 2);
  const early = new Date().toISOString();
  await night.wait(ms / 2);
  const at = { vehicleId: vehicle.id, area: night.areaId, lon: to.lon, lat: to.lat };
  for (const [seq, deviceAt] of [
    [2, new Date().toISOString()],
    [1, early]
  ] as const) {
    await crew.ask('POST', '/api/greenlane/positions', { ...at, deviceAt, seq });
    night.counts.positions += 1;
  }
}

/** Back on the road after a while, as a person at dispatch says. */
async function repair(night: Night, { vehicle, dispatcher }: SentVehicle): Promise<void> {
  await night.wait(REPAIR_MS);
  const filter = encodeURIComponent(`area = "${night.areaId}" && key = "${vehicle.id}"`);
  const page = await dispatcher.ask('GET', `/api/collections/vehicles/records?skipTotal=1&filter=${filter}`);
  const [{ id, version }] = page.items as { id: string; version: number }[];
  const body = { status: 'available', outOfServiceReason: '', version };
  await dispatcher.ask('PATCH', `/api/collections/vehicles/records/${id}`, body).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
