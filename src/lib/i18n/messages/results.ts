import type { Messages } from '../locale';

const MEDICINE_CLASSES = [
  ['antipyretic', 'Antipyretic', '退热药'],
  ['antitussive', 'Cough medicine', '止咳药'],
  ['chinese-patent', 'Chinese patent medicine', '中成药'],
  ['antigen', 'Antigen test', '抗原检测试剂']
] as const;
const LIMBS = [
  ['days', 'days of stock', '可用天数'],
  ['share', 'share of people served', '服务人口占比'],
  ['expiry', 'expired stock', '已过期'],
  ['expiring', 'short once lots expire', '临期批次过期后不足'],
  ['unknown', 'stock not known', '库存不明']
] as const;

const medicineGaps: Messages = Object.fromEntries(
  MEDICINE_CLASSES.flatMap(([code, en, zh]) =>
    LIMBS.map(([limb, limbEn, limbZh]) => [
      `gap-${limb}-${code}`,
      { en: `${en}, ${limbEn}`, 'zh-CN': `${zh}${limbZh}` }
    ])
  )
);

/** Findings, gaps and tiles: every code that the results bear. */
export const results: Messages = {
  'finding-no-villages': { en: 'No villages are on record', 'zh-CN': '没有村庄记录' },
  'finding-no-severe-site': {
    en: 'No open hospital can take a severe case, for {total, plural, one {# village} other {# villages}}',
    'zh-CN': '{total, number} 个村没有可收治重症的开放医院'
  },
  'finding-far': {
    en: '<f>{villages, number} of {total, plural, one {# village} other {# villages}}</f>, <f>{persons, plural, one {# person} other {# people}}</f>, {villages, plural, one {is} other {are}} over {minutes, number} minutes from a hospital that can take a severe case',
    'zh-CN':
      '<f>{villages, number} / {total, number} 个村</f>、<f>{persons, number} 人</f>到重症收治医院超过 {minutes, number} 分钟'
  },
  'finding-far-or-cut': {
    en: '<f>{villages, number} of {total, plural, one {# village} other {# villages}}</f>, <f>{persons, plural, one {# person} other {# people}}</f>, {villages, plural, one {is} other {are}} over {minutes, number} minutes from a hospital that can take a severe case or without a way to one',
    'zh-CN':
      '<f>{villages, number} / {total, number} 个村</f>、<f>{persons, number} 人</f>到重症收治医院超过 {minutes, number} 分钟或无路可达'
  },
  'finding-no-severe-site-known': {
    en: 'No hospital on record takes severe cases (it needs oxygen and intensive care among its capabilities), for {total, plural, one {# village} other {# villages}}',
    'zh-CN': '{total, number} 个村：没有登记任何可收治重症的医院（“能力”须含吸氧与ICU）'
  },
  'finding-all-near': {
    en: '<f>{villages, number} of {total, plural, one {# village} other {# villages}}</f> are within {minutes, number} minutes of a hospital that can take a severe case',
    'zh-CN': '<f>{villages, number} 个村</f>（共 {total, number} 个）{minutes, number} 分钟内可到重症收治医院'
  },
  'finding-unreachable': {
    en: '<f>{villages, number} of them</f> without any way',
    'zh-CN': '其中 <f>{villages, number} 个村</f>无路可达'
  },
  'finding-antipyretics': {
    en: '<f>{kind, select, clinic {{sites, plural, one {# clinic} other {# clinics}}} other {{sites, plural, one {# site} other {# sites}}}}</f> {sites, plural, one {holds} other {hold}} under {days, number} days of antipyretics',
    'zh-CN': '<f>{sites, number} 家{kind, select, clinic {卫生室} other {机构}}</f>退热药不足 {days, number} 天'
  },
  'finding-late-reports': {
    en: '<f>{sites, number} of {expected, plural, one {# site} other {# sites}}</f> {sites, plural, one {has} other {have}} not reported by {time}',
    'zh-CN': '<f>{sites, number} 家机构</f>（共 {expected, number} 家）截至 {time} 未报告'
  },
  'finding-rule-pack-unreadable': {
    en: 'the rule pack “{name}” cannot be read ({field}) and is not used',
    'zh-CN': '规则包“{name}”无法读取（{field}），未采用'
  },
  'finding-travel-table-unreadable': {
    en: 'the travel table “{name}” cannot be read ({field}) and is not used',
    'zh-CN': '行车速度表“{name}”无法读取（{field}），未采用'
  },
  'finding-no-vehicle': {
    en: '{more, plural, =0 {{placeEn} has no ready vehicle} one {{placeEn} and <f># more township</f> have no ready vehicle} other {{placeEn} and <f># more townships</f> have no ready vehicle}}',
    'zh-CN': '{more, plural, =0 {{placeZh}无可用车} other {{placeZh}及<f>另外 # 个乡镇</f>无可用车}}'
  },

  'gap-no-severe-site': { en: 'No hospital takes severe cases', 'zh-CN': '无医院收治重症' },
  'gap-unreachable': { en: 'Village unreachable', 'zh-CN': '村庄无法到达' },
  'gap-minutes': { en: 'Minutes to a severe-case hospital', 'zh-CN': '到重症收治医院分钟数' },
  'gap-vehicles-ready': { en: 'Vehicles ready', 'zh-CN': '可用车辆' },
  ...medicineGaps,
  'gap-oximeters': { en: 'Oximeters', 'zh-CN': '血氧仪' },
  'gap-dr': { en: 'Digital X-ray', 'zh-CN': '数字化DR' },
  'gap-ambulance': { en: 'Ambulance', 'zh-CN': '救护车' },
  'gap-fever-set': { en: 'Fever clinic set up', 'zh-CN': '发热诊室应设尽设' },
  'gap-fever-open': { en: 'Fever clinic open', 'zh-CN': '发热诊室应开尽开' },
  'gap-staff-baseline': { en: 'Staff against the baseline', 'zh-CN': '人员不撤' },
  'gap-open-24h': { en: 'Open 24 hours', 'zh-CN': '24小时开放' },
  'gap-published': { en: 'Fever clinic made public', 'zh-CN': '发热门诊位置公布' },
  'gap-icu-surge': { en: 'Intensive-care beds within the hours set', 'zh-CN': '限时可转换ICU床位' },
  'gap-people-count': { en: 'Count of key people out of date', 'zh-CN': '重点人群底数过期' },
  'gap-contacts': { en: 'Contacts of labelled people a week', 'zh-CN': '每周联系重点人群' },
  'gap-risk': { en: 'Village at high risk', 'zh-CN': '高风险村' },
  'gap-report': { en: 'Daily report missing', 'zh-CN': '每日报告未报' },

  'tile-medicines': {
    en: '{total, plural, =0 {No site can be assessed} other {{value, number} of {total, plural, one {# site} other {# sites}} have enough antipyretics}}',
    'zh-CN': '{total, plural, =0 {无法评估} other {{total, number} 家机构中 {value, number} 家退热药充足}}'
  },
  'tile-care': {
    en: '{total, plural, =0 {No open hospital can take a severe case} other {{value, number} of {total, plural, one {# village} other {# villages}} within {limit, number} minutes of a severe-case hospital}}',
    'zh-CN':
      '{total, plural, =0 {没有可收治重症的开放医院} other {{total, number} 个村中 {value, number} 个村 {limit, number} 分钟内到重症收治医院}}'
  },
  'tile-accounts': {
    en: '{value, number} of {total, plural, one {# village} other {# villages}} counted within {limit, plural, one {# day} other {# days}}{late, plural, =0 {} one {; # site has not reported} other {; # sites have not reported}}',
    'zh-CN':
      '{total, number} 个村中 {value, number} 个村底数在 {limit, number} 天内更新{late, plural, =0 {} other {；# 家机构未报告}}'
  },
  'tile-transfer': {
    en: '{total, plural, =0 {No vehicle is on record} other {{value, number} of {total, plural, one {# township} other {# townships}} with {limit, plural, one {# ready vehicle} other {# ready vehicles}}}}{empty, plural, =0 {} one {; # post is empty} other {; # posts are empty}}',
    'zh-CN':
      '{total, plural, =0 {没有车辆记录} other {{total, number} 个乡镇中 {value, number} 个有 {limit, number} 辆以上可用车}}{empty, plural, =0 {} other {；# 个岗位空缺}}'
  },
  'tile-guidance': {
    en: '{total, plural, =0 {No labelled people are counted} other {{value, number} of {total, plural, one {# village} other {# villages}} with every contact of the week made}}',
    'zh-CN':
      '{total, plural, =0 {没有标识人员底数} other {{total, number} 个村中 {value, number} 个村本周联系已全部完成}}'
  },

  'remote-no-way': { en: 'No way to a hospital', 'zh-CN': '无路可达医院' },
  'remote-minutes-township': {
    en: '{minutes, number, ::. rounding-mode-ceiling} minutes to a township hospital, over {limit, number}',
    'zh-CN': '到乡镇卫生院 {minutes, number, ::. rounding-mode-ceiling} 分钟，超过 {limit, number} 分钟'
  },
  'remote-minutes-severe': {
    en: '{minutes, number, ::. rounding-mode-ceiling} minutes to a severe-case hospital, over {limit, number}',
    'zh-CN': '到重症收治医院 {minutes, number, ::. rounding-mode-ceiling} 分钟，超过 {limit, number} 分钟'
  },
  'remote-walk': {
    en: '{metres, number, ::.} m walk to the road, over {limit, number}',
    'zh-CN': '步行到道路 {metres, number, ::.} 米，超过 {limit, number} 米'
  },
  'remote-not': { en: 'Not remote', 'zh-CN': '不属偏远' },

  'no-way-no-position': { en: 'position not known', 'zh-CN': '位置不明' },
  'no-way-too-far-from-road': { en: 'too far from any usable road', 'zh-CN': '离可用道路过远' },
  'no-way-unconnected-part': { en: 'roads are not connected', 'zh-CN': '道路不连通' },
  'no-way-cut-by-closure': { en: 'cut off by a closed road', 'zh-CN': '被封闭道路阻断' },
  'no-way-no-facility-on-record': { en: 'no site of this level on record', 'zh-CN': '没有登记该级机构' },
  'no-way-no-open-facility': { en: 'no open site of this level', 'zh-CN': '没有开放的该级机构' }
};
