import type { Messages } from '../locale';

/** Village cards and the public list of fever clinics. Comes with the page that prints them. */
export const cards: Messages = {
  'publish-tab-cards': { en: 'Village cards', 'zh-CN': '村级就医指引卡' },
  'publish-tab-fever': { en: 'Fever clinics', 'zh-CN': '发热门诊公布' },
  'cards-all-villages': { en: 'All townships', 'zh-CN': '全部乡镇' },
  'cards-count': {
    en: '{count, plural, one {# village} other {All # villages}}',
    'zh-CN': '全部 {count, number} 个村'
  },
  'cards-size': { en: 'Size of a card', 'zh-CN': '卡片尺寸' },
  'cards-size-a6': { en: 'A6', 'zh-CN': 'A6' },
  'cards-size-a5': { en: 'A5', 'zh-CN': 'A5' },
  'cards-paper': { en: 'Paper', 'zh-CN': '纸张' },
  'cards-paper-own': { en: 'one a page', 'zh-CN': '每页一张' },
  'cards-paper-a4': { en: '{count} on A4', 'zh-CN': 'A4 拼 {count} 张' },
  'cards-languages': { en: 'Languages', 'zh-CN': '语言' },
  'cards-languages-one': { en: 'one language', 'zh-CN': '单语' },
  'cards-languages-both': { en: 'both languages', 'zh-CN': '双语' },
  'cards-print': { en: 'Print {count}', 'zh-CN': '打印 {count} 张' },
  'cards-loading': { en: 'Finding the nearest fever clinics', 'zh-CN': '正在查找最近的发热门诊' },
  'cards-failed': { en: 'The cards could not be made', 'zh-CN': '村级就医指引卡未能生成' },
  'cards-facts-only': {
    en: 'Cards and lists show the facts as all desks know them, without the planned changes of this screen.',
    'zh-CN': '村级就医指引卡与公布名单只按各席位共用的现状数据，不含本屏的规划改动。'
  },
  'cards-missing': { en: 'Not known yet', 'zh-CN': '尚缺信息' },
  'cards-missing-none': { en: 'Nothing is missing on these cards.', 'zh-CN': '这些卡片信息齐全。' },
  'cards-missing-note': {
    en: 'On paper each stands as a dotted line, to be filled in by hand.',
    'zh-CN': '纸上以虚线留空，可手写补填。'
  },
  'cards-missing-on': { en: '{count} cards', 'zh-CN': '涉及 {count} 张' },
  'cards-enter': { en: 'Enter', 'zh-CN': '填写' },
  'cards-fact-telephone': { en: 'Telephone', 'zh-CN': '电话' },
  'cards-fact-hours': { en: 'Opening hours', 'zh-CN': '开放时间' },
  'cards-fact-address': { en: 'Address of the fever clinic', 'zh-CN': '发热门诊地址' },
  'cards-fact-fever-hours': { en: 'Fever clinic hours', 'zh-CN': '发热门诊时间' },
  'cards-fact-position': { en: 'Position of the village', 'zh-CN': '村庄位置' },
  'cards-fact-contact': { en: 'Local contact', 'zh-CN': '当地联系电话' },
  'cards-fact-emergency': { en: 'Emergency number', 'zh-CN': '急救电话' },
  'cards-fact-hotline': { en: 'Hotline', 'zh-CN': '热线电话' },
  'cards-fact-fever-clinic': { en: 'Public fever clinic', 'zh-CN': '已公布的发热门诊' },
  'cards-where-report': { en: 'Enter it in Report, at {site}', 'zh-CN': '在“上报”中由{site}填写' },
  'cards-where-position': { en: 'Place the village in Plan', 'zh-CN': '在“规划”中标出该村' },
  'cards-where-contact': { en: 'Enter it in Administration, Organisation', 'zh-CN': '在“管理 · 机构与值班”中填写' },
  'cards-where-emergency': { en: 'Enter it in Administration, Rules', 'zh-CN': '在“管理 · 规则”中填写' },
  'cards-where-hotline': { en: 'Enter it in Administration, Rules', 'zh-CN': '在“管理 · 规则”中填写' },
  'cards-where-fever-clinic': { en: 'See the list of fever clinics', 'zh-CN': '见发热门诊公布名单' },
  'card-emergency': { en: 'Emergency', 'zh-CN': '急救电话' },
  'card-hotline': { en: 'Hotline', 'zh-CN': '服务热线' },
  'card-role-clinic': { en: 'Nearest care', 'zh-CN': '就近诊疗' },
  'card-role-hospital': { en: 'Township hospital', 'zh-CN': '乡镇卫生院' },
  'card-role-severe': { en: 'Hospital for severe cases', 'zh-CN': '重症收治医院' },
  'card-role-fever': { en: 'Fever clinic', 'zh-CN': '发热门诊' },
  'card-no-fever': { en: 'none made public yet', 'zh-CN': '尚无已公布的发热门诊' },
  'card-hours': { en: 'Open', 'zh-CN': '开放' },
  'card-fever-hours': { en: 'Fever clinic', 'zh-CN': '发热门诊' },
  'card-address': { en: 'At', 'zh-CN': '地址' },
  'card-all-day': { en: '24 hours', 'zh-CN': '24 小时' },
  'card-contact': { en: 'Local contact', 'zh-CN': '当地联系电话' },
  'card-contact-grid': { en: 'Grid team', 'zh-CN': '网格员' },
  'card-contact-responsible': { en: 'Township office on duty', 'zh-CN': '乡镇责任人' },
  'card-contact-township-hospital': { en: 'Township hospital, liaison', 'zh-CN': '乡镇卫生院联络' },
  'card-sample': { en: 'Sample data, not to be posted', 'zh-CN': '样例数据，不得张贴' },
  'card-foot': {
    en: 'Minutes by {vehicle}, {season} season, roads as known on {date}.',
    'zh-CN': '分钟数按{vehicle}、{season}、{date}道路情况计算。'
  },
  'card-foot-estimated': {
    en: 'Minutes are estimated from straight lines ({date}); half of such ways take as long as stated.',
    'zh-CN': '分钟数由直线距离估算（{date}），约半数路程落在所示区间内。'
  },
  'card-sources': { en: 'Sources:', 'zh-CN': '来源：' },
  'notice-form': { en: 'What people are told of {site}', 'zh-CN': '{site}公布信息' },
  'notice-address': { en: 'Address', 'zh-CN': '地址' },
  'notice-telephone': { en: 'Telephone', 'zh-CN': '电话' },
  'notice-openingHours': { en: 'Opening hours', 'zh-CN': '开放时间' },
  'notice-feverHours': { en: 'Fever clinic hours', 'zh-CN': '发热门诊时间' },
  'notice-published': { en: 'Fever clinic is made public', 'zh-CN': '发热门诊已对外公布' },
  'notice-real': { en: 'Saved at once for all desks.', 'zh-CN': '立即对各席位生效。' },
  'notice-save': { en: 'Save', 'zh-CN': '保存' },
  'fever-lead': {
    en: '{listed, plural, =0 {No fever clinic is} one {# fever clinic is} other {# fever clinics are}} on the public list; {should, plural, one {# site} other {# sites}} should have one.',
    'zh-CN': '公布名单上有 {listed, number} 家发热门诊；应设 {should, number} 家。'
  },
  'fever-coverage': {
    en: '{set, number} of {should, number} that should be are set up ({setPercent}), {open, number} of these are open ({openPercent}).',
    'zh-CN':
      '应设 {should, number} 家，已设 {set, number} 家（{setPercent}），其中已开 {open, number} 家（{openPercent}）。'
  },
  'fever-listed': { en: 'On the public list', 'zh-CN': '列入公布名单' },
  'fever-kept': { en: 'Not on the list', 'zh-CN': '未列入名单' },
  'fever-kept-note': {
    en: 'For the office alone: these are in none of the files.',
    'zh-CN': '仅供内部掌握，不写入任何公布文件。'
  },
  'fever-state': { en: 'State', 'zh-CN': '状态' },
  'fever-complete': { en: 'complete', 'zh-CN': '信息齐全' },
  'fever-lack-not-set': { en: 'should be set up, is not', 'zh-CN': '应设未设' },
  'fever-lack-not-published': { en: 'not made public', 'zh-CN': '未对外公布' },
  'fever-lack-not-open': { en: 'should be open, is not', 'zh-CN': '应开未开' },
  'fever-lack-site-closed': { en: 'the site is closed', 'zh-CN': '机构已关闭' },
  'fever-lack-no-address': { en: 'no address', 'zh-CN': '缺地址' },
  'fever-lack-no-telephone': { en: 'no telephone', 'zh-CN': '缺电话' },
  'fever-lack-no-hours': { en: 'no hours', 'zh-CN': '缺时间' },
  'fever-none-title': { en: 'No fever clinic on record', 'zh-CN': '没有发热门诊记录' },
  'fever-none-body': {
    en: 'A site that should have one is marked so when sites are imported.',
    'zh-CN': '导入机构表时可标明应设发热门诊的机构。'
  },
  'fever-save-page': { en: 'Page to post (HTML)', 'zh-CN': '公布网页 (HTML)' },
  'fever-save-geojson': { en: 'For maps (GeoJSON)', 'zh-CN': '地图用 (GeoJSON)' },
  'fever-page-title': { en: 'Fever clinics: {area}', 'zh-CN': '{area}发热门诊' },
  'fever-page-lead': {
    en: 'Call before you come.',
    'zh-CN': '就诊前请先电话联系。'
  },
  'fever-page-emergency': { en: 'In an emergency call {number}.', 'zh-CN': '紧急情况请拨打 {number}。' },
  'fever-page-hotline': { en: 'Questions: {number}.', 'zh-CN': '咨询请拨打 {number}。' },
  'fever-page-foot': { en: '{area}, as of {date}', 'zh-CN': '{area}，截至 {date}' },
  'export-table-fever': { en: 'fever clinics', 'zh-CN': '发热门诊' }
};
