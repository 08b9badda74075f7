import fc from 'fast-check';

/** One seed for every property, so that a run can be repeated; the long run draws its own and prints it on failure. */
if (process.env.GREENLANE_LONG !== '1') fc.configureGlobal({ seed: 20261122 });
