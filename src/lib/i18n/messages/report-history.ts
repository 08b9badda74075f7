import type { Messages } from '../locale';

/** Past reports of a site, and one of them judged by the rules of its day. */
export const reportHistory: Messages = {
  'history-title': { en: 'Past reports', 'zh-CN': '历史报告' },
  'history-of': { en: 'Past reports, {site}', 'zh-CN': '{site}历史报告' },
  'history-loading': { en: 'Fetching the reports', 'zh-CN': '正在读取报告' },
  'history-failed': { en: 'The reports could not be fetched', 'zh-CN': '无法读取报告' },
  'history-none': { en: 'No report yet', 'zh-CN': '尚无报告' },
  'history-none-body': {
    en: 'Once the site reports, every day stands here.',
    'zh-CN': '该机构报告后，每日记录将列于此处。'
  },
  'history-day': { en: 'Day', 'zh-CN': '日期' },
  'history-sent': { en: 'Came in', 'zh-CN': '收到' },
  'history-by': { en: 'By', 'zh-CN': '填报人' },
  'history-kind': { en: 'Report', 'zh-CN': '内容' },
  'history-no-change': { en: 'no change', 'zh-CN': '无变化' },
  'history-full': { en: 'in full', 'zh-CN': '完整填报' },
  'history-times': { en: 'sent {count, number} times', 'zh-CN': '共报 {count, number} 次' },
  'history-late': { en: 'late', 'zh-CN': '迟报' },
  'history-in-time': { en: 'in time', 'zh-CN': '按时' },
  'history-unknown-due': { en: 'not known', 'zh-CN': '无法判断' },
  'history-gap': {
    en: '{count, plural, one {# day without a report} other {# days without a report}}',
    'zh-CN': '{count, number} 天未报'
  },
  'history-more': { en: 'Older reports', 'zh-CN': '更早的报告' },
  'history-open': { en: 'Report of {date}', 'zh-CN': '{date} 报告' },
  'history-back': { en: 'All reports', 'zh-CN': '全部报告' },
  'history-rules': {
    en: 'Judged by the rules of its day: {name}, version {version}',
    'zh-CN': '按当日规则评判：{name}，版本 {version}'
  },
  'history-rules-other': {
    en: 'Version {version} is in force today; it does not change this report.',
    'zh-CN': '现行版本为 {version}，不影响本报告的评判。'
  },
  'history-due': { en: 'Came in {time}; the cut-off was {due}', 'zh-CN': '{time} 收到；截止时间 {due}' },
  'history-came': { en: 'Came in {time}', 'zh-CN': '{time} 收到' },
  'history-judging': { en: 'Working it out…', 'zh-CN': '正在评判…' },
  'history-judged-failed': { en: 'It could not be judged: {detail}', 'zh-CN': '无法评判：{detail}' },
  'history-medicines': { en: 'Medicines by the rules of the day', 'zh-CN': '药品（按当日规则）' },
  'history-needs-days': { en: 'Needs', 'zh-CN': '要求' },
  'history-rule': { en: 'Rule', 'zh-CN': '规则' },
  'history-equipment': { en: 'Equipment by the rules of the day', 'zh-CN': '设备（按当日规则）' },
  'history-contacts': { en: 'Contacts of the week by the rules of the day', 'zh-CN': '每周联系（按当日规则）' },
  'history-have-need': { en: '{have} of {need}', 'zh-CN': '{have}/{need}' },
  'history-stated': { en: 'What it stated', 'zh-CN': '报告内容' },
  'history-confirmed': { en: 'What it confirmed', 'zh-CN': '确认的内容' },
  'history-stated-none': { en: 'Nothing of this kind.', 'zh-CN': '无此类内容。' },
  'history-lots': {
    en: '{doses} on hand{lots, plural, =0 {} one {, # lot} other {, # lots}}',
    'zh-CN': '现有 {doses}{lots, plural, =0 {} other {，# 批}}'
  },
  'history-used': { en: '{doses} used that day', 'zh-CN': '当日用 {doses}' },
  'history-ordered': { en: '{doses} on order', 'zh-CN': '在途 {doses}' },
  'history-mean': { en: 'mean {doses} a day', 'zh-CN': '日均 {doses}' },
  'history-withheld': { en: 'withheld', 'zh-CN': '不显示' },
  'history-withheld-note': {
    en: 'Counts of one or two persons, and what would tell them, are withheld from your role.',
    'zh-CN': '1–2 人的计数及可由此推知的内容，对您的角色不显示。'
  },
  'history-ready': { en: 'ready within {minutes} min', 'zh-CN': '{minutes} 分钟内可出车' },
  'history-not-ready': { en: 'out of service', 'zh-CN': '停用' },
  'history-yes': { en: 'yes', 'zh-CN': '是' },
  'history-no': { en: 'no', 'zh-CN': '否' },
  'history-empty': { en: 'empty', 'zh-CN': '空' },
  'history-people': { en: 'People counted', 'zh-CN': '人员计数' },
  'history-vehicles': { en: 'Vehicles', 'zh-CN': '车辆' },
  'history-site': { en: 'Site', 'zh-CN': '机构' }
};
