import type { Messages } from '../locale';

/** Accepting a one-time code. */
export const invitation: Messages = {
  'invitation-title': { en: 'Enter your code', 'zh-CN': '输入邀请码' },
  'invitation-body': {
    en: 'It is good once: for a new account, or for a new password of yours.',
    'zh-CN': '邀请码只能使用一次，用于开通账号或重设密码。'
  },
  'invitation-code': { en: 'Code', 'zh-CN': '邀请码' },
  'invitation-next': { en: 'Go on', 'zh-CN': '下一步' },
  'invitation-checking': { en: 'Looking at the code…', 'zh-CN': '正在核对邀请码…' },
  'invitation-welcome': { en: 'Your account', 'zh-CN': '您的账号' },
  'invitation-welcome-name': { en: '{name}, your account', 'zh-CN': '{name}，您的账号' },
  'invitation-again': { en: 'New password for {username}', 'zh-CN': '为 {username} 设置新密码' },
  'invitation-all-areas': { en: 'all areas', 'zh-CN': '全部区域' },
  'invitation-county': { en: 'whole county', 'zh-CN': '全县' },
  'invitation-role': { en: '{role}, {unit}, {area}', 'zh-CN': '{role}，{area}，{unit}' },
  'invitation-name': { en: 'Your name', 'zh-CN': '您的姓名' },
  'invitation-username': { en: 'User name', 'zh-CN': '用户名' },
  'invitation-username-rule': {
    en: 'Small letters a–z, digits, dot, hyphen, underscore; at least 2. You sign in with it.',
    'zh-CN': '小写字母、数字、点、连字符或下划线，至少 2 个字符；登录时使用。'
  },
  'invitation-submit': { en: 'Make the account and sign in', 'zh-CN': '开通账号并登录' },
  'invitation-submit-again': { en: 'Save and sign in', 'zh-CN': '保存并登录' },
  'invitation-busy': { en: 'One moment…', 'zh-CN': '请稍候…' },
  'invitation-other-code': { en: 'Another code', 'zh-CN': '换一个邀请码' },
  'invitation-back': { en: 'Sign in with an account', 'zh-CN': '用账号登录' },
  'trouble-code-unknown': {
    en: 'This code is not right. Compare it letter by letter.',
    'zh-CN': '邀请码不正确，请逐字核对。'
  },
  'trouble-code-used': {
    en: 'This code has been used already. Sign in with the account it made, or ask for a new code.',
    'zh-CN': '该邀请码已使用过。请用已开通的账号登录，或索取新的邀请码。'
  },
  'trouble-code-withdrawn': {
    en: 'This code was withdrawn. Ask your administrator for a new one.',
    'zh-CN': '该邀请码已被撤回，请向管理员索取新的邀请码。'
  },
  'trouble-code-expired': {
    en: 'This code has expired. Ask your administrator for a new one.',
    'zh-CN': '该邀请码已过期，请向管理员索取新的邀请码。'
  },
  'trouble-username-form': {
    en: 'The user name takes small letters a–z, digits, dots, hyphens and underscores, 2 to 60, a letter or digit first.',
    'zh-CN': '用户名须为 2 至 60 个小写字母、数字、点、连字符或下划线，且以字母或数字开头。'
  },
  'trouble-username-taken': {
    en: 'This user name is taken. Choose another; your code is still good.',
    'zh-CN': '该用户名已被使用，请换一个；邀请码仍然有效。'
  },
  'trouble-unknown-unit': {
    en: 'This unit is not in the area any more.',
    'zh-CN': '该区域中已没有这个单位。'
  }
};
