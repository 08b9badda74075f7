import type { Messages } from '../locale';

/** Travel times over all land, by road and on foot. */
export const surface: Messages = {
  'surface-layer': { en: 'Travel time over land', 'zh-CN': '全域出行时间' },
  'surface-layer-hint': {
    en: 'Every cell of the land: on foot to the road, then by road',
    'zh-CN': '每个格网：先步行到道路，再走道路'
  },
  'surface-none': {
    en: 'This area’s pack has no land cells. Build it again.',
    'zh-CN': '本区域数据包没有地面格网，请重新构建。'
  },
  'surface-title': { en: 'Travel time to {care}', 'zh-CN': '到{care}的出行时间' },
  'surface-how': {
    en: 'Over cells of {metres, number} m: on foot by slope and land cover to a road, then by {vehicle}; {season}. Land without colour: no way.',
    'zh-CN': '{metres, number} 米格网：按坡度和地表步行到道路，再乘{vehicle}；{season}。未着色处无法到达。'
  },
  'surface-differs': {
    en: 'A village’s own minutes count a straight walk to its nearest road, so they can differ by a few minutes from its cell.',
    'zh-CN': '村的分钟数按直线步行到最近道路计算，可与所在格网相差几分钟。'
  },
  'surface-area': { en: 'Land, km²', 'zh-CN': '面积 平方公里' },
  'surface-share': { en: 'Share', 'zh-CN': '占比' },
  'surface-fetching': { en: 'Fetching the land', 'zh-CN': '正在读取地面格网' },
  'surface-counting': { en: 'Counting travel times', 'zh-CN': '正在计算出行时间' },
  'surface-failed': { en: 'The travel times could not be counted', 'zh-CN': '无法计算出行时间' },
  'surface-failed-cure': {
    en: 'Check the connection to the server, then try again.',
    'zh-CN': '请检查与服务器的连接后重试。'
  },
  'surface-hide': { en: 'Hide', 'zh-CN': '隐藏' },
  'surface-save': { en: 'Save as GeoJSON', 'zh-CN': '存为 GeoJSON' },
  'surface-file': { en: 'Isochrones', 'zh-CN': '等时圈' }
};
