import type { Messages } from '../locale';

/** The shell of administration: what its tabs are called and what it says where there is nothing yet. */
export const admin: Messages = {
  'admin-tabs': { en: 'Administration', 'zh-CN': '管理' },
  'admin-tab-accounts': { en: 'Accounts', 'zh-CN': '账号' },
  'admin-tab-areas': { en: 'Areas', 'zh-CN': '区域' },
  'admin-tab-organisation': { en: 'Organisation', 'zh-CN': '机构与值班' },
  'admin-tab-rules': { en: 'Rules', 'zh-CN': '规则' },
  'admin-tab-import': { en: 'Import', 'zh-CN': '导入' },
  'admin-tab-log': { en: 'Log', 'zh-CN': '日志' },
  'admin-tab-keeping': { en: 'Safekeeping', 'zh-CN': '数据安全' },
  'admin-loading': { en: 'Opening {tab}', 'zh-CN': '正在打开{tab}' },
  'admin-not-yours-title': { en: 'Not open to your role', 'zh-CN': '您的角色无权使用此页' },
  'admin-not-yours-body': {
    en: 'Ask the administrator of your county if you need it.',
    'zh-CN': '如有需要，请联系本县管理员。'
  },
  'admin-failed-title': { en: 'This page could not be opened', 'zh-CN': '无法打开此页' },
  'admin-failed-body': {
    en: 'Its program part did not arrive. Check the line to the server.',
    'zh-CN': '程序文件未能下载，请检查与服务器的连接。'
  }
};
