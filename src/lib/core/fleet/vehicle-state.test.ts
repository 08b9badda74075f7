import { describe, expect, it } from 'vitest';
import { VEHICLE_STATUSES, type Crew, type Township, type Vehicle } from '../model/records';
import { DEFAULT_RULE_PACK } from '../rules/default-rule-pack';
import { numberRule } from '../rules/rule-pack';
import { assessReadiness, readyTestOf } from './readiness';
import { countGroups, vehicleState } from './vehicle-state';

const limit = numberRule(DEFAULT_RULE_PACK, 'minutes-to-ready');
const NOW = Date.parse('2026-03-01T12:00:00Z');
const vehicle = (id: string, status: Vehicle['status'], minutesToReady = 0, positionAt: string | null = null) =>
  ({
    id,
    status,
    minutesToReady,
    townshipId: 't',
    positionAt,
    positionLon: positionAt && 1,
    positionLat: positionAt && 1
  }) as unknown as Vehicle;
const crew = (vehicleId: string, onDuty = true, driver = 'D') => ({ vehicleId, onDuty, driver }) as Crew;

describe('vehicle state', () => {
  const crews = [
    crew('ready'),
    crew('slow'),
    crew('off', false),
    crew('blank', true, ' '),
    crew('way'),
    crew('old'),
    crew('seen')
  ];
  const vehicles = [
    vehicle('ready', 'available', limit),
    vehicle('slow', 'available', limit + 1),
    vehicle('off', 'available'),
    vehicle('blank', 'available'),
    vehicle('way', 'to-hospital'),
    vehicle('sent', 'dispatched'),
    vehicle('there', 'on-location'),
    vehicle('broken', 'out-of-service'),
    vehicle('seen', 'available', 0, '2026-03-01T11:45:00Z'),
    vehicle('old', 'available', 0, '2026-03-01T11:44:59Z')
  ];
  const test = readyTestOf(crews, DEFAULT_RULE_PACK, NOW);

  it('calls ready only what is available, crewed, quick and seen of late, and says what is lacking', () => {
    expect(vehicles.map((each) => Object.values(vehicleState(each, test)).join())).toEqual([
      'ready,ready,',
      'attention,attention,minutes',
      'attention,attention,crew',
      'attention,attention,crew',
      'moving,moving,',
      'moving,assigned,',
      'onsite,onsite,',
      'out,out,',
      'ready,ready,',
      'attention,attention,position'
    ]);
  });

  it('counts every vehicle once, and as many ready as the readiness of the townships', () => {
    const counts = countGroups(vehicles.map((each) => vehicleState(each, test)));
    expect(counts).toEqual({ ready: 2, attention: 4, moving: 2, onsite: 1, out: 1 });
    const [town] = assessReadiness(
      {
        townships: new Map([['t', { id: 't' } as Township]]),
        vehicles: new Map(vehicles.map((each) => [each.id, each])),
        crews: new Map(crews.map((each, i) => [String(i), each]))
      } as never,
      DEFAULT_RULE_PACK,
      NOW
    );
    expect(town.ready).toBe(counts.ready);
  });

  it('has a group for every status', () => {
    for (const status of VEHICLE_STATUSES) expect(vehicleState(vehicle('ready', status), test).group).toBeTruthy();
  });
});
