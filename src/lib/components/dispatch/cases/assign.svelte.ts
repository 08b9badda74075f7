import { assignVehicle, type Said } from '$lib/commands/operations';
import type { CommandRefusal } from '$lib/state/queue.svelte';
import { dispatchUi } from '../dispatch-ui.svelte';
import { sending, tell } from './case-actions.svelte';
import { vehicleName } from './case-words';
import { casesUi } from './cases-ui.svelte';

let refused = $state.raw<{ vehicleId: string; pooled: boolean; refusal: CommandRefusal } | null>(null);

/** Sending a vehicle for the open case, and what stood in the way of the last try. */
export const assigning = {
  /** The last vehicle that could not be sent, and why; null where none was. */
  get refused() {
    return refused;
  },
  forget() {
    refused = null;
  }
};

/** Sends a vehicle for the open case. The loser of a race keeps the list, with the next best chosen. */
export async function sendVehicle(vehicleId: string, said: Said & { pooled?: boolean } = {}): Promise<void> {
  const id = casesUi.caseId;
  if (id === null) return;
  refused = null;
  const acted = await sending('assign', () => assignVehicle(id, vehicleId, said));
  if (acted === null) return;
  if (acted.kind === 'refused' && casesUi.caseId === id) {
    refused = { vehicleId, pooled: said.pooled === true, refusal: acted.refusal };
    dispatchUi.chooseVehicle(null);
    return;
  }
  tell(acted, { caseId: id, id: 'assign', label: vehicleName(vehicleId) });
  if (casesUi.caseId === id) casesUi.assign(false);
}
