import type { Messages } from '../locale';

export const signIn: Messages = {
  'sign-in-title': { en: 'Sign in', 'zh-CN': '登录' },
  'sign-in-tagline': {
    en: 'Plan and run health emergency transport for a whole county, village by village.',
    'zh-CN': '为全县每一个村规划和调度卫生应急转运。'
  },
  'sign-in-account': { en: 'Account', 'zh-CN': '账号' },
  'sign-in-password': { en: 'Password', 'zh-CN': '密码' },
  'sign-in-submit': { en: 'Sign in', 'zh-CN': '登录' },
  'sign-in-busy': { en: 'Signing in…', 'zh-CN': '正在登录…' },
  'sign-in-where': {
    en: 'Accounts come by invitation: your administrator gives you a code. The first one is printed when the server starts.',
    'zh-CN': '账号凭邀请码开通，请向管理员索取；首位管理员的邀请码在服务器启动时显示。'
  },
  'insecure-title': {
    en: 'No offline start and no phone position here',
    'zh-CN': '此地址不能离线打开，也不能使用手机定位'
  },
  'insecure-body': {
    en: 'Browsers allow both only over an encrypted connection. Ask your administrator to start the server with --tls.',
    'zh-CN': '浏览器只对加密连接开放这两项功能。请管理员以 --tls 方式启动服务器。'
  },
  'sign-in-have-code': { en: 'I have a code', 'zh-CN': '我有邀请码' },
  'sign-in-ended': {
    en: 'Your sign-in has ended: an administrator changed or disabled this account, or its password was changed.',
    'zh-CN': '登录已失效：管理员已变更或停用该账号，或密码已更改。'
  },
  'sign-in-demo-title': { en: 'Choose a role', 'zh-CN': '选择角色' },
  'sign-in-demo-body': {
    en: 'Demonstration on this machine: real roads and people, sample stock and vehicles.',
    'zh-CN': '本机演示：道路和人口为真实数据，库存和车辆为样例。'
  },
  'sign-in-with-account': { en: 'Sign in with an account', 'zh-CN': '用账号登录' },
  'sign-in-role-planner': {
    en: 'Closes and slows roads on trial, moves sites and bases, saves scenarios',
    'zh-CN': '试算封路、减速，移动机构与驻点，保存方案'
  },
  'sign-in-role-dispatcher': {
    en: 'Finds the best vehicle and destination for a patient',
    'zh-CN': '为患者找出最合适的车辆与去处'
  },
  'sign-in-role-official': {
    en: 'Reviews gaps and asks every number how it was made',
    'zh-CN': '核查短板，追问每个数字的来历'
  },
  'sign-in-role-reporter': {
    en: 'Sees and keeps up the data of one township',
    'zh-CN': '查看并维护本乡镇的数据'
  },
  'sign-in-role-admin': { en: 'Keeps accounts, areas and rules', 'zh-CN': '管理账号、区域与规则' },
  'password-title': { en: 'Choose a new password', 'zh-CN': '设置新密码' },
  'password-body': {
    en: 'This account still has its first password. Choose your own before you go on.',
    'zh-CN': '该账号仍在使用初始密码，请先设置自己的密码。'
  },
  'password-old': { en: 'Present password', 'zh-CN': '当前密码' },
  'password-new': { en: 'New password', 'zh-CN': '新密码' },
  'password-again': { en: 'New password again', 'zh-CN': '再次输入新密码' },
  'password-rule': { en: 'At least {length} characters.', 'zh-CN': '至少 {length} 个字符。' },
  'password-submit': { en: 'Save and go on', 'zh-CN': '保存并继续' },
  'password-differ': { en: 'The two new passwords differ.', 'zh-CN': '两次输入的新密码不一致。' },
  'password-short': {
    en: 'The new password needs at least {length} characters.',
    'zh-CN': '新密码至少 {length} 个字符。'
  }
};
