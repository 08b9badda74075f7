import { expect, it } from 'vitest';
import { parseDuration, parseMaxspeed } from './signs';

it.each([
  ['50', 50],
  ['50 km/h', 50],
  ['30 mph', 48],
  ['5mph', 8],
  ['7.5', 8],
  ['none', 0],
  ['walk', 6],
  ['DE:walk', 6],
  ['CN:urban', 'zone'],
  ['BE-VLG:rural', 'zone'],
  ['signals', 'zone'],
  ['0', null],
  ['fast', null],
  ['1000', null],
  ['10 knots', null],
  ['-5', null]
])('maxspeed %s', (text, kmh) => {
  expect(parseMaxspeed(text)).toBe(kmh);
});

it.each([
  ['0:45', 2700],
  ['01:30', 5400],
  ['00:07:30', 450],
  ['PT1H30M', 5400],
  ['P1DT2H', 93_600],
  ['PT45S', 45],
  ['25', 1500],
  ['25 minutes', 1500],
  ['2.5', 150],
  ['0', null],
  ['PT', null],
  ['soon', null],
  ['1:5', null]
])('duration %s', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});
