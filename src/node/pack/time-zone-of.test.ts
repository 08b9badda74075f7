import { describe, expect, it } from 'vitest';
import { timeZoneOf } from './time-zone-of';

const at = (lon: number | null, lat: number | null) => ({ lon, lat });
const BOX = [10, 10, 11, 11] as const;

describe('time zone of an area', () => {
  it('is where its villages lie', () => {
    expect(timeZoneOf([at(43.25, -11.7)], BOX)).toEqual({ name: 'Indian/Comoro', offset: '+03:00' });
    expect(timeZoneOf([at(108.77, 28.84)], BOX)).toEqual({ name: 'Asia/Shanghai', offset: '+08:00' });
    expect(timeZoneOf([at(77.2, 28.6)], BOX)).toEqual({ name: 'Asia/Kolkata', offset: '+05:30' });
  });

  it('is that of most of them, those without a position left out', () => {
    const places = [at(43.25, -11.7), at(108.77, 28.84), at(108.7, 28.8), at(null, null)];
    expect(timeZoneOf(places, BOX).name).toBe('Asia/Shanghai');
  });

  it('is the middle of the box where no village has a position', () => {
    expect(timeZoneOf([at(null, null)], [108, 28, 109, 29]).name).toBe('Asia/Shanghai');
  });

  it('is Beijing time in all China, and standard time where clocks change', () => {
    expect(timeZoneOf([at(87.6, 43.8)], BOX).offset).toBe('+08:00');
    expect(timeZoneOf([at(9.52, 47.14)], BOX).offset).toBe('+01:00');
    expect(timeZoneOf([at(-58.4, -34.6)], BOX).offset).toBe('-03:00');
    expect(timeZoneOf([at(151.2, -33.9)], BOX).offset).toBe('+10:00');
  });
});
