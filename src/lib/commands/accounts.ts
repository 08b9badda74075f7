import { fetchAccounts, type Account } from '../store/accounts';
import { theClient } from './the-client';

export type { Account };

/** @throws Trouble with a code that has a message. */
export const listAccounts = (): Promise<Account[]> => fetchAccounts(theClient());
