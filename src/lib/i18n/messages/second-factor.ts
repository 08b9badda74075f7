import type { Messages } from '../locale';

/** The second factor of an account: at sign-in, in the user's menu, in the list of accounts. */
export const secondFactor: Messages = {
  'factor-title': { en: 'Sign in with two steps', 'zh-CN': '两步验证' },
  'factor-field': { en: 'Code of your authenticator', 'zh-CN': '身份验证器动态码' },
  'factor-field-hint': { en: 'Six digits, or one of your recovery codes.', 'zh-CN': '6 位数字，或一个备用码。' },
  'factor-off': {
    en: 'Beside the password, a code that an authenticator on your phone makes, without network. Useful where many people reach this machine.',
    'zh-CN': '除密码外，再输入手机身份验证器生成的动态码，无需联网。适合多人能接触到本系统的场合。'
  },
  'factor-password': { en: 'Your password', 'zh-CN': '您的密码' },
  'factor-begin': { en: 'Set up', 'zh-CN': '开始设置' },
  'factor-scan': {
    en: 'Read this picture with the authenticator, or type the secret. Then give the code it shows.',
    'zh-CN': '用身份验证器扫描此图，或手动输入密钥，然后填写它显示的动态码。'
  },
  'factor-qr': { en: 'Picture of the secret for an authenticator', 'zh-CN': '供身份验证器扫描的二维码' },
  'factor-secret': { en: 'Secret', 'zh-CN': '密钥' },
  'factor-confirm': { en: 'Switch on', 'zh-CN': '启用' },
  'factor-recovery': { en: 'Recovery codes', 'zh-CN': '备用码' },
  'factor-recovery-body': {
    en: 'Shown this once. Each opens the account once without the phone: print them, or write them down and lock them away.',
    'zh-CN': '仅显示这一次。手机不在身边时，每个码可登录一次：请打印或抄写后妥善保管。'
  },
  'factor-done': { en: 'I have kept them', 'zh-CN': '已保存' },
  'factor-on': {
    en: 'It is on: at each sign-in you are asked for a code. To switch it off, give one.',
    'zh-CN': '已启用：每次登录都需输入动态码。如要停用，请输入一个动态码。'
  },
  'factor-end': { en: 'Switch off', 'zh-CN': '停用两步验证' },
  'factor-busy': { en: 'One moment…', 'zh-CN': '请稍候…' },
  'factor-account-on': { en: 'Signs in with two steps.', 'zh-CN': '已启用两步验证。' },
  'factor-reset': { en: 'Take the second step away', 'zh-CN': '解除两步验证' },
  'factor-reset-hint': {
    en: 'For a lost phone without recovery codes. Make sure that it is really its holder who asks.',
    'zh-CN': '用于手机丢失且没有备用码的情况。请先确认确为本人提出。'
  },
  'trouble-wrong-code': {
    en: 'The code is not right, or was used already. Wait for the next one.',
    'zh-CN': '动态码不正确或已用过，请等下一个。'
  },
  'trouble-code-wanted': {
    en: 'The password is saved. Sign in with it and the code of your authenticator.',
    'zh-CN': '密码已保存。请用新密码和身份验证器动态码登录。'
  },
  'trouble-wrong-password': { en: 'The password is not right.', 'zh-CN': '密码不正确。' },
  'trouble-factor-stands': { en: 'It is on already.', 'zh-CN': '已经启用。' },
  'trouble-not-begun': { en: 'Begin anew: nothing waits for a code.', 'zh-CN': '请重新开始设置。' },
  'trouble-no-factor': { en: 'It is off already.', 'zh-CN': '已经停用。' }
};
