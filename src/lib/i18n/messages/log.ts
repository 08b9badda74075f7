import type { Messages } from '../locale';

/** Administration, Log: every act of operations and every reading of who a patient is. Acts of cases: topic operations. */
export const log: Messages = {
  'log-title': { en: 'Log of operations', 'zh-CN': '操作日志' },
  'log-what': {
    en: 'Every referral, vehicle and request for goods, and every reading of who a patient is: who, when, what. Nobody can change it; the administrator’s page Safekeeping tells how that is proven.',
    'zh-CN':
      '记录每次转诊、派车、调拨及查阅患者身份：何人、何时、何事。任何人不能修改；验证方法见管理员的“数据安全”页。'
  },
  'log-subject': { en: 'About', 'zh-CN': '对象' },
  'log-all': { en: 'everything', 'zh-CN': '全部' },
  'log-text': { en: 'Name, case or act holds', 'zh-CN': '姓名、病例或操作包含' },
  'log-day': { en: 'Day', 'zh-CN': '日期' },
  'log-show': { en: 'Show', 'zh-CN': '查询' },
  'log-loading': { en: 'Reading the log', 'zh-CN': '正在读取日志' },
  'log-failed': { en: 'The log could not be read', 'zh-CN': '未能读取日志' },
  'log-empty': { en: 'Nothing has happened yet', 'zh-CN': '尚无记录' },
  'log-empty-next': {
    en: 'The first case, vehicle sent or request for goods will stand here.',
    'zh-CN': '首个病例、派车或调拨申请将记录在此。'
  },
  'log-none-found': { en: 'No line fits', 'zh-CN': '没有符合条件的记录' },
  'log-none-next': {
    en: 'Take a wider day, another word, or everything.',
    'zh-CN': '请放宽日期、换个关键词或选择全部。'
  },
  'log-older': { en: 'Older lines', 'zh-CN': '更早的记录' },
  'log-whole': { en: 'This is all there is.', 'zh-CN': '已显示全部。' },
  'log-by': {
    en: '{name} ({role, select, planner {planner} dispatcher {dispatcher} official {official} reporter {reporter} admin {administrator} driver {phone of a vehicle} other {server}})',
    'zh-CN':
      '{name}（{role, select, planner {规划员} dispatcher {调度员} official {领导} reporter {上报员} admin {管理员} driver {车辆手机} other {服务器}}）'
  },
  'log-server': { en: 'the server', 'zh-CN': '服务器' },
  'log-changes': {
    en: '{count, plural, one {# field} other {# fields}} as stored',
    'zh-CN': '{count, number} 个字段（存储值）'
  },
  'log-field': { en: 'Field', 'zh-CN': '字段' },
  'log-before': { en: 'Before', 'zh-CN': '之前' },
  'log-after': { en: 'After', 'zh-CN': '之后' },
  'log-hash': { en: 'Hash in the chain', 'zh-CN': '链中哈希' },
  'log-number': { en: 'Number', 'zh-CN': '序号' },
  'log-at': { en: 'Time (UTC)', 'zh-CN': '时间（UTC）' },
  'log-who': { en: 'Who', 'zh-CN': '何人' },
  'log-role': { en: 'Role', 'zh-CN': '角色' },
  'log-act': { en: 'Act', 'zh-CN': '操作' },
  'log-key': { en: 'Key', 'zh-CN': '编号' },
  'log-changed': { en: 'Fields as stored', 'zh-CN': '字段（存储值）' },
  'log-subject-of': { en: '{kind} {name}', 'zh-CN': '{kind} {name}' },
  'log-subject-referrals': { en: 'case', 'zh-CN': '病例' },
  'log-subject-assignments': { en: 'vehicle order', 'zh-CN': '派车单' },
  'log-subject-allocations': { en: 'request for goods', 'zh-CN': '调拨申请' },
  'log-subject-vehicles': { en: 'vehicle', 'zh-CN': '车辆' },
  'log-subject-driver_links': { en: 'link of vehicle', 'zh-CN': '车辆链接' },
  'log-subject-facilities': { en: 'beds of', 'zh-CN': '床位' },
  'log-subject-stock': { en: 'stock', 'zh-CN': '库存' },
  'log-subject-case_personal': { en: 'patient of', 'zh-CN': '患者身份' },
  'log-did-submit': { en: 'asked for', 'zh-CN': '提交申请' },
  'log-did-approve': { en: 'approved', 'zh-CN': '批准' },
  'log-did-pick': { en: 'picked', 'zh-CN': '备货' },
  'log-did-ship': { en: 'shipped', 'zh-CN': '发出' },
  'log-did-receive': { en: 'received', 'zh-CN': '收到' },
  'log-did-order': { en: 'on order', 'zh-CN': '在途' },
  'log-did-issue': { en: 'issued', 'zh-CN': '出库' },
  'log-did-put-back': { en: 'put back', 'zh-CN': '退回库存' },
  'log-did-hold-bed': { en: 'bed kept', 'zh-CN': '留床' },
  'log-did-release-bed': { en: 'bed given back', 'zh-CN': '释放床位' },
  'log-did-occupy-bed': { en: 'bed taken', 'zh-CN': '占用床位' },
  'log-did-out-of-service': { en: 'out of service', 'zh-CN': '停用' },
  'log-did-rest': { en: 'rest', 'zh-CN': '休息' },
  'log-did-back-on-duty': { en: 'back on duty', 'zh-CN': '恢复待命' },
  'log-did-open-link': { en: 'link given out', 'zh-CN': '生成链接' },
  'log-did-replace-link': { en: 'link replaced', 'zh-CN': '更换链接' },
  'log-did-withdraw-link': { en: 'link withdrawn', 'zh-CN': '收回链接' },
  'log-did-retarget': { en: 'follows to the other hospital', 'zh-CN': '随改送医院' },
  'log-did-promote': { en: 'holds the shared vehicle now', 'zh-CN': '改为主单' },
  'log-did-move-unit': { en: 'moved with its site or village', 'zh-CN': '随机构或村调整归属' },
  'log-did-purge': { en: 'patient forgotten', 'zh-CN': '清除患者身份' },
  'log-did-other': { en: '{verb}', 'zh-CN': '{verb}' }
};
