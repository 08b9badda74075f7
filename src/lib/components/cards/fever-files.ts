import { exportFileName, writeGeoJson } from '$lib/commands/export-files';
import { feverFeatures, writeFeverPage, type FeverSite } from '$lib/commands/publish';
import { ruleTelephone } from '$lib/commands/rule-number';
import { saveFile } from '$lib/commands/save-file';
import { date, nameOf, t } from '$lib/i18n';
import { area } from '$lib/state/area.svelte';
import { locale } from '$lib/state/locale.svelte';
import { notices } from '$lib/state/notices.svelte';
import { situation } from '$lib/state/situation.svelte';
import { aboutOf } from '../export/about';

/** Whether anything that the public would read of these sites was made up. */
function isSample(sites: readonly FeverSite[]): boolean {
  return sites.some(({ facility }) => facility.origin === 'sample');
}

function save(sites: readonly FeverSite[], extension: string, content: string, type: string): void {
  const now = Date.now();
  const { area: place, moment } = aboutOf({ of: 'facts', tables: [] }, now);
  const marks = isSample(sites) ? [t('export-mark-sample')] : [];
  const name = exportFileName({ area: place, title: t('publish-tab-fever'), moment, marks, extension });
  saveFile(name, new Blob([content], { type }));
  notices.say('done', 'export-saved', { name });
}

/** The public list as a page to post elsewhere. */
export function saveFeverPage(sites: readonly FeverSite[]): void {
  const manifest = area.current;
  if (!manifest || !situation.real) return;
  const [emergency, hotline] = [ruleTelephone('emergency-telephone'), ruleTelephone('hotline-telephone')];
  const place = nameOf(manifest.names);
  const html = writeFeverPage(sites, {
    lang: locale.current,
    title: t('fever-page-title', { area: place }),
    lead: [
      t('fever-page-lead'),
      ...(emergency ? [t('fever-page-emergency', { number: emergency })] : []),
      ...(hotline ? [t('fever-page-hotline', { number: hotline })] : [])
    ].join(locale.current === 'en' ? ' ' : ''),
    columns: {
      name: t('export-col-facility'),
      township: t('search-kind-township'),
      address: t('notice-address'),
      telephone: t('notice-telephone'),
      hours: t('notice-feverHours')
    },
    allDay: t('card-all-day'),
    foot: [t('fever-page-foot', { area: place, date: date(Date.now()) })],
    warning: isSample(sites) ? t('card-sample') : null,
    empty: t('fever-none-title'),
    nameOf: (names) => nameOf(names)
  });
  save(sites, 'html', html, 'text/html;charset=utf-8');
}

/** The public list for maps. */
export function saveFeverGeoJson(sites: readonly FeverSite[]): void {
  const { lines } = aboutOf({ of: 'facts', tables: [], title: t('publish-tab-fever') }, Date.now());
  save(
    sites,
    'geojson',
    writeGeoJson(feverFeatures(sites), { title: t('publish-tab-fever'), lines }),
    'application/geo+json'
  );
}
