import type { Messages } from '../locale';

const CLASSES = [
  ['motorway', 'Motorway', '高速公路'],
  ['motorway_link', 'Motorway link', '高速公路匝道'],
  ['trunk', 'National road', '国道'],
  ['trunk_link', 'National road link', '国道匝道'],
  ['primary', 'Main road', '干线公路'],
  ['primary_link', 'Main road link', '干线公路匝道'],
  ['secondary', 'Secondary road', '次干公路'],
  ['secondary_link', 'Secondary road link', '次干公路匝道'],
  ['tertiary', 'Minor through road', '县乡公路'],
  ['tertiary_link', 'Minor through road link', '县乡公路匝道'],
  ['unclassified', 'Local road', '乡村道路'],
  ['residential', 'Residential street', '居民区道路'],
  ['living_street', 'Living street', '生活街道'],
  ['service', 'Service road', '内部道路'],
  ['road', 'Road of unknown class', '等级不明道路'],
  ['track_grade1', 'Track, solid', '机耕路（硬实）'],
  ['track_grade2', 'Track, mostly solid', '机耕路（较硬）'],
  ['track_grade3', 'Track, mixed', '机耕路（一般）'],
  ['track_grade4', 'Track, mostly soft', '机耕路（较软）'],
  ['track_grade5', 'Track, soft', '机耕路（松软）'],
  ['track', 'Track', '机耕路'],
  ['pedestrian', 'Pedestrian street', '步行街'],
  ['footway', 'Footway', '人行道'],
  ['path', 'Path', '小路'],
  ['bridleway', 'Bridleway', '马道'],
  ['cycleway', 'Cycleway', '自行车道'],
  ['steps', 'Steps', '台阶'],
  ['ferry', 'Ferry', '轮渡']
] as const;
const SURFACES = [
  ['unknown', 'not recorded', '无记录'],
  ['paved', 'paved', '铺装'],
  ['rough-paved', 'rough paving', '粗糙铺装'],
  ['gravel', 'gravel', '碎石'],
  ['earth', 'earth', '土路'],
  ['soft', 'soft ground', '松软']
] as const;

/** Roads, their states and what sets their speed. */
export const planRoads: Messages = {
  ...Object.fromEntries(CLASSES.map(([code, en, zh]) => [`plan-road-class-${code}`, { en, 'zh-CN': zh }])),
  ...Object.fromEntries(SURFACES.map(([code, en, zh]) => [`plan-surface-${code}`, { en, 'zh-CN': zh }])),
  'plan-road': { en: 'Road', 'zh-CN': '道路' },
  'plan-unnamed-road': { en: 'Road without a name', 'zh-CN': '无名道路' },
  'plan-road-title-open': { en: '{road}', 'zh-CN': '{road}' },
  'plan-road-title-slow': { en: '{road} slowed', 'zh-CN': '{road} 减速' },
  'plan-road-title-closed': { en: '{road} closed', 'zh-CN': '{road} 封闭' },
  'plan-detour': { en: 'way round {minutes}', 'zh-CN': '绕行 {minutes}' },
  'plan-looking-for-road': { en: 'Looking for the road', 'zh-CN': '正在查找道路' },
  'plan-no-road-here': { en: 'No usable road here', 'zh-CN': '此处没有可用道路' },
  'plan-no-road-next': {
    en: 'Click nearer to a road, or choose a vehicle that may use it.',
    'zh-CN': '请点在道路附近，或换用可通行的车型。'
  },
  'plan-road-failed': { en: 'The road could not be read', 'zh-CN': '无法读取道路' },
  'plan-closure-gone': {
    en: 'The closure has ended, or its road is not in this area.',
    'zh-CN': '封闭已结束，或该路不在本区域。'
  },
  'plan-road-state': { en: 'State of the road', 'zh-CN': '道路状态' },
  'plan-state-open': { en: 'Open', 'zh-CN': '通行' },
  'plan-state-slow': { en: 'Slow 50 %', 'zh-CN': '减速 50%' },
  'plan-state-closed': { en: 'Closed', 'zh-CN': '封闭' },
  'plan-reality': { en: 'Planned or real', 'zh-CN': '规划或实际' },
  'plan-planned': { en: 'Planned', 'zh-CN': '规划' },
  'plan-real': { en: 'Real', 'zh-CN': '实际' },
  'plan-real-not-yours': { en: 'Your role may plan, not close for real.', 'zh-CN': '您的角色只能规划，不能实际封路。' },
  'plan-planned-note': { en: 'Stays on this screen until named.', 'zh-CN': '仅在本屏，命名后才保存。' },
  'plan-real-note': { en: 'Real: saved at once for all desks.', 'zh-CN': '实际：立即保存，各席位同步。' },
  'plan-both': {
    en: '{real, select, closed {Really closed} slow {Really slowed} other {Really open}}; {trial, select, closed {your trial closes it} slow {your trial slows it} other {your trial opens it}}.',
    'zh-CN':
      '{real, select, closed {实际封闭} slow {实际减速} other {实际通行}}；{trial, select, closed {您的试算将其封闭} slow {您的试算将其减速} other {您的试算将其开放}}。'
  },
  'plan-both-counted': {
    en: 'Map and figures show the trial.',
    'zh-CN': '地图与数字按试算显示。'
  },
  'plan-road-speed': { en: 'Speed, {vehicle}, {season}', 'zh-CN': '车速，{vehicle}，{season}' },
  'plan-kmh': { en: '{value} km/h', 'zh-CN': '{value} 公里/时' },
  'plan-road-forward': { en: 'With the line', 'zh-CN': '正向' },
  'plan-road-backward': { en: 'Against it', 'zh-CN': '反向' },
  'plan-speed-table': { en: 'by the table', 'zh-CN': '按速度表' },
  'plan-speed-surface': { en: 'table {table} × surface {factor}', 'zh-CN': '速度表 {table} × 路面 {factor}' },
  'plan-speed-sign': { en: 'by the sign', 'zh-CN': '按限速' },
  'plan-speed-grade': { en: 'by the grade of {grade} %', 'zh-CN': '按坡度 {grade}%' },
  'plan-speed-barred': { en: 'not passable', 'zh-CN': '不可通行' },
  'plan-road-left': { en: 'Speed left', 'zh-CN': '保留车速' },
  'plan-percent-left': { en: '{percent} %', 'zh-CN': '{percent}%' },
  'plan-percent': { en: '{value} %', 'zh-CN': '{value}%' },
  'plan-road-grade': { en: 'Grade', 'zh-CN': '坡度' },
  'plan-road-surface': { en: 'Surface', 'zh-CN': '路面' },
  'plan-road-length': { en: 'Stretch between junctions', 'zh-CN': '路口间长度' },
  'plan-road-way': { en: 'OSM way', 'zh-CN': 'OSM 编号' },
  'plan-panel-travel': {
    en: 'Travel table: speeds by road, season and vehicle',
    'zh-CN': '行车速度表：道路、季节、车型'
  },
  'travel-change-words': { en: 'the travel table changed', 'zh-CN': '速度表改动' },
  'travel-provenance-shipped': { en: 'travel table as shipped', 'zh-CN': '内置速度表' },
  'travel-provenance-real': { en: 'travel table “{name}”', 'zh-CN': '速度表“{name}”' },
  'travel-provenance-trial': {
    en: 'travel table on trial, {count, plural, one {# number differs} other {# numbers differ}}',
    'zh-CN': '速度表试算中，改动 {count, number} 处'
  }
};
