import { describe, expect, it } from 'vitest';
import { VEHICLE_STATUSES, type Crew, type Township, type Vehicle } from '../model/records';
import { DEFAULT_RULE_PACK } from '../rules/default-rule-pack';
import { numberRule } from '../rules/rule-pack';
import { assessReadiness, crewedVehicles } from './readiness';
import { countGroups, vehicleState } from './vehicle-state';

const limit = numberRule(DEFAULT_RULE_PACK, 'minutes-to-ready');
const vehicle = (id: string, status: Vehicle['status'], minutesToReady = 0) =>
  ({ id, status, minutesToReady, townshipId: 't' }) as Vehicle;
const crew = (vehicleId: string, onDuty = true, driver = 'D') => ({ vehicleId, onDuty, driver }) as Crew;

describe('vehicle state', () => {
  const crews = [crew('ready'), crew('slow'), crew('off', false), crew('blank', true, ' '), crew('way')];
  const vehicles = [
    vehicle('ready', 'available', limit),
    vehicle('slow', 'available', limit + 1),
    vehicle('off', 'available'),
    vehicle('blank', 'available'),
    vehicle('way', 'to-hospital'),
    vehicle('sent', 'dispatched'),
    vehicle('there', 'on-location'),
    vehicle('broken', 'out-of-service')
  ];
  const test = { crewed: crewedVehicles(crews), minutesLimit: limit };

  it('calls ready only what is available, crewed and quick, and says what is lacking', () => {
    expect(vehicles.map((each) => Object.values(vehicleState(each, test)).join())).toEqual([
      'ready,ready,',
      'attention,attention,minutes',
      'attention,attention,crew',
      'attention,attention,crew',
      'moving,moving,',
      'moving,assigned,',
      'onsite,onsite,',
      'out,out,'
    ]);
  });

  it('counts every vehicle once, and as many ready as the readiness of the townships', () => {
    const counts = countGroups(vehicles.map((each) => vehicleState(each, test)));
    expect(counts).toEqual({ ready: 1, attention: 3, moving: 2, onsite: 1, out: 1 });
    const [town] = assessReadiness(
      {
        townships: new Map([['t', { id: 't' } as Township]]),
        vehicles: new Map(vehicles.map((each) => [each.id, each])),
        crews: new Map(crews.map((each, i) => [String(i), each]))
      } as never,
      DEFAULT_RULE_PACK
    );
    expect(town.ready).toBe(counts.ready);
  });

  it('has a group for every status', () => {
    for (const status of VEHICLE_STATUSES) expect(vehicleState(vehicle('ready', status), test).group).toBeTruthy();
  });
});
