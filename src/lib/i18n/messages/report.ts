import type { Messages } from '../locale';

/** The daily report of a site: form, what is odd or missing, what became of it, who has reported. */
export const report: Messages = {
  'report-title': { en: 'Daily report', 'zh-CN': '每日上报' },
  'report-due': { en: 'due by {time}', 'zh-CN': '{time} 截止' },
  'report-opening': { en: 'Opening the report', 'zh-CN': '正在打开上报' },
  'report-pick-title': { en: 'Which site do you report for?', 'zh-CN': '请选择上报机构' },
  'report-pick-body': { en: 'It is remembered on this device.', 'zh-CN': '本机会记住您的选择。' },
  'report-pick-search': { en: 'Find a site', 'zh-CN': '查找机构' },
  'report-pick-other': { en: 'Another site', 'zh-CN': '更换机构' },
  'report-no-site-title': { en: 'No site to report for', 'zh-CN': '没有可上报的机构' },
  'report-no-site-body': {
    en: 'Your account’s unit has no site in this area. Ask an administrator to set your unit.',
    'zh-CN': '您的账号所属单位在本区域没有机构，请管理员设置所属单位。'
  },
  'report-filled': { en: '{done} of {all}', 'zh-CN': '已填 {done} / {all}' },
  'report-as-before': { en: 'as last time', 'zh-CN': '沿用上次' },
  'report-section-site': { en: 'Site', 'zh-CN': '机构' },
  'report-section-medicines': { en: 'Medicines', 'zh-CN': '药品库存' },
  'report-section-people': { en: 'People', 'zh-CN': '人员' },
  'report-section-vaccination': { en: 'Vaccination', 'zh-CN': '疫苗接种' },
  'report-section-fever': { en: 'Fever clinic', 'zh-CN': '发热门诊' },
  'report-section-beds': { en: 'Beds', 'zh-CN': '床位' },
  'report-section-equipment': { en: 'Equipment', 'zh-CN': '设备' },
  'report-section-staff': { en: 'Staff', 'zh-CN': '人力' },
  'report-section-vehicles': { en: 'Vehicles', 'zh-CN': '车辆' },
  'report-seldom': { en: 'Seldom changes', 'zh-CN': '不常变的项' },
  'report-field-open': { en: 'Open', 'zh-CN': '正常开放' },
  'report-field-open24h': { en: 'Open 24 hours', 'zh-CN': '24 小时开放' },
  'report-field-openingHours': { en: 'Opening hours', 'zh-CN': '开放时间' },
  'report-field-telephone': { en: 'Telephone', 'zh-CN': '电话' },
  'report-field-feverOpen': { en: 'Fever clinic open', 'zh-CN': '发热门诊开放' },
  'report-field-feverHours': { en: 'Fever clinic hours', 'zh-CN': '发热门诊时间' },
  'report-field-bedsTotal': { en: 'Beds', 'zh-CN': '床位总数' },
  'report-field-bedsFree': { en: 'Free beds', 'zh-CN': '空床' },
  'report-field-oxygenBeds': { en: 'Beds with oxygen', 'zh-CN': '供氧床位' },
  'report-field-icuBeds': { en: 'ICU beds', 'zh-CN': 'ICU 床位' },
  'report-field-convertibleIcuBeds': { en: 'Beds convertible to ICU', 'zh-CN': '可转 ICU 床位' },
  'report-field-convertHours': { en: 'Hours to convert', 'zh-CN': '转换所需小时' },
  'report-field-oximeters': { en: 'Oximeters', 'zh-CN': '指夹式血氧仪' },
  'report-field-drUnits': { en: 'DR units', 'zh-CN': 'DR 设备' },
  'report-field-staffNow': { en: 'Staff on duty', 'zh-CN': '在岗人员' },
  'report-count-returnees': { en: 'Returned home', 'zh-CN': '返乡人员' },
  'report-count-red': { en: 'Red label', 'zh-CN': '红色标识' },
  'report-count-yellow': { en: 'Yellow label', 'zh-CN': '黄色标识' },
  'report-count-green': { en: 'Green label', 'zh-CN': '绿色标识' },
  'report-count-contactsDone': { en: 'Contacts done this week', 'zh-CN': '本周已联系人次' },
  'report-count-vaccinated60': { en: 'Vaccinated, 60–79', 'zh-CN': '60–79 岁已接种' },
  'report-count-vaccinated80': { en: 'Vaccinated, 80 and over', 'zh-CN': '80岁及以上已接种' },
  'report-count-aged65': { en: 'Aged 65 and over', 'zh-CN': '65岁及以上' },
  'report-count-aged80': { en: 'Aged 80 and over', 'zh-CN': '80岁及以上' },
  'report-count-target60': { en: 'To vaccinate, 60–79', 'zh-CN': '60–79 岁应接种' },
  'report-count-target80': { en: 'To vaccinate, 80 and over', 'zh-CN': '80岁及以上应接种' },
  'report-last': { en: 'last {value}', 'zh-CN': '上次 {value}' },
  'report-never': { en: 'never stated', 'zh-CN': '从未填报' },
  'report-yes': { en: 'Yes', 'zh-CN': '是' },
  'report-no': { en: 'No', 'zh-CN': '否' },
  'report-stock': { en: 'In stock', 'zh-CN': '现存' },
  'report-used': { en: 'Used today', 'zh-CN': '今日用量' },
  'report-used-as-stock': { en: 'from the stock', 'zh-CN': '按库存推算' },
  'report-item-stock': { en: '{medicine}: stock', 'zh-CN': '{medicine}现存' },
  'report-item-used': { en: '{medicine}: used today', 'zh-CN': '{medicine}今日用量' },
  'report-item-count': { en: '{village}: {field}', 'zh-CN': '{village}：{field}' },
  'report-rest-unused': { en: 'The rest: none used', 'zh-CN': '其余今日未用' },
  'report-lots': {
    en: '{count, plural, =0 {No lots} one {# lot} other {# lots}} · on order {order}',
    'zh-CN': '{count} 批 · 在途 {order}'
  },
  'report-lot': { en: 'Lot', 'zh-CN': '批号' },
  'report-lot-doses': { en: 'Doses', 'zh-CN': '数量' },
  'report-lot-expires': { en: 'Use by', 'zh-CN': '有效期至' },
  'report-lot-add': { en: 'Add a lot', 'zh-CN': '添加批次' },
  'report-lot-remove': { en: 'Remove lot {lot}', 'zh-CN': '删除批次 {lot}' },
  'report-lot-date-wanted': { en: 'State the date of every lot.', 'zh-CN': '请填写每批的有效期。' },
  'report-on-order': { en: 'On order', 'zh-CN': '在途' },
  'report-soon': { en: '{count} expire by {date}', 'zh-CN': '其中临期 {count}，{date} 到期' },
  'report-days': { en: '{days} days of stock', 'zh-CN': '可用 {days} 天' },
  'report-days-short': { en: '{days} days, short of {count}', 'zh-CN': '可用 {days} 天，缺 {count}' },
  'report-days-unknown': { en: 'Not assessable: no use reported', 'zh-CN': '无法评估：无用量记录' },
  'report-vehicle-ready': { en: 'Ready', 'zh-CN': '可出车' },
  'report-vehicle-not': { en: 'Not ready', 'zh-CN': '不可出车' },
  'report-vehicle-why': { en: 'Why', 'zh-CN': '原因' },
  'report-vehicle-minutes': { en: 'Minutes to ready', 'zh-CN': '备车分钟数' },
  'report-vehicle-busy': { en: 'On a mission: kept by dispatch', 'zh-CN': '出车中，由调度维护' },
  'odd-risen': {
    en: '{after, number}, up from {before, number}. Is that right?',
    'zh-CN': '由 {before, number} 升至 {after, number}，是否属实？'
  },
  'odd-fallen': {
    en: '{after, number}, down from {before, number}. Is that right?',
    'zh-CN': '由 {before, number} 降至 {after, number}，是否属实？'
  },
  'odd-zero': {
    en: 'Fell from {before, number} to {after, number}. Is that right?',
    'zh-CN': '由 {before, number} 降为 {after, number}，是否属实？'
  },
  'odd-expired': {
    en: 'Lot {lot} expired on {expiresOn}, {doses, number} left.',
    'zh-CN': '批次 {lot} 已于 {expiresOn} 过期，尚余 {doses, number}。'
  },
  'odd-used-more': {
    en: 'Used {after, number}, but there were only {before, number}. Is that right?',
    'zh-CN': '用量 {after, number} 多于原存 {before, number}，是否属实？'
  },
  'odd-more-than-residents': {
    en: '{after, number}, but the village has {residents, number} residents. Is that right?',
    'zh-CN': '{after, number} 多于该村人口 {residents, number}，是否属实？'
  },
  'report-odd-right': { en: 'Yes, it is so', 'zh-CN': '属实' },
  'report-odd-back': { en: 'Back to {value}', 'zh-CN': '恢复 {value}' },
  'report-no-change': { en: 'No change today', 'zh-CN': '今日无变化' },
  'report-no-change-ask': {
    en: 'Confirms every figure as it stands; nothing counts as used.',
    'zh-CN': '确认所有数字与上次一致，不计用量。'
  },
  'report-no-change-send': { en: 'Confirm and send', 'zh-CN': '确认并上报' },
  'report-send': { en: 'Send report', 'zh-CN': '上报' },
  'report-missing': { en: '{count, plural, one {# missing} other {# missing}}', 'zh-CN': '还缺 {count} 项' },
  'report-missing-title': { en: 'Still missing', 'zh-CN': '还缺' },
  'report-complete': { en: 'Nothing missing', 'zh-CN': '已填齐' },
  'report-send-anyway': { en: 'Send without these', 'zh-CN': '缺项照常上报' },
  'report-odd-first': {
    en: '{count, plural, one {# figure to confirm first} other {# figures to confirm first}}',
    'zh-CN': '先核对 {count} 项'
  },
  'report-sent': { en: 'Reported at {time}', 'zh-CN': '{time} 已上报' },
  'report-sent-again': {
    en: 'You may report again; the last report of the day counts.',
    'zh-CN': '可再次上报，以当日最后一次为准。'
  },
  'report-last-at': { en: 'Last report {time}', 'zh-CN': '上次上报 {time}' },
  'report-not-yet': { en: 'Not reported today', 'zh-CN': '今日未上报' },
  'report-waiting': {
    en: '{count, plural, one {# report} other {# reports}} on this device since {time}; sent when there is a line.',
    'zh-CN': '{time} 起 {count} 条存在本机，联网后自动上传。'
  },
  'report-refused': { en: 'The report of {time} was not accepted', 'zh-CN': '{time} 的上报未被接受' },
  'report-refused-foreign_unit': {
    en: 'The site belongs to another unit. Pick your own, or ask an administrator to change your unit.',
    'zh-CN': '该机构属于其他单位。请改选本单位机构，或请管理员更改您的所属单位。'
  },
  'report-refused-unknown_facility': {
    en: 'The site is no longer in this area. Pick another.',
    'zh-CN': '本区域已没有该机构，请改选。'
  },
  'report-refused-report_fault': {
    en: 'Correct the item named and send again.',
    'zh-CN': '请更正所指项目后再次上报。'
  },
  'report-refused-other': {
    en: 'Try again; if it stays so, ask an administrator.',
    'zh-CN': '请再试一次；仍不行请联系管理员。'
  },
  'report-refused-again': { en: 'Correct and send again', 'zh-CN': '更正后再次上报' },
  'report-refused-drop': { en: 'Discard', 'zh-CN': '丢弃' },
  'report-correcting': {
    en: 'You are putting it right below, as the report of {date}. It stays here until that is sent.',
    'zh-CN': '正在下方更正，仍作为 {date} 的上报；发出前原件保留。'
  },
  'report-correct-leave': { en: 'To the report of today', 'zh-CN': '返回今日上报' },
  'report-draft-old': {
    en: 'What was filled in on {date} was never sent and is not part of the report of today.',
    'zh-CN': '{date} 填写的内容未曾上报，不计入今日上报。'
  },
  'report-passed-superseded': {
    en: 'A later report of this site stands; this one is kept and changed nothing.',
    'zh-CN': '本机构已有更晚的上报；此条仅存档，未改动数据。'
  },
  'report-passed-on-a-mission': {
    en: '{item} is on a mission: dispatch keeps its state, the report left it alone.',
    'zh-CN': '{item}出车中，状态由调度维护，上报未作改动。'
  },
  'report-passed-changed-since': {
    en: '{item}: changed by others after this report was made, so that stands. If it is wrong, report it again.',
    'zh-CN': '{item}：此条上报填写之后已由他人更新，保留较新数据。如有不符，请重新上报。'
  },
  'report-not-kept': {
    en: 'This browser keeps nothing (a private window?), so the report was not sent. Open an ordinary window.',
    'zh-CN': '此浏览器无法保存数据（无痕窗口？），上报未发出。请改用普通窗口。'
  },
  'report-list-title': { en: 'Reports of today', 'zh-CN': '今日上报情况' },
  'report-list-count': {
    en: '{done, number} of {all, number} sites have reported',
    'zh-CN': '{all, number} 个机构中 {done, number} 个已上报'
  },
  'report-list-site': { en: 'Site', 'zh-CN': '机构' },
  'report-list-at': { en: 'Last report', 'zh-CN': '上次上报' },
  'report-list-state': { en: 'State', 'zh-CN': '状态' },
  'report-list-done': { en: 'reported today', 'zh-CN': '今日已报' },
  'report-list-waiting': { en: 'not yet', 'zh-CN': '未报' },
  'report-list-late': { en: 'late', 'zh-CN': '逾期' },
  'report-list-never': { en: 'never reported', 'zh-CN': '从未上报' },
  'report-list-call': { en: 'Call {site}', 'zh-CN': '拨打 {site}' }
};
