import '../../src/lib/components/tokens.css';
import { mount } from 'svelte';
import type { Facility, Village } from '../../src/lib/core/model/records';
import type { PackFile, PackManifest } from '../../src/lib/core/pack/manifest';
import {
  AreaLocator,
  EMPTY_MAP_DATA,
  MapAttribution,
  MapButtons,
  MapView,
  MinutesLegend,
  packOf,
  ScaleBar
} from '../../src/lib/map';
import type { MapEvent, MapHandle, MapModeId, MapSelection, Theme } from '../../src/lib/map';
import { labMarks, labPlan } from './plan';

const asked = new URLSearchParams(location.search);
const area = asked.get('area') ?? 'ngazidja';
const locale = asked.get('locale') === 'en' ? ('en' as const) : ('zh-CN' as const);
const urlOf = (file: PackFile | 'manifest.json') => `/pack/${area}/${file}`;
const read = async <T>(file: PackFile | 'manifest.json'): Promise<T> => (await fetch(urlOf(file))).json();

async function open(): Promise<void> {
  const pack = packOf(await read<PackManifest>('manifest.json'), urlOf);
  const data = labPlan(
    await read<Village[]>('settlements.json'),
    await read<Facility[]>('facilities.json'),
    asked.get('plan') === '1'
  );
  const events: MapEvent[] = [];
  const props = $state({
    pack,
    data,
    locale,
    theme: (asked.get('theme') ?? 'dark') as Theme,
    mode: (asked.get('mode') ?? 'select') as MapModeId,
    selection: null as MapSelection | null,
    scale: Number(asked.get('scale') ?? 1),
    handle: null as MapHandle | null,
    view: 0,
    keys: true,
    onevent(event: MapEvent) {
      events.push(event);
      props.view++;
    },
    onhandle(handle: MapHandle | null) {
      props.handle = handle;
    }
  });
  document.documentElement.dataset.theme = props.theme;
  const target = (id: string) => document.getElementById(id)!;
  mount(MapView, { target: target('map'), props });
  mount(MapButtons, { target: target('top-right'), props });
  mount(MinutesLegend, { target: target('bottom-left'), props });
  mount(ScaleBar, { target: target('bottom-middle'), props });
  mount(MapAttribution, { target: target('bottom-middle'), props });
  mount(AreaLocator, { target: target('bottom-right'), props });
  Object.assign(window, {
    lab: {
      events,
      props,
      empty: EMPTY_MAP_DATA,
      handle: () => props.handle,
      minutes(factor: number) {
        props.data = { ...props.data, marks: labMarks(props.data.villages, props.data.facilities, factor) };
      },
      theme(theme: Theme) {
        props.theme = theme;
        document.documentElement.dataset.theme = theme;
      }
    }
  });
}

void open();
