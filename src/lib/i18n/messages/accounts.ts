import type { Messages } from '../locale';

/** Administration of accounts. */
export const accounts: Messages = {
  'accounts-table': { en: 'Accounts', 'zh-CN': '账号' },
  'accounts-name': { en: 'Name', 'zh-CN': '姓名' },
  'accounts-username': { en: 'User name', 'zh-CN': '用户名' },
  'accounts-role': { en: 'Role', 'zh-CN': '角色' },
  'accounts-unit': { en: 'Unit', 'zh-CN': '单位' },
  'accounts-state': { en: 'State', 'zh-CN': '状态' },
  'accounts-unit-county': { en: 'Whole county', 'zh-CN': '全县' },
  'accounts-state-active': { en: 'Active', 'zh-CN': '启用' },
  'accounts-state-disabled': { en: 'Disabled', 'zh-CN': '已停用' },
  'accounts-state-must-change': { en: 'First password', 'zh-CN': '初始密码未改' },
  'accounts-state-demo': { en: 'Demo', 'zh-CN': '演示' },
  'accounts-loading': { en: 'Reading the accounts', 'zh-CN': '正在读取账号' },
  'accounts-failed': { en: 'The accounts could not be read', 'zh-CN': '无法读取账号' }
};
