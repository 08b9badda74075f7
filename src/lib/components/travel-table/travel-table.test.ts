import { describe, expect, it } from 'vitest';
import { SEASONS, VEHICLE_CLASSES } from '$core/model/records';
import { ROAD_CLASSES, SURFACES } from '$core/network/network';
import { changedEntries, entryOf } from '$core/routing/table-entry';
import { DEFAULT_TRAVEL_SCENARIO as SHIPPED } from '$core/routing/scenario';
import { hasMessage } from '$lib/i18n';
import { actOf, cellAfter } from './grid-keys';
import { gridOf, PARTS, ROAD_GROUPS, SEASON_COLUMNS, SURFACE_ROWS, unitOf, VEHICLE_TABS } from './travel-rows';
import { whyOf } from './why';
import '$lib/i18n/late-messages';

const cells = PARTS.flatMap((part) =>
  VEHICLE_TABS.flatMap((vehicle) =>
    gridOf(part, vehicle, SHIPPED).flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  )
);

describe('rows of the travel table', () => {
  it('hold every number of the table, each under a name, a unit and a reason that have words', () => {
    expect([...SEASON_COLUMNS]).toEqual([...SEASONS]);
    expect([...VEHICLE_TABS]).toEqual([...VEHICLE_CLASSES]);
    expect(ROAD_GROUPS.flatMap(({ classes }) => classes).sort()).toEqual([...ROAD_CLASSES].sort());
    expect([...SURFACE_ROWS].sort()).toEqual([...SURFACES].sort());
    const shown = new Set(cells.map((path) => path.join('.')));
    const other = JSON.parse(JSON.stringify(SHIPPED), (_, value) => (typeof value === 'number' ? value + 1 : value));
    const all = changedEntries(SHIPPED, other).map((path) => path.join('.'));
    expect([...shown].sort()).toEqual(all.filter((path) => path !== 'format').sort());
    for (const path of cells) {
      expect(entryOf(SHIPPED, path)).toBeTypeOf('number');
      expect([unitOf(path), ...whyOf(path)].filter((code) => !hasMessage(code))).toEqual([]);
    }
    const labels = PARTS.flatMap((part) => gridOf(part, 'walking', SHIPPED)).flatMap(({ title, rows }) => [
      ...(title ? [title] : []),
      ...rows.map(({ label }) => label.code)
    ]);
    expect(labels.filter((code) => !hasMessage(code))).toEqual([]);
  });
});

describe('keys in the travel table', () => {
  const press = (key: string, state: 'ready' | 'typing' = 'ready', more = {}) =>
    actOf({ key, shiftKey: false, command: false, ...more }, state);
  const size = { rows: 5, columns: 3 };

  it('arrows move while the number stands, and within the text while it is typed', () => {
    expect(cellAfter({ row: 1, column: 1 }, press('ArrowRight')!, size)).toEqual({ row: 1, column: 2 });
    expect(press('ArrowRight', 'typing')).toBeNull();
    expect(cellAfter({ row: 1, column: 1 }, press('ArrowDown', 'typing')!, size)).toEqual({ row: 2, column: 1 });
    expect(cellAfter({ row: 4, column: 2 }, press('Enter')!, size)).toEqual({ row: 4, column: 2 });
    expect(cellAfter({ row: 2, column: 2 }, press('Enter', 'typing', { shiftKey: true })!, size)).toEqual({
      row: 1,
      column: 2
    });
    expect(cellAfter({ row: 2, column: 1 }, press('End', 'ready', { command: true })!, size)).toEqual({
      row: 4,
      column: 2
    });
    expect(cellAfter({ row: 2, column: 1 }, press('Home')!, size)).toEqual({ row: 2, column: 0 });
  });

  it('Escape takes back what is typed and otherwise leaves the table; digits are typed', () => {
    expect(press('Escape', 'typing')).toEqual({ act: 'revert' });
    expect(press('Escape')).toBeNull();
    expect(press('5')).toBeNull();
    expect(press('z', 'ready', { command: true })).toEqual({ act: 'undo' });
    expect(press('z', 'typing', { command: true })).toBeNull();
    expect(press('Z', 'ready', { command: true, shiftKey: true })).toEqual({ act: 'redo' });
  });
});
