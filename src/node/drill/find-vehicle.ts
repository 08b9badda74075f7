import { vehiclePlace } from '../../lib/core/fleet/vehicle-place';
import type { Vehicle } from '../../lib/core/model/records';
import { againstVehicle } from '../../lib/core/operations/in-the-way';
import type { Place } from '../../lib/core/routing/routing';
import { fromRemote, type RemoteRecord } from '../../lib/store/mappers';
import { Refusal, type Answer, type Desk } from './desk';
import type { Night } from './night';
import type { CaseOnBoard } from './play-case';

export interface SentVehicle {
  vehicle: Vehicle;
  assignment: string;
  /** Drive to the patient, milliseconds of the night. */
  driveMs: number;
  dispatcher: Desk;
}

const LOOK_AGAIN_MS = 3 * 60_000;
const OVERRIDE = { name: 'night desk', reason: 'no fitter vehicle within reach' };

/**
 * Sends a vehicle for a case: two dispatchers look at the board at the same moment and send the one they find best. One of
 * them is told that the other was first, or that the vehicle has gone to somebody else meanwhile, and looks again. Null
 * when the night is over before one is found.
 */
export async function findVehicle(night: Night, theCase: CaseOnBoard): Promise<SentVehicle | null> {
  while (!night.isOver()) {
    const [first, second] = night.random.shuffle(night.dispatchers);
    const tries = second ? [tryFrom(first), tryFrom(second)] : [tryFrom(first)];
    const sent = (await Promise.all(tries)).find((each) => each !== null);
    if (sent) return sent;
    await night.wait(LOOK_AGAIN_MS);
  }
  return null;

  async function tryFrom(desk: Desk): Promise<SentVehicle | null> {
    const passed = new Set<string>();
    for (;;) {
      const board = await readBoard(desk, night.areaId);
      const best = rank(night, board, theCase).find(({ vehicle }) => !passed.has(vehicle.id));
      if (!best) return null;
      try {
        const answer: Answer = await desk.act('assignments', {
          vehicleId: best.vehicle.id,
          vehicleVersion: best.vehicle.version,
          referralId: theCase.referral,
          dispatch: true,
          ...(best.unfit ? { override: OVERRIDE } : {})
        });
        return { ...best, assignment: answer.assignment.key, dispatcher: desk };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // Somebody else sent one for this case; or the case itself went elsewhere.
        if (error.code === 'referral_taken' || error.code === 'wrong_state') return null;
        // Another has it, or it changed: look at the board anew, and past it when it cannot go at all.
        if (error.code !== 'stale_version') passed.add(best.vehicle.id);
      }
    }
  }
}

async function readBoard(desk: Desk, areaId: string): Promise<Vehicle[]> {
  const filter = encodeURIComponent(`area = "${areaId}"`);
  const page = await desk.ask('GET', `/api/collections/vehicles/records?perPage=500&skipTotal=1&filter=${filter}`);
  return (page.items as RemoteRecord[]).map((record) => fromRemote('vehicles', record));
}

/** Vehicles that can go, the fit ones first, then by arrival. */
function rank(night: Night, board: Vehicle[], { pickUp, grade, vehicleNeeds }: CaseOnBoard) {
  const crews = [...night.situation.crews.values()];
  return board
    .flatMap((vehicle) => {
      const { standing, unfit } = againstVehicle(vehicle, crews, { grade, vehicleNeeds });
      const driveMs = standing.length > 0 ? null : night.roads.drive(vehicle, vehiclePlace(vehicle), pickUp as Place);
      return driveMs === null ? [] : [{ vehicle, driveMs, unfit: unfit.length > 0 }];
    })
    .sort(
      (a, b) =>
        Number(a.unfit) - Number(b.unfit) ||
        a.driveMs + a.vehicle.minutesToReady * 60_000 - (b.driveMs + b.vehicle.minutesToReady * 60_000)
    );
}
