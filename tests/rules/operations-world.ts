import { randomUUID } from 'node:crypto';
import type { Answer } from '../helpers/server';
import { bodyOf } from './records';
import { makeWorld, type Who, type World } from './world';

export interface OperationsWorld extends World {
  /** An act with a key of its own, signed by one of the world's users or with a token. */
  act(who: Who | { token: string }, path: string, body?: Record<string, unknown>): Promise<Answer>;
  /** Rows of a collection as the console sees them. */
  rows(collection: string, filter: string): Promise<Record<string, unknown>[]>;
  one(collection: string, key: string): Promise<Record<string, unknown>>;
  /** One statement as the console; rows as lists of texts. */
  sql(query: string): Promise<string[][]>;
  /** A vehicle with a driver on duty; gives its key. */
  vehicle(fields?: Record<string, unknown>): Promise<string>;
  /** A referral asked for by dispatch, of the clinic of unit t1 to the hospital of unit t2; gives its key. */
  referral(fields?: Record<string, unknown>, more?: Record<string, unknown>): Promise<string>;
  /** The same, accepted. */
  accepted(fields?: Record<string, unknown>): Promise<string>;
  /** Sends a vehicle for a referral. */
  send(
    who: Who | { token: string },
    vehicleId: string,
    referralId: string,
    more?: Record<string, unknown>
  ): Promise<Answer>;
  /** An act on a referral at its present version. */
  onReferral(who: Who, key: string, verb: string, more?: Record<string, unknown>): Promise<Answer>;
  onAssignment(who: Who, key: string, verb: string, more?: Record<string, unknown>): Promise<Answer>;
}

/** Hospital of unit t2 that can take every case, with beds enough for a test file. */
export const HOSPITAL = 'hospital-t2';
export const CASE = { grade: 'severe', severeDisease: false, aged: true, stable: true, dialysis: false };
export const SIGNED = { signedFrom: 'Nurse A', signedTo: 'Doctor B' };

const COLLECTION = '/api/collections';

/** The world of the rules with a hospital in it, and what tests of operations ask of it. */
export async function makeOperationsWorld(env: Record<string, string> = {}): Promise<OperationsWorld> {
  const world = await makeWorld(env);
  const { server, console, make } = world;
  const at = (unit: string, suffix: string) => ({ area: 'tiny', unit, suffix });
  const hospital = (key: string, unit: string) =>
    make('facilities', {
      ...bodyOf('facilities', at(unit, key)),
      key,
      tier: 'designated',
      open: true,
      capabilities: ['oxygen', 'icu', 'dialysis'],
      bedsTotal: 1000,
      bedsFree: 1000,
      reportedAt: '2026-01-01T00:00:00Z'
    });
  await hospital(HOSPITAL, 't2');
  await hospital('hospital-other', 't2');
  let serial = 0;

  const tokenOf = (who: Who | { token: string }) => (typeof who === 'string' ? world.tokens[who] : who.token);
  const act: OperationsWorld['act'] = (who, path, body = {}) =>
    server.send('POST', `/api/greenlane/${path}`, { token: tokenOf(who), body: { key: randomUUID(), ...body } });
  const rows: OperationsWorld['rows'] = async (collection, filter) => {
    const query = `perPage=1000&skipTotal=1&filter=${encodeURIComponent(filter)}`;
    const answer = await server.send('GET', `${COLLECTION}/${collection}/records?${query}`, { token: console });
    return answer.body.items as Record<string, unknown>[];
  };
  const one: OperationsWorld['one'] = async (collection, key) =>
    (await rows(collection, `area = "tiny" && key = "${key}"`))[0];
  const onReferral: OperationsWorld['onReferral'] = async (who, key, verb, more = {}) =>
    act(who, `referrals/${key}/${verb}`, { version: (await one('referrals', key)).version, ...more });
  const referral: OperationsWorld['referral'] = async (fields = {}, more = {}) => {
    const body = { originFacilityId: 'fac-t1', targetFacilityId: HOSPITAL, ...CASE, ...fields };
    const answer = await act('dispatcher', 'referrals', { referral: body, ...more });
    if (answer.status !== 200) throw new Error(`referral: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.referral.key as string;
  };
  return {
    ...world,
    act,
    rows,
    one,
    async sql(query) {
      const answer = await server.send('POST', '/api/sql', { token: console, body: { query } });
      if (answer.status !== 200) throw new Error(`${query}: ${JSON.stringify(answer.body)}`);
      return answer.body.rows as string[][];
    },
    async vehicle(fields = {}) {
      const place = at('t1', `operations-${(serial += 1)}`);
      const { key } = await make('vehicles', {
        ...bodyOf('vehicles', place),
        capabilities: ['oxygen', 'icu', 'dialysis'],
        seats: 2,
        ...fields
      });
      await make('crews', { ...bodyOf('crews', place), vehicleId: key, onDuty: true });
      return key;
    },
    referral,
    async accepted(fields = {}) {
      const key = await referral(fields);
      const answer = await onReferral('dispatcher', key, 'accept');
      if (answer.status !== 200) throw new Error(`accept: ${answer.status} ${JSON.stringify(answer.body)}`);
      return key;
    },
    async send(who, vehicleId, referralId, more = {}) {
      const { version } = await one('vehicles', vehicleId);
      return act(who, 'assignments', { vehicleId, vehicleVersion: version, referralId, ...more });
    },
    onReferral,
    onAssignment: (who, key, verb, more = {}) => act(who, `assignments/${key}/${verb}`, more)
  };
}
