import type { Messages } from '../locale';

/** How each figure is made, in words: titles, formulas, inputs and what is left out. */
export const explanations: Messages = {
  'title-minutes-any': {
    en: '{placeEn}: minutes to the nearest open site',
    'zh-CN': '{placeZh}到最近开放机构的分钟数'
  },
  'title-minutes-township': {
    en: '{placeEn}: minutes to a township hospital or above',
    'zh-CN': '{placeZh}到乡镇卫生院及以上机构的分钟数'
  },
  'title-minutes-sub-designated': {
    en: '{placeEn}: minutes to a sub-designated hospital or above',
    'zh-CN': '{placeZh}到亚定点及以上医院的分钟数'
  },
  'title-minutes-severe': {
    en: '{placeEn}: minutes to a severe-case hospital',
    'zh-CN': '{placeZh}到重症收治医院的分钟数'
  },
  'title-coverage': {
    en: '{placeEn}: within {minutes, number} minutes',
    'zh-CN': '{placeZh}：{minutes, number} 分钟内'
  },
  'title-coverage-all': {
    en: 'Whole area: within {minutes, number} minutes',
    'zh-CN': '全区：{minutes, number} 分钟内'
  },
  'title-remote': { en: '{placeEn}: remote or not', 'zh-CN': '{placeZh}是否偏远' },
  'title-medicine-days': { en: '{medicineEn}, days of stock: {placeEn}', 'zh-CN': '{placeZh}{medicineZh}可用天数' },
  'title-medicine-share': {
    en: '{medicineEn}, share of people served: {placeEn}',
    'zh-CN': '{placeZh}{medicineZh}占服务人口比例'
  },
  'title-oximeters': { en: 'Oximeters: {placeEn}', 'zh-CN': '{placeZh}血氧仪' },
  'title-dr': { en: 'Digital X-ray: {placeEn}', 'zh-CN': '{placeZh}数字化DR' },
  'title-ambulance': { en: 'Ambulance: {placeEn}', 'zh-CN': '{placeZh}救护车' },
  'title-fever-set': { en: 'Fever clinic set up: {placeEn}', 'zh-CN': '{placeZh}发热诊室设置' },
  'title-fever-open': { en: 'Fever clinic open: {placeEn}', 'zh-CN': '{placeZh}发热诊室开放' },
  'title-staff-baseline': { en: 'Staff: {placeEn}', 'zh-CN': '{placeZh}人员' },
  'title-open-24h': { en: 'Open 24 hours: {placeEn}', 'zh-CN': '{placeZh}24小时开放' },
  'title-published': { en: 'Fever clinic made public: {placeEn}', 'zh-CN': '{placeZh}发热门诊信息公布' },
  'title-icu-surge': { en: 'Intensive-care beds: {placeEn}', 'zh-CN': '{placeZh}重症监护床位' },
  'title-report': { en: 'Last report: {placeEn}', 'zh-CN': '{placeZh}最近一次报告' },
  'title-risk': { en: 'Risk score: {placeEn}', 'zh-CN': '{placeZh}风险评分' },
  'title-people-count': { en: 'Age of the count: {placeEn}', 'zh-CN': '{placeZh}底数更新时间' },
  'title-contacts': { en: 'Contacts this week: {placeEn}', 'zh-CN': '{placeZh}本周联系' },
  'title-vehicles-ready': { en: 'Vehicles ready: {placeEn}', 'zh-CN': '{placeZh}可用车辆' },
  'title-tile-medicines': { en: 'Medicines to buy', 'zh-CN': '有药可买' },
  'title-tile-care': { en: 'Illness seen', 'zh-CN': '有病可看' },
  'title-late-reports': { en: 'Sites that have not reported', 'zh-CN': '未报告机构' },
  'title-tile-accounts': { en: 'Clear accounts', 'zh-CN': '底数清楚' },
  'title-tile-transfer': { en: 'Timely transfer', 'zh-CN': '转运及时' },
  'title-tile-guidance': { en: 'Guidance in place', 'zh-CN': '引导到位' },

  'formula-minutes': {
    en: 'walk to the road + least drive + walk from the road, by {vehicle, select, ambulance {ambulance} ordinary {ordinary vehicle} motorcycle {motorcycle} other {foot}}, {season, select, dry {dry} wet {rainy} other {snow}} season, to the site with the least sum',
    'zh-CN':
      '步行到路 + 最短行车时间 + 下车步行；{vehicle, select, ambulance {救护车} ordinary {普通车辆} motorcycle {摩托车} other {步行}}，{season, select, dry {旱季} wet {雨季} other {雪季}}，取总和最小的机构'
  },
  'formula-coverage': {
    en: 'villages and persons with minutes ≤ {minutes, number}',
    'zh-CN': '时间 ≤ {minutes, number} 分钟的村和人数之和'
  },
  'formula-remote': {
    en: 'no way to a hospital, or over {minutes, number} minutes from one, or a walk to the road over {metres, number} m',
    'zh-CN': '无路可达医院，或超过 {minutes, number} 分钟，或步行到路超过 {metres, number} 米'
  },
  'formula-days': {
    en: 'usable stock ÷ mean daily use = {doses, number} doses ÷ {use, number, ::.##} a day',
    'zh-CN': '可用库存 ÷ 日均用量 = {doses, number} ÷ 每日 {use, number, ::.##}'
  },
  'formula-share': {
    en: 'usable stock ÷ doses per person ÷ people counted = {doses, number} ÷ {course, number} ÷ {persons, number, ::.##}',
    'zh-CN': '可用库存 ÷ 每人用量 ÷ 计算人口 = {doses, number} ÷ {course, number} ÷ {persons, number, ::.##}'
  },
  'formula-oximeters': {
    en: 'oximeters on hand against the number the tier needs',
    'zh-CN': '现有血氧仪与本级应配数比较'
  },
  'formula-dr': {
    en: 'digital X-ray units at an eligible site against the rule',
    'zh-CN': '有条件机构的DR台数与规定比较'
  },
  'formula-ambulance': {
    en: 'ambulances with their base at an eligible site against the rule',
    'zh-CN': '驻点在该机构的救护车数与规定比较'
  },
  'formula-fever-set': { en: 'set up wherever it should be', 'zh-CN': '应设尽设' },
  'formula-fever-open': { en: 'open wherever it is set up', 'zh-CN': '应开尽开' },
  'formula-staff-baseline': { en: 'staff now against the baseline', 'zh-CN': '现有人员与基数比较' },
  'formula-open-24h': { en: 'the fever clinic is open 24 hours', 'zh-CN': '发热诊室24小时开放' },
  'formula-published': { en: 'place and telephone of the fever clinic are public', 'zh-CN': '对外公布发热门诊位置' },
  'formula-icu-surge': {
    en: 'ICU beds + beds convertible within the hours set, against all of them',
    'zh-CN': 'ICU床位 + 限时可转换床位，与全部应转换床位比较'
  },
  'formula-report': {
    en: 'a report of the day due, by {time} (UTC{zone})',
    'zh-CN': '应报日 {time}（UTC{zone}）前已报告'
  },
  'formula-risk': {
    en: '100 × points ÷ weights of the parts that can be assessed = 100 × {points, number, ::.#} ÷ {weights, number}',
    'zh-CN': '100 × 得分 ÷ 可评估各项权重 = 100 × {points, number, ::.#} ÷ {weights, number}'
  },
  'formula-contacts': {
    en: 'due = {yellow, number} yellow × {yellowTimes, number} + {red, number} red × {redTimes, number} = {due, number}',
    'zh-CN':
      '应联系 = 黄色 {yellow, number} × {yellowTimes, number} + 红色 {red, number} × {redTimes, number} = {due, number}'
  },
  'formula-contacts-withheld': {
    en: 'due = yellow × {yellowTimes, number} + red × {redTimes, number}',
    'zh-CN': '应联系 = 黄色 × {yellowTimes, number} + 红色 × {redTimes, number}'
  },
  'formula-people-count': {
    en: 'days since the count, at most {days, number}',
    'zh-CN': '距上次统计的天数，不超过 {days, number}'
  },
  'formula-vehicles-ready': {
    en: 'vehicles that are available, have a driver on duty, a position not older than {stale, number} minutes (or stand at base) and can leave within {minutes, number} minutes',
    'zh-CN': '可用、有当班驾驶员、定位不超过 {stale, number} 分钟（或在驻点）且 {minutes, number} 分钟内可出车的车辆'
  },
  'formula-tile-medicines': {
    en: 'sites where no antipyretic is short, of the sites that can be assessed',
    'zh-CN': '退热药不短缺的机构 ÷ 可评估机构'
  },
  'formula-tile-care': {
    en: 'villages within {limit, number} minutes of a severe-case hospital, of all villages',
    'zh-CN': '{limit, number} 分钟内到重症收治医院的村 ÷ 全部村'
  },
  'formula-tile-accounts': {
    en: 'villages with every count of key people (65 and over, 80 and over, labels) entered, not older than {limit, plural, one {# day} other {# days}}, of all villages',
    'zh-CN': '重点人群各数（65岁、80岁及以上，标识）齐全且不早于 {limit, number} 天的村 ÷ 全部村'
  },
  'formula-tile-transfer': {
    en: 'townships with at least {limit, plural, one {# ready vehicle} other {# ready vehicles}}, of all townships',
    'zh-CN': '至少有 {limit, number} 辆可用车的乡镇 ÷ 全部乡镇'
  },
  'formula-tile-guidance': {
    en: 'villages whose labelled people were all contacted this week, of the villages with labelled people',
    'zh-CN': '本周标识人员全部联系到的村 ÷ 有标识人员的村'
  },

  'formula-count-over': {
    en: '{counted, select, persons {residents of the villages} other {villages}} with more than {over, number} minutes to {level, select, any {any open site} township {a township hospital or above} sub {a sub-designated hospital or above} seat {the township seat} other {a hospital that can take a severe case}}',
    'zh-CN':
      '{counted, select, persons {下列各村人口之和：} other {}}到{level, select, any {任一开放机构} township {乡镇卫生院及以上} sub {亚定点及以上医院} seat {乡镇驻地} other {重症收治医院}}超过 {over, number} 分钟的村'
  },
  'title-count-over-all': {
    en: 'Over {over, number} minutes: {counted, select, persons {people} other {villages}}',
    'zh-CN': '超过 {over, number} 分钟：{counted, select, persons {人口} other {村数}}'
  },
  'title-count-over': {
    en: '{placeEn}, over {over, number} minutes: {counted, select, persons {people} other {villages}}',
    'zh-CN': '{placeZh}超过 {over, number} 分钟：{counted, select, persons {人口} other {村数}}'
  },
  'formula-count-over-or-none': {
    en: '{counted, select, persons {residents of the villages} other {villages}} with more than {over, number} minutes to {level, select, any {any open site} township {a township hospital or above} sub {a sub-designated hospital or above} seat {the township seat} other {a hospital that can take a severe case}}, or without a way to one',
    'zh-CN':
      '{counted, select, persons {下列各村人口之和：} other {}}到{level, select, any {任一开放机构} township {乡镇卫生院及以上} sub {亚定点及以上医院} seat {乡镇驻地} other {重症收治医院}}超过 {over, number} 分钟或无路可达的村'
  },
  'title-count-over-or-none-all': {
    en: 'Over {over, number} minutes or without a way: {counted, select, persons {people} other {villages}}',
    'zh-CN': '超过 {over, number} 分钟或无路可达：{counted, select, persons {人口} other {村数}}'
  },
  'title-count-over-or-none': {
    en: '{placeEn}, over {over, number} minutes or without a way: {counted, select, persons {people} other {villages}}',
    'zh-CN': '{placeZh}超过 {over, number} 分钟或无路可达：{counted, select, persons {人口} other {村数}}'
  },
  'formula-count-between': {
    en: '{counted, select, persons {residents of the villages} other {villages}} with more than {over, number} and at most {upTo, number} minutes to {level, select, any {any open site} township {a township hospital or above} sub {a sub-designated hospital or above} seat {the township seat} other {a hospital that can take a severe case}}',
    'zh-CN':
      '{counted, select, persons {下列各村人口之和：} other {}}到{level, select, any {任一开放机构} township {乡镇卫生院及以上} sub {亚定点及以上医院} seat {乡镇驻地} other {重症收治医院}} {over, number} 分钟以上、不超过 {upTo, number} 分钟的村'
  },
  'title-count-between-all': {
    en: '{over, number}–{upTo, number} minutes: {counted, select, persons {people} other {villages}}',
    'zh-CN': '{over, number}–{upTo, number} 分钟：{counted, select, persons {人口} other {村数}}'
  },
  'title-count-between': {
    en: '{placeEn}, {over, number}–{upTo, number} minutes: {counted, select, persons {people} other {villages}}',
    'zh-CN': '{placeZh}{over, number}–{upTo, number} 分钟：{counted, select, persons {人口} other {村数}}'
  },
  'formula-count-within': {
    en: '{counted, select, persons {residents of the villages} other {villages}} with at most {upTo, number} minutes to {level, select, any {any open site} township {a township hospital or above} sub {a sub-designated hospital or above} seat {the township seat} other {a hospital that can take a severe case}}',
    'zh-CN':
      '{counted, select, persons {下列各村人口之和：} other {}}到{level, select, any {任一开放机构} township {乡镇卫生院及以上} sub {亚定点及以上医院} seat {乡镇驻地} other {重症收治医院}}不超过 {upTo, number} 分钟的村'
  },
  'title-count-within-all': {
    en: 'Within {upTo, number} minutes: {counted, select, persons {people} other {villages}}',
    'zh-CN': '{upTo, number} 分钟内：{counted, select, persons {人口} other {村数}}'
  },
  'title-count-within': {
    en: '{placeEn}, within {upTo, number} minutes: {counted, select, persons {people} other {villages}}',
    'zh-CN': '{placeZh}{upTo, number} 分钟内：{counted, select, persons {人口} other {村数}}'
  },
  'formula-count-none': {
    en: '{counted, select, persons {residents of the villages} other {villages}} without a way to {level, select, any {any open site} township {a township hospital or above} sub {a sub-designated hospital or above} seat {the township seat} other {a hospital that can take a severe case}}',
    'zh-CN':
      '{counted, select, persons {下列各村人口之和：} other {}}无路可达{level, select, any {任一开放机构} township {乡镇卫生院及以上} sub {亚定点及以上医院} seat {乡镇驻地} other {重症收治医院}}的村'
  },
  'title-count-none-all': {
    en: 'Without a way: {counted, select, persons {people} other {villages}}',
    'zh-CN': '无路可达：{counted, select, persons {人口} other {村数}}'
  },
  'title-count-none': {
    en: '{placeEn}, without a way: {counted, select, persons {people} other {villages}}',
    'zh-CN': '{placeZh}无路可达：{counted, select, persons {人口} other {村数}}'
  },
  'title-fever-coverage-set': { en: '{placeEn}: fever clinics set up', 'zh-CN': '{placeZh}：发热诊室应设尽设' },
  'title-fever-coverage-open': { en: '{placeEn}: fever clinics open', 'zh-CN': '{placeZh}：发热诊室应开尽开' },
  'title-fever-coverage-set-all': { en: 'Whole area: fever clinics set up', 'zh-CN': '全区：发热诊室应设尽设' },
  'title-fever-coverage-open-all': { en: 'Whole area: fever clinics open', 'zh-CN': '全区：发热诊室应开尽开' },
  'formula-fever-coverage-set': {
    en: 'set up ÷ should be set up = {part, number} ÷ {whole, number}',
    'zh-CN': '已设 ÷ 应设 = {part, number} ÷ {whole, number}'
  },
  'formula-fever-coverage-open': {
    en: 'open ÷ set up = {part, number} ÷ {whole, number}',
    'zh-CN': '已开 ÷ 已设 = {part, number} ÷ {whole, number}'
  },
  'input-fever-should': { en: 'Should be set up', 'zh-CN': '应设' },
  'input-fever-set': { en: 'Set up', 'zh-CN': '已设' },
  'input-fever-open': { en: 'Open', 'zh-CN': '已开' },
  'value-fever-set-yes': { en: 'set up', 'zh-CN': '已设' },
  'value-fever-set-no': { en: 'not set up', 'zh-CN': '应设未设' },
  'value-fever-open-yes': { en: 'open', 'zh-CN': '已开' },
  'value-fever-open-no': { en: 'not open', 'zh-CN': '应开未开' },
  'left-out-fever-unreported': {
    en: '{count, plural, one {# site has} other {# sites have}} never reported: counted as not set up',
    'zh-CN': '{count, number} 家机构从未报告，按未设计'
  },
  'title-short-antipyretics': {
    en: 'Under {days, number} days of antipyretics',
    'zh-CN': '退热药不足 {days, number} 天'
  },
  'formula-short-antipyretics': {
    en: 'open sites whose stock of some antipyretic, divided by its mean daily use, is under {days, number} days',
    'zh-CN': '任一退热药（可用库存 ÷ 日均用量）不足 {days, number} 天的开放机构'
  },
  'title-towns-without-vehicle': { en: 'Townships without a ready vehicle', 'zh-CN': '无可用车的乡镇' },
  'formula-towns-without': {
    en: 'townships without a vehicle that is available, has a driver on duty, a position that is not too old, and can leave within {minutes, number} minutes',
    'zh-CN': '没有“可用、有当班驾驶员、定位未过期且 {minutes, number} 分钟内可出车”车辆的乡镇'
  },
  'formula-towns-without-besides': {
    en: 'townships other than {placeEn} without a vehicle that is available, has a driver on duty, a position that is not too old, and can leave within {minutes, number} minutes',
    'zh-CN': '除{placeZh}外，没有“可用、有当班驾驶员、定位未过期且 {minutes, number} 分钟内可出车”车辆的乡镇'
  },

  'result-coverage': {
    en: '{villages, number} of {villagesTotal, plural, one {# village} other {# villages}}, {persons, number} of {personsTotal, plural, one {# person} other {# people}}',
    'zh-CN': '{villagesTotal, number} 个村中 {villages, number} 个村，{personsTotal, number} 人中 {persons, number} 人'
  },
  'result-of': { en: '{value, number} of {total, number}', 'zh-CN': '{value, number} / {total, number}' },
  'result-risk': {
    en: '{score, number, ::.#} of 100 points, rank {rank, number} of {total, number}{missing, plural, =0 {} other {, {missing, number} of {parts, number} parts not assessable}}',
    'zh-CN':
      '风险分 {score, number, ::.#}（满分 100），第 {rank, number} / {total, number}{missing, plural, =0 {} other {，{parts, number} 项中 {missing, number} 项无法评估}}'
  },
  'result-contacts': {
    en: '{done, number} made of {due, number} due',
    'zh-CN': '应联系 {due, number} 次，已联系 {done, number} 次'
  },
  'result-met': { en: 'met', 'zh-CN': '达标' },
  'result-short': { en: 'short', 'zh-CN': '不足' },
  'result-not-assessable': { en: 'not assessable', 'zh-CN': '无法评估' },

  'value-day': { en: '{day}', 'zh-CN': '{day}' },
  'value-yes': { en: 'yes', 'zh-CN': '是' },
  'value-no': { en: 'no', 'zh-CN': '否' },
  'value-place': { en: '{placeEn}', 'zh-CN': '{placeZh}' },
  'value-persons': {
    en: '{value, number, ::.##} {value, plural, one {person} other {people}}',
    'zh-CN': '{value, number, ::.##} 人'
  },
  'value-villages': { en: '{value, plural, one {# village} other {# villages}}', 'zh-CN': '{value, number} 个村' },
  'value-metres': { en: '{value, number, ::.} m', 'zh-CN': '{value, number, ::.} 米' },
  'value-kilometres': { en: '{value, number, ::.#} km', 'zh-CN': '{value, number, ::.#} 公里' },
  'value-minutes': {
    en: '{value, number, ::.# rounding-mode-ceiling} min',
    'zh-CN': '{value, number, ::.# rounding-mode-ceiling} 分钟'
  },
  'value-hours': { en: '{value, number, ::.#} h', 'zh-CN': '{value, number, ::.#} 小时' },
  'value-days': {
    en: '{value, number, ::.# rounding-mode-floor} {value, plural, one {day} other {days}}',
    'zh-CN': '{value, number, ::.# rounding-mode-floor} 天'
  },
  'value-percent': {
    en: '{value, number, ::.# rounding-mode-floor} %',
    'zh-CN': '{value, number, ::.# rounding-mode-floor}%'
  },
  'value-share': { en: '{value, number, ::.##} of 1', 'zh-CN': '{value, number, ::.##}（满值 1）' },
  'value-doses': { en: '{value, plural, one {# dose} other {# doses}}', 'zh-CN': '{value, number} 剂' },
  'value-doses-a-day': { en: '{value, number, ::.##} a day', 'zh-CN': '每日 {value, number, ::.##} 剂' },
  'value-count': { en: '{value, number}', 'zh-CN': '{value, number}' },

  'value-whole-minutes': { en: '{value, number} min', 'zh-CN': '{value, number} 分钟' },
  'value-sites': { en: '{value, plural, one {# site} other {# sites}}', 'zh-CN': '{value, number} 家' },
  'value-townships': { en: '{value, plural, one {# township} other {# townships}}', 'zh-CN': '{value, number} 个乡镇' },
  'value-text': { en: '{text}', 'zh-CN': '{text}' },
  'value-vehicle-season': {
    en: '{vehicle, select, ambulance {ambulance} ordinary {ordinary vehicle} motorcycle {motorcycle} other {on foot}}, {season, select, dry {dry season} wet {rainy season} other {snow season}}',
    'zh-CN':
      '{vehicle, select, ambulance {救护车} ordinary {普通车辆} motorcycle {摩托车} other {步行}}，{season, select, dry {旱季} wet {雨季} other {雪季}}'
  },
  'value-travel-table-shipped': { en: 'as shipped', 'zh-CN': '内置表' },
  'value-ready-of-vehicles': {
    en: '{ready, number} ready of {total, plural, =0 {no vehicle} one {# vehicle} other {# vehicles}}',
    'zh-CN': '{total, plural, =0 {没有车辆} other {{total, number} 辆车中 {ready, number} 辆可用}}'
  },

  'source-roads': { en: 'roads of the area', 'zh-CN': '本地道路数据' },
  'source-settings': { en: 'settings', 'zh-CN': '设置' },
  'source-setting': { en: 'setting of the rule pack', 'zh-CN': '规则包设置' },
  'source-closures': { en: 'closures in force', 'zh-CN': '生效的封路' },
  'source-stock': { en: 'stock records', 'zh-CN': '库存记录' },
  'source-vehicles': { en: 'vehicle records', 'zh-CN': '车辆记录' },
  'source-several': { en: 'several sources', 'zh-CN': '多个来源' },
  'input-times': { en: 'Travel times over the roads', 'zh-CN': '道路行车时间' },
  'input-travel-table': { en: 'Travel table (speeds)', 'zh-CN': '行车速度表' },
  'input-closures': { en: 'Roads closed or slowed', 'zh-CN': '封闭或减速道路' },
  'input-limit': { en: 'Limit', 'zh-CN': '时限' },
  'input-residents-of': {
    en: 'Residents, {villages, plural, one {# village} other {# villages}}',
    'zh-CN': '常住人口，{villages, number} 个村'
  },
  'input-villages-counted': { en: 'Villages counted', 'zh-CN': '计入的村' },
  'input-stock-records': { en: 'Stock records of these sites', 'zh-CN': '这些机构的库存记录' },
  'input-townships-total': { en: 'Townships', 'zh-CN': '乡镇' },
  'input-vehicles': { en: 'Vehicles on record', 'zh-CN': '登记车辆' },
  'input-shown-minutes': {
    en: 'Shown elsewhere in whole minutes, rounded up',
    'zh-CN': '其他页面显示为整分钟，向上取整'
  },
  'source-computed': { en: 'computed', 'zh-CN': '计算得出' },
  'input-residents': { en: 'Residents', 'zh-CN': '常住人口' },
  'input-walk': { en: 'Walk to the road', 'zh-CN': '步行到道路' },
  'input-over-land': { en: 'Walk over the land, by slope and cover', 'zh-CN': '越野步行（按坡度和地表）' },
  'input-road': { en: 'Road', 'zh-CN': '道路里程' },
  'input-site': { en: 'Site', 'zh-CN': '机构' },
  'input-villages-total': { en: 'All villages', 'zh-CN': '全部村' },
  'input-persons-total': { en: 'All persons', 'zh-CN': '全部人口' },
  'input-minutes-township': { en: 'To a township hospital or above', 'zh-CN': '到乡镇卫生院及以上' },
  'input-minutes-severe': { en: 'To a severe-case hospital', 'zh-CN': '到重症收治医院' },
  'input-usable': { en: 'On hand, not expired', 'zh-CN': '在库未过期' },
  'input-use': { en: 'Mean daily use', 'zh-CN': '日均用量' },
  'input-expiring': {
    en: 'Of it expiring within {days, plural, one {# day} other {# days}}, first on {day}',
    'zh-CN': '其中 {days, number} 天内到期（最早 {day}）'
  },
  'input-remote-stocked-by': { en: 'Remote stock in place by', 'zh-CN': '偏远地区备足日期' },
  'input-expired': { en: 'Expired', 'zh-CN': '已过期' },
  'input-served': { en: 'People served', 'zh-CN': '服务人口' },
  'input-demand': { en: 'People counted after uplifts', 'zh-CN': '加权后的计算人口' },
  'input-share': { en: 'Share', 'zh-CN': '占比' },
  'input-days': { en: 'Days', 'zh-CN': '天数' },
  'input-required-days': { en: 'Days required', 'zh-CN': '应备天数' },
  'input-shortfall-15': { en: 'Missing to the lower share', 'zh-CN': '距下限缺口' },
  'input-shortfall-20': { en: 'Missing to the upper share', 'zh-CN': '距上限缺口' },
  'input-uplift-dense': { en: 'Of them in dense villages', 'zh-CN': '其中人口密集村' },
  'input-uplift-returnees': { en: 'Of them returned home', 'zh-CN': '其中返乡人员' },
  'input-uplift-remote': { en: 'Of them in remote villages', 'zh-CN': '其中偏远村' },
  'input-uplift-high-risk': { en: 'Of them at high risk', 'zh-CN': '其中高风险人员' },
  'input-have': { en: 'Have', 'zh-CN': '现有' },
  'input-need': { en: 'Need', 'zh-CN': '应有' },
  'input-short': { en: 'Short by', 'zh-CN': '缺' },
  'input-late-sites': { en: 'Sites that have not reported', 'zh-CN': '未报告机构' },
  'input-report-due': { en: 'Report due for', 'zh-CN': '应报日期' },
  'input-reported': { en: 'Last report, ago', 'zh-CN': '距上次报告' },
  'input-counted': { en: 'Last count, ago', 'zh-CN': '距上次统计' },
  'input-posts-empty': { en: 'Posts that nobody holds', 'zh-CN': '空缺岗位' },
  'input-yellow': { en: 'Yellow labels', 'zh-CN': '黄色标识' },
  'input-red': { en: 'Red labels', 'zh-CN': '红色标识' },
  'input-contactsDone': { en: 'Contacts made', 'zh-CN': '已联系次数' },
  'input-vehicle': { en: '{callSign}', 'zh-CN': '{callSign}' },
  'input-met': { en: 'Meet it', 'zh-CN': '达标数' },
  'input-assessed': { en: 'Can be assessed', 'zh-CN': '可评估数' },
  'input-target': { en: 'Target', 'zh-CN': '目标' },

  'left-out-closed-sites': {
    en: '{count, plural, one {# closed site} other {# closed sites}}',
    'zh-CN': '{count, number} 家已关闭机构'
  },
  'left-out-unplaced-sites': {
    en: '{count, plural, one {# site} other {# sites}} without a position',
    'zh-CN': '{count, number} 家位置不明机构'
  },
  'left-out-no-way': {
    en: '{villages, plural, one {# village} other {# villages}} without a way, {persons, plural, one {# person} other {# people}}',
    'zh-CN': '{villages, number} 个村、{persons, number} 人无路可达'
  },
  'left-out-on-order': {
    en: '{doses, plural, one {# dose} other {# doses}} on order: only goods on hand count',
    'zh-CN': '在途订单 {doses, number} 剂：只计实物储备'
  },
  'left-out-expired': {
    en: '{doses, plural, one {# expired dose} other {# expired doses}}',
    'zh-CN': '过期 {doses, number} 剂'
  },
  'left-out-no-history': { en: 'No history of use: the days are not assessable', 'zh-CN': '无用量记录：天数无法评估' },
  'left-out-silent-members': {
    en: '{count, plural, one {# site} other {# sites}} without a stock record',
    'zh-CN': '{count, number} 家机构无库存记录'
  },
  'left-out-never-reported': { en: 'The site never reported', 'zh-CN': '该机构从未报告' },
  'left-out-unknown-figure': { en: 'Nobody entered this figure yet', 'zh-CN': '该项数据尚无人填报' },
  'left-out-risk-part-aged': { en: 'Aged 65 and over: not counted', 'zh-CN': '65岁及以上：无统计' },
  'left-out-risk-part-labels': { en: 'Red labels: not counted', 'zh-CN': '红色标识：无统计' },
  'left-out-risk-part-travel': { en: 'Travel: no open severe-case hospital', 'zh-CN': '行程：没有开放的重症收治医院' },
  'left-out-risk-part-stock': { en: 'Medicines: not assessable', 'zh-CN': '药品：无法评估' },
  'left-out-small-risk-part-aged': {
    en: 'Aged 65 and over: under 3, withheld',
    'zh-CN': '65岁及以上：不足 3 人，已隐去'
  },
  'explain-changed-setting': {
    en: 'The county set this number: {reason}',
    'zh-CN': '本县设置的数值：{reason}'
  },
  'explain-changed-document': { en: 'Changed by the county: {reason}', 'zh-CN': '本县改动：{reason}' },
  'left-out-report-no-rules': {
    en: 'The rule pack {version} of that day is no longer there: nothing is judged',
    'zh-CN': '当日规则包 {version} 已不存在，不作判断'
  },
  'left-out-report-no-site': { en: 'The site is no longer on record', 'zh-CN': '该机构已不在册' },
  'left-out-report-present-facts': {
    en: 'Residents, sites and roads of that day are not kept: today’s are taken',
    'zh-CN': '当日的人口、机构和道路未保存，按现在的计'
  },
  'left-out-small-risk-part-labels': { en: 'Red labels: withheld', 'zh-CN': '红色标识：已隐去' },
  'left-out-small-counts': {
    en: '{count, plural, one {# village} other {# villages}}: counts under 3 withheld',
    'zh-CN': '{count, number} 个村：不足 3 人的数已隐去'
  },
  'left-out-unknown-counts': {
    en: '{count, plural, one {# village} other {# villages}}: labels or contacts that nobody entered',
    'zh-CN': '{count, number} 个村：标识或联系人次无人填报'
  },
  'left-out-unknown-aged65': { en: 'Aged 65 and over: nobody entered it', 'zh-CN': '65岁及以上：无人填报' },
  'left-out-unknown-aged80': { en: 'Aged 80 and over: nobody entered it', 'zh-CN': '80岁及以上：无人填报' },
  'left-out-unknown-red': { en: 'Red labels: nobody entered them', 'zh-CN': '红色标识：无人填报' },
  'left-out-unknown-yellow': { en: 'Yellow labels: nobody entered them', 'zh-CN': '黄色标识：无人填报' },
  'left-out-unknown-green': { en: 'Green labels: nobody entered them', 'zh-CN': '绿色标识：无人填报' },
  'left-out-unknown-contactsDone': {
    en: 'Contacts of the week: nobody entered them',
    'zh-CN': '本周已联系人次：无人填报'
  },
  'left-out-no-labelled': {
    en: '{count, plural, one {# village} other {# villages}} without counted people who carry a label: no contact is due',
    'zh-CN': '{count, number} 个村没有已统计的标识人员，无需联系'
  },
  'left-out-not-assessable': { en: '{count, number} that cannot be assessed', 'zh-CN': '{count, number} 个无法评估' },
  'left-out-transfer-times': {
    en: 'Times of transfers: no source yet, so ready vehicles stand in',
    'zh-CN': '转运用时：暂无数据来源，以可用车辆代替'
  },
  'left-out-unknown-residents': {
    en: '{count, plural, one {# village} other {# villages}} whose residents are not known, counted as villages but with no people',
    'zh-CN': '{count, number} 个村人口未知，计入村数，不计人口'
  },
  'left-out-sites-unassessed': {
    en: '{count, plural, one {# open site} other {# open sites}} whose days cannot be assessed',
    'zh-CN': '{count, number} 家开放机构天数无法评估'
  },
  'left-out-vehicle-stale': {
    en: '{callSign}: last position older than {limit, number} minutes',
    'zh-CN': '{callSign}：定位超过 {limit, number} 分钟'
  },
  'left-out-vehicle-busy': { en: '{callSign}: not available', 'zh-CN': '{callSign}：不可用' },
  'left-out-vehicle-no-crew': { en: '{callSign}: no driver on duty', 'zh-CN': '{callSign}：无当班驾驶员' },
  'left-out-vehicle-slow': {
    en: '{callSign}: {minutes, number} minutes to ready, over {limit, number}',
    'zh-CN': '{callSign}：需 {minutes, number} 分钟准备，超过 {limit, number} 分钟'
  }
};
