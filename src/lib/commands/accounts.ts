import * as store from '../store/accounts';
import type { Account, Invited } from '../store/accounts';
import { theClient } from './the-client';

export type { Account, Invitation, Invited, OneTimeCode } from '../store/accounts';

// Each throws a Trouble with a code that has a message.
export const listAccounts = () => store.fetchAccounts(theClient());
export const listInvitations = () => store.fetchInvitations(theClient());
export const listUnits = (areaId: string) => store.fetchUnits(theClient(), areaId);
export const makeCode = (invited: Invited) => store.makeCode(theClient(), invited);
export const withdrawInvitation = (id: string) => store.withdrawInvitation(theClient(), id);
export const changeAccount = (id: string, change: Partial<Pick<Account, 'name' | 'role' | 'unit' | 'disabled'>>) =>
  store.changeAccount(theClient(), id, change);

/** Address at which a code is accepted; behind the hash sign, so that it is never sent to a server. */
export const codeAddress = (code: string): string => `${location.origin}/sign-in#code=${code}`;
