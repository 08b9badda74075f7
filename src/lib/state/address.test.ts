import { describe, expect, it } from 'vitest';
import { readView, writeView } from './address';
import { DEFAULT_SETTINGS } from './settings.svelte';

describe('address', () => {
  it('brings a view back as it was', () => {
    const view = {
      area: 'ngazidja',
      settings: { ...DEFAULT_SETTINGS, season: 'wet' as const, thresholds: [10, 45] },
      camera: { lon: 43.3, lat: -11.7, zoom: 10.5, bearing: 20 },
      selection: { kind: 'village' as const, id: 'osm-n12:3' },
      scenario: 'bridge'
    };
    const { settings, ...rest } = readView(writeView(view));
    expect(rest).toEqual({
      area: view.area,
      camera: view.camera,
      selection: view.selection,
      scenario: view.scenario
    });
    expect({ ...DEFAULT_SETTINGS, ...settings }).toEqual(view.settings);
  });

  it('leaves out what is as by default, and keeps what others put there', () => {
    const view = { area: 'a', settings: DEFAULT_SETTINGS, camera: null, selection: null, scenario: null };
    expect(writeView(view, new URLSearchParams('tab=medicines&pick=village:x')).toString()).toBe(
      'tab=medicines&area=a'
    );
  });

  it('takes what is unreadable as absent', () => {
    const view = readView(new URLSearchParams('at=nowhere&pick=road:1&limits=60,30'));
    expect(view.camera).toBeNull();
    expect(view.selection).toBeNull();
  });
});
