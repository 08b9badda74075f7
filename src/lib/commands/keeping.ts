import { fetchKeeping, type Keeping } from '../store/keeping';
import { theClient } from './the-client';

export type { Keeping };

/** @throws Trouble with a code that has a message. */
export const readKeeping = (): Promise<Keeping> => fetchKeeping(theClient());
