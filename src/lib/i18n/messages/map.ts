import type { Messages } from '../locale';

/** Words on and about the map. */
export const map: Messages = {
  'map-title': {
    'zh-CN': '地图：道路、村庄、医疗机构与车程分钟',
    en: 'Map: roads, villages, facilities and minutes to care'
  },
  'map-keys': {
    'zh-CN': '方向键移动，加减号缩放，回车选取中心处',
    en: 'Arrow keys move, plus and minus zoom, Enter picks what is at the centre'
  },
  'map-zoom-in': { 'zh-CN': '放大', en: 'Zoom in' },
  'map-zoom-out': { 'zh-CN': '缩小', en: 'Zoom out' },
  'map-north': { 'zh-CN': '正北朝上', en: 'North up' },
  'map-whole-area': { 'zh-CN': '显示全区域', en: 'Show the whole area' },
  'map-loading': { 'zh-CN': '正在加载地图', en: 'Loading the map' },
  'map-no-webgl-title': { 'zh-CN': '此浏览器无法绘制地图', en: 'This browser cannot draw the map' },
  'map-no-webgl-cure': {
    'zh-CN': '需要 WebGL 2：请在浏览器设置中开启硬件加速，或换用新版浏览器。旁边的表格内容相同，可继续工作。',
    en: 'It needs WebGL 2: turn on hardware acceleration in the browser’s settings, or use a current browser. The table holds the same facts; work can go on there.'
  },
  'map-failed-title': { 'zh-CN': '底图未能加载', en: 'The basemap did not load' },
  'map-failed-cure': {
    'zh-CN': '村庄、机构和分钟数不受影响。网络恢复后可重试。',
    en: 'Villages, facilities and minutes are not affected. Try again when the connection is back.'
  },
  'map-retry': { 'zh-CN': '重试', en: 'Try again' },
  'map-locator': { 'zh-CN': '全区域与当前视图', en: 'Whole area and present view' },
  'map-scale-metres': { 'zh-CN': '{value} 米', en: '{value} m' },
  'map-scale-kilometres': { 'zh-CN': '{value} 公里', en: '{value} km' },
  'map-sources': { 'zh-CN': '数据来源', en: 'Data sources' },
  'map-review-number': { 'zh-CN': '审图号：{number}', en: 'Map review number {number}' },
  'map-tag-days': { 'zh-CN': '{value} 天', en: '{value} d' },
  'map-tag-share': { 'zh-CN': '{value}%', en: '{value}%' },
  'map-tag-expiry': { 'zh-CN': '过期', en: 'expired' },
  'map-peak': { 'zh-CN': '{name} {ele} 米', en: '{name} {ele} m' },
  'map-legend-title': { 'zh-CN': '到达分钟', en: 'Minutes to care' },
  'map-legend-villages': { 'zh-CN': '村', en: 'Villages' },
  'map-legend-persons': { 'zh-CN': '人口', en: 'People' },
  'map-legend-first': { 'zh-CN': '0–{to} 分', en: '0–{to}' },
  'map-legend-between': { 'zh-CN': '{from}–{to} 分', en: '{from}–{to}' },
  'map-legend-over': { 'zh-CN': '{from} 分以上', en: 'over {from}' },
  'map-legend-unreachable': { 'zh-CN': '无法到达', en: 'unreachable' },
  'map-legend-not-assessed': { 'zh-CN': '未评估', en: 'not assessed' },
  'map-legend-remote': { 'zh-CN': '偏远', en: 'remote' },
  'map-legend-all': { 'zh-CN': '合计', en: 'All' },
  'map-legend-minutes': { 'zh-CN': '分钟', en: 'minutes' },
  'map-key-designated': { 'zh-CN': '定点医院', en: 'Designated' },
  'map-key-sub-designated': { 'zh-CN': '亚定点医院', en: 'Sub-designated' },
  'map-key-township-hospital': { 'zh-CN': '乡镇卫生院', en: 'Township hospital' },
  'map-key-village-clinic': { 'zh-CN': '村卫生室', en: 'Village clinic' },
  'map-key-supplier': { 'zh-CN': '保供企业', en: 'Supply enterprise' },
  'map-key-depot': { 'zh-CN': '储备库', en: 'Depot' },
  'map-key-pharmacy': { 'zh-CN': '药店', en: 'Pharmacy' },
  'map-key-shortage': { 'zh-CN': '药品不足', en: 'Medicine short' },
  'map-key-closure': { 'zh-CN': '封闭路段', en: 'Closed road' },
  'map-key-slow': { 'zh-CN': '减速路段', en: 'Slowed road' },
  'map-key-detour': { 'zh-CN': '绕行路线', en: 'Detour' },
  'map-key-main-road': { 'zh-CN': '主要道路', en: 'Main road' },
  'map-key-local-road': { 'zh-CN': '乡村道路', en: 'Local road' },
  'map-key-delta': { 'zh-CN': '增加分钟', en: 'Minutes lost' }
};
