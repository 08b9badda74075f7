import type { Messages } from '../locale';

/** What went wrong, what is safe, and the next step. */
export const trouble: Messages = {
  'trouble-credentials': { en: 'Account or password is wrong.', 'zh-CN': '账号或密码不正确。' },
  'trouble-disabled': {
    en: 'This account is disabled. Ask the administrator.',
    'zh-CN': '该账号已停用，请联系管理员。'
  },
  'trouble-too-many': { en: 'Too many tries. Wait a minute and try again.', 'zh-CN': '尝试过多，请一分钟后再试。' },
  'trouble-too-many-tries': {
    en: 'Too many wrong passwords for this account. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
    'zh-CN': '该账号密码错误次数过多，请 {minutes, number} 分钟后再试。'
  },
  'trouble-network': {
    en: 'The server does not answer. Check that it runs and that this machine reaches it.',
    'zh-CN': '服务器没有回应。请检查它是否在运行、本机是否能连通。'
  },
  'trouble-not-allowed': { en: 'Your role may not do this.', 'zh-CN': '您的角色无权进行此操作。' },
  'trouble-conflict': {
    en: 'Someone else changed this first. Their values are shown; yours were not saved.',
    'zh-CN': '他人已先行修改。现显示对方的值，您的改动未保存。'
  },
  'trouble-in-use': {
    en: 'It was kept, for others still name it: {detail}',
    'zh-CN': '仍被其他记录引用，予以保留；请先修改或删除那些记录：{detail}'
  },
  'trouble-rejected': { en: 'The server refused it: {detail}', 'zh-CN': '服务器拒绝：{detail}' },
  'trouble-invalid-record': {
    en: 'A record of {collection} is unreadable ({detail}). The administrator should look at it.',
    'zh-CN': '{collection} 中有一条记录无法读取（{detail}），请管理员检查。'
  },
  'trouble-unknown': { en: 'Something failed: {detail}', 'zh-CN': '出错：{detail}' },
  'trouble-cancelled': { en: 'Loading was cancelled.', 'zh-CN': '已取消载入。' },
  'trouble-no-area': { en: 'The area “{area}” is not on this server.', 'zh-CN': '服务器上没有区域“{area}”。' },
  'trouble-pack': {
    en: 'The road data of {area} did not arrive whole. Nothing is lost; try again.',
    'zh-CN': '{area} 的道路数据未完整送达。没有数据丢失，请重试。'
  },
  'trouble-export-load': {
    en: 'What saves files did not load. Try again.',
    'zh-CN': '导出功能未能载入，请重试。'
  },
  'trouble-engine': {
    en: 'The calculation stopped, the figures shown are of before: {detail}',
    'zh-CN': '计算中断，所示数字为之前的结果：{detail}'
  },
  'trouble-not-open': { en: 'The area is not open yet.', 'zh-CN': '区域尚未打开。' },
  'trouble-scenario': {
    en: 'The scenario “{name}” is gone or unreadable; nothing was changed.',
    'zh-CN': '方案“{name}”已不存在或无法读取，没有任何改动。'
  },
  'trouble-offline-real': {
    en: 'Offline: a real change cannot be saved now. Plan it instead, or try again later.',
    'zh-CN': '离线：现在不能保存实际改动。请先作为规划，或稍后重试。'
  },
  'conflict-field': { en: 'Field', 'zh-CN': '字段' },
  'conflict-theirs': { en: 'Theirs', 'zh-CN': '对方' },
  'conflict-yours': { en: 'Yours', 'zh-CN': '您的' },
  'trouble-load-title': { en: 'The area could not be loaded', 'zh-CN': '未能载入区域' },
  'trouble-safe': { en: 'Nothing was changed.', 'zh-CN': '没有任何改动。' },
  'conflict-empty': { en: 'none', 'zh-CN': '无' },
  'conflict-field-status': { en: 'Status', 'zh-CN': '状态' },
  'conflict-field-outOfServiceReason': { en: 'Reason out of service', 'zh-CN': '停用原因' },
  'conflict-field-positionLon': { en: 'Longitude', 'zh-CN': '经度' },
  'conflict-field-positionLat': { en: 'Latitude', 'zh-CN': '纬度' },
  'conflict-field-positionAt': { en: 'Time of position', 'zh-CN': '定位时间' },
  'conflict-field-minutesToReady': { en: 'Minutes to ready', 'zh-CN': '出车分钟数' },
  'conflict-field-speedPercent': { en: 'Speed left', 'zh-CN': '剩余车速' },
  'conflict-field-reason': { en: 'Reason', 'zh-CN': '原因' },
  'travel-trouble-empty': { en: 'Type a number; 0 closes the class.', 'zh-CN': '请输入数字；0 表示不可通行。' },
  'travel-trouble-not-a-number': { en: '“{text}” is not a number.', 'zh-CN': '“{text}”不是数字。' },
  'travel-trouble-range': {
    en: 'From {least, number} to {most, number} is possible.',
    'zh-CN': '可填 {least, number} 到 {most, number}。'
  },
  'travel-trouble-ascending': {
    en: 'Grades must rise from row to row: more than {least, number} % must follow.',
    'zh-CN': '坡度须逐行增大：{least, number}% 之后应更大。'
  },
  'travel-trouble-entry': { en: '{field}: wanted {wanted}.', 'zh-CN': '{field}：应为 {wanted}。' }
};
