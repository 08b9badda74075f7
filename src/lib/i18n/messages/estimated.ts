import type { Messages } from '../locale';

/** Areas without roads: estimated bands, known times, villages to be placed. Comes with the first such area opened. */
export const estimated: Messages = {
  'care-level-seat': { en: 'township seat', 'zh-CN': '乡镇驻地' },
  'no-way-needs-roads': { en: 'needs roads', 'zh-CN': '需要道路数据' },
  'no-way-no-seat-position': { en: 'position of the township seat not known', 'zh-CN': '乡镇驻地位置不明' },
  'finding-estimated': {
    en: '<f>{placed, number} of {total, plural, one {# village} other {# villages}}</f> have a position; without roads their times are estimated, with {known, plural, =0 {no known time} one {# known time} other {# known times}}',
    'zh-CN':
      '{total, number} 个村中 <f>{placed, number} 个</f>已有位置；尚无道路数据，时间均为估算，已录入实测时间 {known, number} 条'
  },
  'finding-indicative': {
    en: 'indicatively, <f>{villages, plural, one {# village} other {# villages}}</f> {villages, plural, one {is} other {are}} over {minutes, number} minutes from {level, select, seat {the township seat} other {a hospital that can take a severe case}}',
    'zh-CN':
      '估算约有 <f>{villages, number} 个村</f>到{level, select, seat {乡镇驻地} other {重症收治医院}}超过 {minutes, number} 分钟（仅供参考）'
  },
  'gap-no-position': { en: 'Village without a position', 'zh-CN': '村庄位置未知' },
  'gap-indicative': { en: 'Estimated minutes (indicative)', 'zh-CN': '估算分钟数（仅供参考）' },
  'title-minutes-seat': {
    en: '{placeEn}: minutes to the township seat',
    'zh-CN': '{placeZh}到乡镇驻地的分钟数'
  },
  'formula-estimate': {
    en: 'Estimated, no roads known: minutes = {factor, number, ::.#} × km^{exponent, number, ::.###} over the straight line, × what known times near by give',
    'zh-CN':
      '估算（尚无道路）：分钟 = {factor, number, ::.#} × 直线公里^{exponent, number, ::.###} × 附近实测时间的修正'
  },
  'formula-measured': { en: 'Measured, as entered', 'zh-CN': '实测，按录入值' },
  'formula-no-estimate': { en: 'No time can be estimated', 'zh-CN': '无法估算时间' },
  'result-estimate': {
    en: 'about {low, number, ::.}–{high, number, ::.} min in half of such places (estimated)',
    'zh-CN': '同类地点半数约 {low, number, ::.}–{high, number, ::.} 分钟（估算）'
  },
  'input-straight': { en: 'Straight line', 'zh-CN': '直线距离' },
  'input-law-minutes': { en: 'Minutes by the distance alone', 'zh-CN': '仅按距离的分钟数' },
  'input-known-factor': { en: 'Correction by known times', 'zh-CN': '实测时间修正' },
  'input-seat': { en: 'Township seat', 'zh-CN': '乡镇驻地' },
  'input-known-time': { en: 'Known time', 'zh-CN': '实测时间' },
  'value-times': { en: '× {value, number, ::.##}', 'zh-CN': '× {value, number, ::.##}' },
  'left-out-no-roads': {
    en: 'roads, closures, season and slope: none is known here. Fitted on 6,888 villages of four counties of Guizhou; other landscapes differ',
    'zh-CN': '道路、封路、季节与坡度：此处均未知。公式由贵州四县 6,888 个自然村拟合，其他地形会有偏差'
  },
  'estimate-label': { en: 'estimated', 'zh-CN': '估算' },
  'estimate-indicative': { en: 'indicative', 'zh-CN': '仅供参考' },
  'estimate-band': { en: 'about {band} min', 'zh-CN': '约 {band} 分' },
  'estimate-measured': { en: '{value} min, measured', 'zh-CN': '{value} 分（实测）' },
  'review-flag-gap-no-position': { en: 'No position', 'zh-CN': '无位置' },
  'estimate-wall-note': {
    en: 'No list of far villages is made from estimates. Roads bring one.',
    'zh-CN': '估算时间不用于生成偏远村庄名单；导入道路后即可生成。'
  },
  'estimate-legend-title': { en: 'Estimated minutes', 'zh-CN': '估算分钟数' },
  'estimate-legend-note': {
    en: 'Guessed from straight lines: half of the true times lie in the band shown, 80 % between 0.57 and 2.06 times the middle. Over {minutes, number} min only indicative.',
    'zh-CN':
      '由直线距离推算：实际时间半数落在所示区间内，八成在中值的 0.57–2.06 倍之间。超过 {minutes, number} 分钟仅供参考。'
  },
  'estimate-none': { en: 'No estimate: position missing', 'zh-CN': '无法估算：缺少位置' },
  'estimate-over': { en: 'over {from} min', 'zh-CN': '{from} 分以上' },
  'estimate-class': { en: '{from}–{to} min', 'zh-CN': '{from}–{to} 分' },
  'estimate-townships': { en: 'Townships', 'zh-CN': '乡镇' },
  'estimate-placed-of': { en: '{placed} of {total} placed', 'zh-CN': '已定位 {placed} / {total}' },
  'estimate-unplaced-count': {
    en: '{count, plural, one {# village} other {# villages}} without a position',
    'zh-CN': '{count, number} 个村位置未知'
  },
  'estimate-no-facilities': {
    en: 'No clinic or hospital is on record yet. Times go to the township seat; add sites with the site tool or by an import.',
    'zh-CN': '尚未登记任何医疗机构。时间按到乡镇驻地计算；可用机构工具添加，或批量导入。'
  },
  'estimate-residents-unknown': { en: 'residents not known', 'zh-CN': '常住人口未知' },
  'estimate-straight': { en: 'Straight line', 'zh-CN': '直线' },
  'needs-roads-title': { en: 'This needs roads', 'zh-CN': '需要道路数据' },
  'needs-roads-body': {
    en: 'Closing a road, drawing a route, ranking vehicles and planning bases need the area’s roads. An administrator brings them under Admin → Areas: upload an OpenStreetMap extract (.osm.pbf) or name one on the server, then switch over. Positions and known times stay.',
    'zh-CN':
      '封路、路线、派车排序与驻点规划都需要本地道路数据。由管理员在“管理 → 区域”导入：上传 OpenStreetMap 数据（.osm.pbf）或指定服务器上的文件，再切换启用。已录入的位置和实测时间会保留。'
  },
  'needs-roads-go': { en: 'Open Admin → Areas', 'zh-CN': '打开“管理 → 区域”' },
  'seat-title': { en: 'Township seat', 'zh-CN': '乡镇驻地' },
  'seat-elevation': { en: 'Elevation', 'zh-CN': '海拔' },
  'seat-persons': { en: 'People of the seat', 'zh-CN': '驻地人口' },
  'seat-unknown': {
    en: 'The position of this seat is not known; its villages have no estimated time.',
    'zh-CN': '该乡镇驻地位置不明，所辖村庄暂无估算时间。'
  },
  'place-villages': { en: 'Villages', 'zh-CN': '村庄' },
  'place-unplaced': { en: 'Without a position', 'zh-CN': '位置未知' },
  'place-placed': { en: 'On the map', 'zh-CN': '已在地图上' },
  'place-start': { en: 'Place by a click', 'zh-CN': '点击地图定位' },
  'place-hint': { en: 'Click the map where {name} lies. Esc ends.', 'zh-CN': '在地图上点击{name}所在处，Esc 结束。' },
  'place-again': { en: 'Move by a click', 'zh-CN': '点击地图改位' },
  'place-phone': { en: 'Use this phone’s position', 'zh-CN': '使用本机定位' },
  'place-phone-wait': { en: 'Finding the position …', 'zh-CN': '正在定位…' },
  'place-phone-failed': {
    en: 'This browser gave no position ({detail}). Allow it, or click the map.',
    'zh-CN': '浏览器未提供位置（{detail}）。请允许定位，或点击地图。'
  },
  'place-phone-none': {
    en: 'A phone gives its position only over https or on this machine. Click the map.',
    'zh-CN': '仅在 https 或本机访问时可使用手机定位，请点击地图。'
  },
  'place-real': { en: 'For all desks', 'zh-CN': '对所有席位生效' },
  'place-planned': { en: 'On this screen only', 'zh-CN': '仅本屏试算' },
  'place-done': { en: '{name} is placed', 'zh-CN': '{name}已定位' },
  'known-title': { en: 'Known times', 'zh-CN': '实测时间' },
  'known-none': {
    en: 'None yet. Each known time narrows the bands for 4 km round.',
    'zh-CN': '暂无。每条实测时间都会缩窄周围 4 公里的估算区间。'
  },
  'known-minutes': { en: 'Minutes', 'zh-CN': '分钟' },
  'known-target': { en: 'To', 'zh-CN': '到' },
  'known-date': { en: 'Measured on', 'zh-CN': '测量日期' },
  'known-add': { en: 'Add known time', 'zh-CN': '添加实测时间' },
  'known-remove': { en: 'Remove', 'zh-CN': '删除' },
  'known-seat': { en: '{name}, seat', 'zh-CN': '{name}驻地' },
  'known-row': { en: '{value} min to {name}', 'zh-CN': '到{name} {value} 分' }
};
