/**
 * A time or length so great that the hierarchy cannot vouch for an answer: the plain search gives it, or says that it
 * does not fit 32 bits.
 */
export class BeyondHierarchy extends Error {
  constructor() {
    super('A way is too long for the hierarchy.');
  }
}
