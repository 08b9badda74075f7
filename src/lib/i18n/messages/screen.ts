import type { Messages } from '../locale';

/** The wall. */
export const screen: Messages = {
  'screen-title': { en: '{area} health emergency transport', 'zh-CN': '{area}卫生应急转运' },
  'screen-back': { en: 'Back to Plan', 'zh-CN': '返回规划' },
  'screen-scope': {
    en: '{season} season · {vehicle} · {villages, plural, one {# village} other {# villages}}, {persons, plural, one {# person} other {# people}}',
    'zh-CN': '{season} · {vehicle} · {villages, number} 村 {persons, number} 人'
  },
  'screen-tiles': { en: 'The five mechanisms', 'zh-CN': '五项机制' },
  'screen-tile-medicines': { en: 'sites with enough antipyretics', 'zh-CN': '退热药充足' },
  'screen-tile-care': {
    en: 'villages within {limit, number} min of severe care',
    'zh-CN': '{limit, number} 分钟内到重症医院'
  },
  'screen-tile-accounts': {
    en: 'villages counted within {limit, plural, one {# day} other {# days}}',
    'zh-CN': '底数 {limit, number} 天内更新'
  },
  'screen-tile-transfer': {
    en: 'townships with {limit, plural, one {# ready vehicle} other {# ready vehicles}}',
    'zh-CN': '可用车不少于 {limit, number} 辆'
  },
  'screen-tile-guidance': { en: 'villages with every contact made', 'zh-CN': '本周联系全部完成' },
  'screen-of-medicines': { en: '/ {total, number} sites', 'zh-CN': '/ {total, number} 家' },
  'screen-of-care': { en: '/ {total, number} villages', 'zh-CN': '/ {total, number} 村' },
  'screen-of-accounts': { en: '/ {total, number} villages', 'zh-CN': '/ {total, number} 村' },
  'screen-of-transfer': { en: '/ {total, number} townships', 'zh-CN': '/ {total, number} 乡镇' },
  'screen-of-guidance': { en: '/ {total, number} villages', 'zh-CN': '/ {total, number} 村' },
  'screen-target': { en: 'target {percent, number}%', 'zh-CN': '目标 {percent, number}%' },
  'screen-short': { en: '{short, number} short', 'zh-CN': '差 {short, number}' },
  'screen-met': { en: 'on target', 'zh-CN': '达标' },
  'screen-explain': { en: '{name}: how it was made', 'zh-CN': '{name}：算法' },
  'screen-far-title': { en: 'Farthest villages', 'zh-CN': '最远的村' },
  'screen-far-note': { en: 'minutes to severe care', 'zh-CN': '到重症收治医院，分钟' },
  'screen-no-way': { en: 'no way', 'zh-CN': '不通' },
  'screen-no-far': { en: 'No village on record.', 'zh-CN': '没有村庄记录。' },
  'screen-short-title': { en: 'Short of antipyretics', 'zh-CN': '缺退热药的机构' },
  'screen-short-note': { en: 'held / needed', 'zh-CN': '现有 / 应有' },
  'screen-no-short': { en: 'No site is short of antipyretics.', 'zh-CN': '没有机构缺退热药。' },
  'screen-days': { en: '{have} / {need}', 'zh-CN': '{have} / {need}' },
  'screen-share': { en: '{have}% / {need}%', 'zh-CN': '{have}% / {need}%' },
  'screen-whole': { en: 'Whole area', 'zh-CN': '全区域' },
  'screen-tour': { en: 'tour {at, number} of {of, number}', 'zh-CN': '巡看 {at, number} / {of, number}' },
  'screen-tour-still': { en: 'no movement, as this device asks', 'zh-CN': '按本机设置不移动' },
  'screen-stop': {
    en: '{villages, plural, one {# village} other {# villages}}, {persons, plural, one {# person} other {# people}}, {from, number}–{to, number} min{none, plural, =0 {} other {, {none, number} without a way}}',
    'zh-CN':
      '{villages, number} 村 {persons, number} 人，{from, number}–{to, number} 分钟{none, plural, =0 {} other {，{none, number} 村无路可达}}'
  },
  'screen-stop-none': {
    en: '{villages, plural, one {# village} other {# villages}}, {persons, plural, one {# person} other {# people}}, no way',
    'zh-CN': '{villages, number} 村 {persons, number} 人，无路可达'
  },
  'screen-map': { en: 'Map', 'zh-CN': '地图' },
  'screen-legend': { en: 'Min to severe care · villages', 'zh-CN': '到重症医院，分钟 · 村数' },
  'screen-legend-class': { en: '{from, number}–{to, number}', 'zh-CN': '{from, number}–{to, number}' },
  'screen-legend-over': { en: 'over {from, number}', 'zh-CN': '{from, number} 以上' },
  'screen-legend-unit': { en: 'min', 'zh-CN': '分' },
  'screen-vehicles': { en: 'Vehicles', 'zh-CN': '车辆' },
  'screen-fleet': {
    en: '{ready, number} ready · {attention, number} not ready · {moving, number} moving · {onsite, number} on site · {out, number} out',
    'zh-CN':
      '就绪 {ready, number} · 未就绪 {attention, number} · 途中 {moving, number} · 现场 {onsite, number} · 停用 {out, number}'
  },
  'screen-no-vehicles': { en: 'No vehicle is on record.', 'zh-CN': '没有车辆记录。' },
  'screen-at-base': { en: 'at base', 'zh-CN': '在驻点' },
  'screen-stale': { en: 'old position', 'zh-CN': '定位过期' },
  'screen-page': { en: '{at, number} of {of, number}', 'zh-CN': '{at, number} / {of, number}' },
  'screen-ready-title': { en: 'Ready vehicles by township', 'zh-CN': '各乡镇可用车' },
  'screen-ready-note': { en: 'ready / required', 'zh-CN': '可用 / 应有' },
  'screen-missing-title': { en: 'Duty, posts, reports', 'zh-CN': '缺岗缺报' },
  'screen-missing-note': {
    en: '{posts, plural, =0 {} one {# post · } other {# posts · }}{late, number} of {expected, number} sites',
    'zh-CN': '{posts, plural, =0 {} other {# 岗 · }}{late, number} / {expected, number} 家未报'
  },
  'screen-missing-duty': { en: 'Nobody on duty, {span}', 'zh-CN': '无人值班，{span}' },
  'screen-missing-none': { en: 'Nothing is missing.', 'zh-CN': '没有缺岗缺报。' },
  'screen-closures': { en: 'Roads closed or slowed', 'zh-CN': '封闭与减速道路' },
  'screen-no-closures': { en: 'None in force.', 'zh-CN': '目前没有。' },
  'screen-closed': { en: 'closed', 'zh-CN': '封闭' },
  'screen-slowed': { en: 'slowed to {percent, number}%', 'zh-CN': '减速至 {percent, number}%' },
  'screen-closure-since': { en: 'since {time}', 'zh-CN': '{time} 起' },
  'screen-closure-by': { en: 'near {place}', 'zh-CN': '{place}附近' },
  'screen-closure-near': { en: '{road} near {place}', 'zh-CN': '{place}附近，{road}' },
  'screen-closure-way': { en: 'Road {way}', 'zh-CN': '道路 {way}' },
  'screen-data-age': { en: 'data {age}', 'zh-CN': '数据 {age}' },
  'screen-frozen': {
    en: 'Frozen since {time}. The server has fallen silent: what is shown is {age}.',
    'zh-CN': '{time} 起数据未更新，服务器没有回应。所示为 {age}的数据。'
  },
  'screen-offline': {
    en: 'Offline since {time}. What is shown is {age}.',
    'zh-CN': '{time} 起离线。所示为 {age}的数据。'
  }
};
