import type { Messages } from '../locale';

/** Lists, tables and exports of Review. */
export const review: Messages = {
  'review-label': { en: 'Review', 'zh-CN': '核查' },
  'review-view': { en: 'What is listed', 'zh-CN': '列表内容' },
  'review-view-gaps': { en: 'Gaps', 'zh-CN': '短板' },
  'review-view-coverage': { en: 'Coverage', 'zh-CN': '覆盖' },
  'review-view-villages': { en: 'Villages', 'zh-CN': '村庄' },
  'review-view-refusals': { en: 'Refusals', 'zh-CN': '拒收' },
  'review-headline-refusals': {
    en: '{total, plural, =0 {No receiving hospital has refused a case.} one {# case was refused by a receiving hospital; there should be none.} other {# cases were refused by {hospitals, plural, one {# receiving hospital} other {# receiving hospitals}}; there should be none.}}',
    'zh-CN':
      '{total, plural, =0 {没有接收医院拒收。} other {{hospitals, number} 家接收医院拒收 {total, number} 次；应为零。}}'
  },
  'review-refusals': { en: 'Refusals of receiving hospitals', 'zh-CN': '接收医院拒收记录' },
  'review-refusals-loading': { en: 'Fetching the refusals', 'zh-CN': '正在读取拒收记录' },
  'review-refusals-failed': { en: 'The refusals could not be read', 'zh-CN': '未能读取拒收记录' },
  'review-refusals-none': {
    en: 'No refusal stands in the log here. Each is listed as soon as a hospital refuses a case.',
    'zh-CN': '日志中没有拒收记录。医院一旦拒收即列于此。'
  },
  'review-refusals-more': {
    en: 'The last {count, number} are listed; earlier ones stand in the log.',
    'zh-CN': '仅列最近 {count, number} 次；更早的见日志。'
  },
  'review-refusal-at': { en: 'When', 'zh-CN': '时间' },
  'review-refusal-hospital': { en: 'Refused by', 'zh-CN': '拒收医院' },
  'review-refusal-reason': { en: 'Reason', 'zh-CN': '原因' },
  'review-refusal-by': { en: 'Who', 'zh-CN': '操作人' },
  'review-refusal-case': { en: 'Case', 'zh-CN': '病例' },
  'review-refusal-origin': { en: 'Referred by', 'zh-CN': '转出单位' },
  'review-refusal-from': { en: 'from {name}', 'zh-CN': '转自{name}' },
  'review-refusal-county': { en: 'the county', 'zh-CN': '县级' },
  'review-town': { en: 'Township', 'zh-CN': '乡镇' },
  'review-town-all': { en: 'All townships', 'zh-CN': '全部乡镇' },
  'review-all-area': { en: 'Whole area', 'zh-CN': '全区域' },
  'review-headline': {
    en: '<f>{total, plural, =0 {No gaps} one {# gap} other {# gaps}}</f>{total, plural, =0 {} other { in {places, plural, one {# place} other {# places}}: {high, number} high, {medium, number} medium, {low, number} low}}.',
    'zh-CN':
      '<f>{total, plural, =0 {没有短板} other {{total, number} 处短板}}</f>{total, plural, =0 {} other {，涉及 {places, number} 个地方：高 {high, number}、中 {medium, number}、低 {low, number}}}。'
  },
  'review-headline-first': {
    en: 'Gravest: <f>{gap}</f>, {place}{persons, plural, =0 {} one {, # person} other {, # people}}.',
    'zh-CN': '最突出：{place}，<f>{gap}</f>{persons, plural, =0 {} other {，涉及 {persons, number} 人}}。'
  },
  'review-headline-coverage': {
    en: '<f>{persons, plural, one {# person} other {# people}}</f> in {villages, plural, one {# village} other {# villages}}, of {total, number}, are within {minutes, number} minutes of the {care}.',
    'zh-CN':
      '{total, number} 人中，{villages, number} 个村、<f>{persons, number} 人</f>在 {minutes, number} 分钟内可到{care}。'
  },
  'review-headline-no-site': { en: '{care}: {why}.', 'zh-CN': '{care}：{why}。' },
  'review-headline-uncovered': {
    en: '{beyond, plural, =0 {No one is} one {# person is} other {# people are}} over {minutes, number} minutes away, {none, plural, =0 {no one is} one {# person is} other {# people are}} without a way.',
    'zh-CN': '超过 {minutes, number} 分钟 {beyond, number} 人，无路可达 {none, number} 人。'
  },
  'review-settings': {
    en: '{vehicle} · {season} season · as of {time}',
    'zh-CN': '{vehicle} · {season} · 截至 {time}'
  },
  'review-sample': { en: 'sample data', 'zh-CN': '样例数据' },
  'review-groups': { en: 'Gaps by group', 'zh-CN': '短板分组' },
  'review-group-all': { en: 'All', 'zh-CN': '全部' },
  'review-group-medicines': { en: 'Medicines', 'zh-CN': '药品' },
  'review-group-equipment': { en: 'Equipment', 'zh-CN': '设备' },
  'review-group-access': { en: 'Access', 'zh-CN': '可达' },
  'review-group-vehicles': { en: 'Vehicles', 'zh-CN': '车辆' },
  'review-group-people': { en: 'Key people', 'zh-CN': '重点人群' },
  'review-group-organisation': { en: 'Duty', 'zh-CN': '岗位值班' },
  'review-group-reports': { en: 'Reports', 'zh-CN': '报告' },
  'review-fever': { en: 'Fever clinics by township', 'zh-CN': '各乡镇发热诊室' },
  'review-fever-should': { en: 'Should be', 'zh-CN': '应设' },
  'review-fever-set': { en: 'Set up', 'zh-CN': '已设' },
  'review-fever-open': { en: 'Open', 'zh-CN': '已开' },
  'review-fever-share': { en: '{part, number} · {percent}', 'zh-CN': '{part, number} · {percent}' },
  'review-fever-explain': { en: 'Explain {place}: {what}, {value}', 'zh-CN': '说明{place}{what}：{value}' },
  'review-severity-high': { en: 'High', 'zh-CN': '高' },
  'review-severity-medium': { en: 'Medium', 'zh-CN': '中' },
  'review-severity-low': { en: 'Low', 'zh-CN': '低' },
  'review-severity': { en: 'Severity', 'zh-CN': '严重程度' },
  'review-list': { en: 'Gaps, gravest first', 'zh-CN': '短板（由重到轻）' },
  'review-gap': { en: 'Gap', 'zh-CN': '短板' },
  'review-place': { en: 'Place', 'zh-CN': '地点' },
  'review-people': { en: 'People', 'zh-CN': '人口' },
  'review-have': { en: 'Have', 'zh-CN': '现有' },
  'review-need': { en: 'Need', 'zh-CN': '应有' },
  'review-short-by': { en: 'Short by', 'zh-CN': '缺额' },
  'review-rule': { en: 'Rule', 'zh-CN': '规则' },
  'review-none': {
    en: 'No gap in this group. Choose another, or all townships.',
    'zh-CN': '这一组没有短板。可换一组，或选全部乡镇。'
  },
  'review-explain-figure': { en: 'Explain {gap}, {place}: {value}', 'zh-CN': '说明{place}{gap}：{value}' },
  'review-yes': { en: 'yes', 'zh-CN': '有' },
  'review-no': { en: 'no', 'zh-CN': '无' },
  'review-report-by': { en: 'by {time}', 'zh-CN': '{time} 前' },
  'review-value-days': { en: '{value} d', 'zh-CN': '{value} 天' },
  'review-value-percent': { en: '{value}%', 'zh-CN': '{value}%' },
  'review-value-minutes': { en: '{value} min', 'zh-CN': '{value} 分' },
  'review-value-hours': { en: '{value} h', 'zh-CN': '{value} 小时' },
  'review-value-points': { en: '{value} points', 'zh-CN': '风险分 {value}' },
  'review-value-contacts': { en: '{value}', 'zh-CN': '{value} 次' },
  'review-value-persons': { en: '{value}', 'zh-CN': '{value} 人' },
  'review-value-beds': { en: '{value}', 'zh-CN': '{value} 张' },
  'review-value-vehicles': { en: '{value}', 'zh-CN': '{value} 辆' },
  'review-value-units': { en: '{value}', 'zh-CN': '{value} 台' },
  'review-value-count': { en: '{value}', 'zh-CN': '{value} 个' },
  'review-shown': {
    en: '{shown, plural, one {# row} other {# rows}}',
    'zh-CN': '共 {shown, number} 行'
  },
  'review-key-explain': { en: 'explain', 'zh-CN': '说明' },
  'review-key-map': { en: 'show on the map', 'zh-CN': '在地图上显示' },
  'review-print': { en: 'Print', 'zh-CN': '打印' },
  'review-map': { en: 'Map', 'zh-CN': '地图' },
  'review-list-back': { en: 'List', 'zh-CN': '列表' },
  'review-map-gaps': { en: 'Gaps on the map', 'zh-CN': '地图上的短板' },
  'review-low-listed': { en: 'Low, listed only', 'zh-CN': '低，仅列表' },
  'review-flag-gap-unreachable': { en: 'Unreachable', 'zh-CN': '无法到达' },
  'review-flag-gap-minutes': { en: 'Far', 'zh-CN': '偏远' },
  'review-flag-gap-vehicles-ready': { en: 'No vehicle', 'zh-CN': '无可用车' },
  'review-flag-gap-oximeters': { en: 'Oximeters', 'zh-CN': '血氧仪' },
  'review-flag-gap-icu-surge': { en: 'ICU beds', 'zh-CN': 'ICU床位' },
  'review-flag-gap-ambulance': { en: 'No ambulance', 'zh-CN': '无救护车' },
  'review-flag-gap-dr': { en: 'No X-ray', 'zh-CN': '无DR' },
  'review-flag-gap-risk': { en: 'High risk', 'zh-CN': '高风险' },
  'review-coverage-label': { en: 'Coverage by township', 'zh-CN': '各乡镇覆盖' },
  'review-township': { en: 'Township', 'zh-CN': '乡镇' },
  'review-within': { en: '≤ {minutes, number} min', 'zh-CN': '≤ {minutes, number} 分' },
  'review-beyond': { en: 'over {minutes, number} min', 'zh-CN': '> {minutes, number} 分' },
  'review-no-site': { en: 'No site', 'zh-CN': '无此级机构' },
  'review-no-way': { en: 'No way', 'zh-CN': '无路可达' },
  'review-sums': {
    en: 'Each limit counts everyone within it. Last limit + over + no way = all. Townships add up to the whole area.',
    'zh-CN': '各档为累计数。最后一档 + 超出 + 无路可达 = 合计；各乡镇相加等于全区域。'
  },
  'review-derived': {
    en: 'Townships are derived from the health centres’ catchments.',
    'zh-CN': '乡镇按卫生院服务范围推算。'
  },
  'review-villages-label': { en: 'Villages, farthest first', 'zh-CN': '村庄（由远到近）' },
  'review-headline-villages': {
    en: '<f>{villages, plural, one {# village} other {# villages}}</f>, <f>{persons, plural, one {# person} other {# people}}</f>, {villages, plural, one {is} other {are}} over {minutes, number} minutes from the {care} or without a way.',
    'zh-CN':
      '<f>{villages, number} 个村</f>、<f>{persons, number} 人</f>到{care}超过 {minutes, number} 分钟或无路可达。'
  },
  'review-only-far': { en: 'Only over {minutes, number} min', 'zh-CN': '只看 {minutes, number} 分以上' },
  'review-village': { en: 'Village', 'zh-CN': '村庄' },
  'review-minutes': { en: 'Minutes', 'zh-CN': '分钟' },
  'review-nearest': { en: 'Nearest', 'zh-CN': '最近机构' },
  'review-no-villages': { en: 'No village is that far.', 'zh-CN': '没有这么远的村庄。' }
};
