import { describe, expect, it } from 'vitest';
import type { Closure, Vehicle } from '$core/model/records';
import { closuresInForce, vehicleBoard } from './wall-facts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const vehicle = (id: string, status: Vehicle['status'], positionAt: string | null = null) =>
  ({
    id,
    callSign: id,
    status,
    minutesToReady: 0,
    positionAt,
    positionLon: positionAt && 1,
    positionLat: positionAt && 1
  }) as unknown as Vehicle;

describe('vehicle board', () => {
  it('puts what needs a look first and says why', () => {
    const rows = vehicleBoard({
      vehicles: [
        vehicle('a', 'available'),
        vehicle('b', 'available'),
        vehicle('c', 'to-hospital', '2026-03-01T11:59:00Z'),
        vehicle('d', 'returning', '2026-03-01T10:00:00Z'),
        vehicle('e', 'out-of-service', '2026-02-01T10:00:00Z'),
        vehicle('f', 'dispatched'),
        vehicle('g', 'available', '2026-03-01T10:00:00Z')
      ],
      ready: { crewed: new Set(['a', 'g']), minutesLimit: 3, staleMinutes: 15, now: NOW },
      now: NOW
    });
    expect(rows.map(({ vehicle: { id }, state, stale }) => [id, state.shape, stale])).toEqual([
      ['g', 'attention', true],
      ['b', 'attention', false],
      ['f', 'assigned', false],
      ['d', 'moving', true],
      ['c', 'moving', false],
      ['a', 'ready', false],
      ['e', 'out', false]
    ]);
  });
});

describe('closures', () => {
  it('are in force from their start until their end', () => {
    const closure = (id: string, startsAt: string, endsAt: string | null) => ({ id, startsAt, endsAt }) as Closure;
    const found = closuresInForce(
      [
        closure('over', '2026-02-01T00:00:00Z', '2026-03-01T12:00:00Z'),
        closure('now', '2026-02-01T00:00:00Z', null),
        closure('new', '2026-03-01T12:00:00Z', '2026-03-02T00:00:00Z'),
        closure('later', '2026-03-01T12:00:01Z', null)
      ],
      NOW
    );
    expect(found.map(({ id }) => id)).toEqual(['new', 'now']);
  });
});
