import { escapeXml } from '../tables/escape-xml';
import type { Names } from '../model/records';
import type { FeverSite } from './fever-clinics';

export interface FeverPageWords {
  lang: 'zh-CN' | 'en';
  title: string;
  /** What to do before one comes, whom to call. */
  lead: string;
  columns: { name: string; township: string; address: string; telephone: string; hours: string };
  allDay: string;
  /** Below the list: as of when, who answers for it, sources. */
  foot: readonly string[];
  /** Said large where the list holds sample data; null for real ones. */
  warning: string | null;
  /** Where there is none to list. */
  empty: string;
  nameOf: (names: Names) => string;
}

/**
 * The public list of fever clinics as a page of its own (requirement 30): no script, no address of ours, nothing fetched;
 * readable on a phone, two A4 pages of print at most for a county. Every text is escaped.
 */
export function writeFeverPage(sites: readonly FeverSite[], words: FeverPageWords): string {
  const { lang, title, lead, columns, allDay, foot, warning, empty, nameOf } = words;
  const cell = (label: string, html: string) => `<td data-label="${escapeXml(label)}">${html}</td>`;
  const rows = sites.map(({ facility, township }) => {
    const { names, address, telephone, feverHours, open24h } = facility;
    const shown = nameOf(names);
    const other = [names.zh, names.en, names.local].find((each) => each && each !== shown);
    const number = telephone.replace(/[^+\d*#]/g, '');
    return `<tr><th scope="row">${escapeXml(shown)}${other ? `<small>${escapeXml(other)}</small>` : ''}</th>${[
      cell(columns.township, escapeXml(township ? nameOf(township) : '')),
      cell(columns.address, escapeXml(address)),
      cell(columns.telephone, telephone ? `<a href="tel:${number}">${escapeXml(telephone)}</a>` : ''),
      cell(columns.hours, escapeXml(feverHours || (open24h ? allDay : '')))
    ].join('')}</tr>`;
  });
  const heads = [columns.name, columns.township, columns.address, columns.telephone, columns.hours];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title>
<style>
body{max-width:60rem;margin:0 auto;padding:1.5rem 1rem;color:#12171c;background:#fff;font:1rem/1.5 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif}
h1{margin:0;font-size:1.6rem;line-height:1.25}
.warning{margin:1rem 0 0;padding:.5rem 1rem;border:2px solid #a4262c;color:#a4262c;font-weight:600}
table{width:100%;margin:1rem 0;border-collapse:collapse}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid #c5ccd3;text-align:left;vertical-align:top}
thead th{color:#46525e;font-size:.85rem}
small{display:block;color:#46525e;font-weight:400}
a{color:inherit}
footer{color:#46525e;font-size:.85rem}
@media (max-width:40rem){thead{display:none}tr,th[scope=row],td{display:block;border:0;padding:.1rem 0}tr{padding:.75rem 0;border-bottom:1px solid #c5ccd3}td:empty{display:none}td::before{content:attr(data-label) " ";color:#46525e}}
@media print{@page{size:A4;margin:15mm}body{max-width:none;padding:0;font-size:11pt}thead{display:table-header-group}tr{break-inside:avoid}a{text-decoration:none}}
</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
<p>${escapeXml(lead)}</p>
${warning ? `<p class="warning">${escapeXml(warning)}</p>` : ''}
${
  sites.length === 0
    ? `<p>${escapeXml(empty)}</p>`
    : `<table>
<thead><tr>${heads.map((head) => `<th scope="col">${escapeXml(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}
<footer>${foot.map((line) => `<p>${escapeXml(line)}</p>`).join('')}</footer>
</body>
</html>
`;
}
