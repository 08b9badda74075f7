import type { Personal } from '../core/operations/personal';
import { forgetWithAccount } from './account-memory';

/** Who a patient is, as typed with a call before the server could take it. */
export interface TypedPatient {
  id: number;
  /** The case it was typed with; null where none came to be, or its id is not known yet. */
  referralId: string | null;
  /** Name of the place that the call was about. */
  place: string;
  personal: Personal;
}

let list = $state.raw<readonly TypedPatient[]>([]);
let next = 1;

/** In the memory of this page alone, never on its disk, until a person sends or discards it, or the account leaves. */
export const typedPatients = {
  get list() {
    return list;
  },
  keep(typed: Omit<TypedPatient, 'id'>) {
    list = [...list, { ...typed, id: next++ }];
  },
  drop(id: number) {
    list = list.filter((each) => each.id !== id);
  }
};

forgetWithAccount(() => (list = []));
