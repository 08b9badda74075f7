import type { Messages } from '../locale';

/** Administration of accounts. */
export const accounts: Messages = {
  'accounts-title': { en: 'Accounts', 'zh-CN': '账号' },
  'accounts-count': {
    en: '{count, plural, =0 {nobody yet} one {# person} other {# people}}',
    'zh-CN': '{count, plural, =0 {暂无人员} other {# 人}}'
  },
  'accounts-name': { en: 'Name', 'zh-CN': '姓名' },
  'accounts-username': { en: 'User name', 'zh-CN': '用户名' },
  'accounts-role': { en: 'Role', 'zh-CN': '角色' },
  'accounts-unit': { en: 'Unit', 'zh-CN': '单位' },
  'accounts-area': { en: 'Area', 'zh-CN': '区域' },
  'accounts-signed-in': { en: 'Last sign-in', 'zh-CN': '上次登录' },
  'accounts-never': { en: 'never', 'zh-CN': '从未' },
  'accounts-state': { en: 'State', 'zh-CN': '状态' },
  'accounts-unit-county': { en: 'Whole county', 'zh-CN': '全县' },
  'accounts-all-areas': { en: 'All areas', 'zh-CN': '全部区域' },
  'accounts-state-active': { en: 'Active', 'zh-CN': '启用' },
  'accounts-state-disabled': { en: 'Disabled', 'zh-CN': '已停用' },
  'accounts-state-must-change': { en: 'Must change password', 'zh-CN': '须修改密码' },
  'accounts-state-demo': { en: 'Demo', 'zh-CN': '演示' },
  'accounts-loading': { en: 'Reading the accounts', 'zh-CN': '正在读取账号' },
  'accounts-failed': { en: 'The accounts could not be read', 'zh-CN': '无法读取账号' },
  'accounts-invite': { en: 'Invite', 'zh-CN': '邀请' },
  'accounts-invite-title': { en: 'Invite somebody', 'zh-CN': '邀请人员' },
  'accounts-name-hint': { en: 'Name, and where it helps the post', 'zh-CN': '姓名，必要时注明职务' },
  'accounts-make-code': { en: 'Make the code', 'zh-CN': '生成邀请码' },
  'accounts-code-title': { en: 'Code for {name}', 'zh-CN': '{name} 的邀请码' },
  'accounts-code-nameless': { en: 'One-time code', 'zh-CN': '一次性邀请码' },
  'accounts-code-once': {
    en: 'Shown this once. Good for one use until {date}. Tell it in person or by telephone, or send the link.',
    'zh-CN': '仅显示这一次，{date} 前可使用一次。请当面或电话告知，或发送链接。'
  },
  'accounts-code-local': {
    en: 'The link works on this computer alone: open Greenlane at the address other devices use to get a link for them.',
    'zh-CN': '该链接仅在本机有效；要给其他设备使用，请用其他设备可访问的地址打开绿通。'
  },
  'accounts-copy-code': { en: 'Copy the code', 'zh-CN': '复制邀请码' },
  'accounts-copy-link': { en: 'Copy the link', 'zh-CN': '复制链接' },
  'accounts-qr': { en: 'Picture of the link for a phone', 'zh-CN': '供手机扫描的链接二维码' },
  'accounts-open': { en: 'Open invitations', 'zh-CN': '待接受的邀请' },
  'accounts-open-until': { en: '{role}, {unit}, until {date}', 'zh-CN': '{role}，{unit}，{date} 前有效' },
  'accounts-open-account': { en: 'new code for {username}', 'zh-CN': '{username} 的新邀请码' },
  'accounts-open-nameless': { en: 'without a name', 'zh-CN': '未填姓名' },
  'accounts-withdraw': { en: 'Withdraw', 'zh-CN': '撤回' },
  'accounts-withdraw-of': { en: 'Withdraw the invitation of {name}', 'zh-CN': '撤回{name}的邀请' },
  'accounts-save': { en: 'Save', 'zh-CN': '保存' },
  'accounts-disable': { en: 'Disable', 'zh-CN': '停用' },
  'accounts-enable': { en: 'Enable', 'zh-CN': '启用' },
  'accounts-new-code': { en: 'New code', 'zh-CN': '新邀请码' },
  'accounts-acts-at-once': {
    en: 'Acts at once: what the account has signed in ends.',
    'zh-CN': '立即生效：该账号已登录的设备将退出。'
  },
  'accounts-new-code-hint': {
    en: 'For a forgotten password: its holder chooses a new one with the code; role and unit stay.',
    'zh-CN': '用于忘记密码：本人凭新邀请码重设密码，角色和单位不变。'
  },
  'accounts-own': {
    en: 'This is your own account. Another administrator changes its role and unit.',
    'zh-CN': '这是您自己的账号，角色和单位须由其他管理员修改。'
  },
  'accounts-of-demo': {
    en: 'This account belongs to the demonstration and cannot be changed.',
    'zh-CN': '该账号属于演示，不能修改。'
  },
  'trouble-foreign-area': { en: 'This belongs to an area that is not yours.', 'zh-CN': '该项不属于您管理的区域。' },
  'trouble-unknown-area': { en: 'The server does not know this area.', 'zh-CN': '服务器上没有该区域。' },
  'trouble-unknown-account': { en: 'This account is gone.', 'zh-CN': '该账号已不存在。' },
  'trouble-own-account': {
    en: 'Nobody resets the own account. Ask another administrator.',
    'zh-CN': '不能重设自己的账号，请联系其他管理员。'
  },
  'trouble-account-disabled': {
    en: 'This account is disabled. Enable it first.',
    'zh-CN': '该账号已停用，请先启用。'
  },
  'trouble-demo-account': { en: 'Demo accounts have no password.', 'zh-CN': '演示账号没有密码。' }
};
