import { describe, expect, it } from 'vitest';
import { caseHistory, type CaseEvent } from './case-history';

let seq = 0;
const event = (at: string, subject: 'referrals' | 'assignments', verb: string, more: Partial<CaseEvent> = {}) => ({
  seq: ++seq,
  at,
  by: 'desk',
  subject,
  verb,
  subjectKey: subject === 'assignments' ? 'a1' : 'r1',
  after: null,
  vehicleId: subject === 'assignments' ? 'v1' : '',
  ...more
});

describe('the history of a case', () => {
  it('tells an act that moved case and vehicle once, and keeps what only one of them knows', () => {
    const events = [
      event('1', 'referrals', 'request'),
      event('2', 'referrals', 'accept', { by: 'hospital' }),
      event('3', 'referrals', 'assign'),
      event('3', 'assignments', 'reserve'),
      event('4', 'referrals', 'pick-up'),
      event('4', 'assignments', 'leave-scene'),
      event('5', 'referrals', 'redirect'),
      event('5', 'assignments', 'retarget'),
      event('6', 'referrals', 'hand-over', { signedFrom: 'a', signedTo: 'b' }),
      event('6', 'assignments', 'hand-over'),
      event('7', 'referrals', 'read-personal')
    ];
    expect(caseHistory(events).map(({ subject, verb }) => `${subject}/${verb}`)).toEqual([
      'referrals/request',
      'referrals/accept',
      'assignments/reserve',
      'assignments/leave-scene',
      'referrals/redirect',
      'referrals/hand-over',
      'referrals/read-personal'
    ]);
  });

  it('keeps what was done without a vehicle', () => {
    const events = [event('1', 'referrals', 'arrive'), event('2', 'assignments', 'hand-over')];
    expect(caseHistory(events)).toEqual(events);
  });
});
