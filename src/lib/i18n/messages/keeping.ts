import type { Messages } from '../locale';

/** Administration, Safekeeping: what a power cut, a lost disk or a changed log would do. */
export const keeping: Messages = {
  'keeping-title': { en: 'What is safe, and from what', 'zh-CN': '数据有多安全' },
  'keeping-loading': { en: 'Asking the server', 'zh-CN': '正在查询服务器' },
  'keeping-failed': { en: 'The server did not say', 'zh-CN': '未能查询服务器' },
  'keeping-power': { en: 'Power cut', 'zh-CN': '断电' },
  'keeping-power-safe': {
    en: 'Reports and acts of operations (referrals, vehicles sent, goods) are on the disk before they are acknowledged: none is lost. Tried just now.',
    'zh-CN': '上报和调度操作（转诊、派车、调拨）先写入磁盘再确认，断电不丢失。刚刚已实测。'
  },
  'keeping-power-unsafe': {
    en: 'The database would not promise it just now: the last acts before a power cut may be lost. Restart the server, then look again.',
    'zh-CN': '数据库此刻无法保证：断电前最后的操作可能丢失。请重启服务器后再查看。'
  },
  'keeping-power-rest': {
    en: 'Other edits (sites, villages, closures, rules, accounts) survive a crash of the program; of a power cut they may lose the last moments. After one, look through what was edited just before.',
    'zh-CN':
      '其他编辑（机构、村、封路、规则、账号）不怕程序崩溃；断电可能丢失最后片刻的改动，恢复后请核对断电前刚做的编辑。'
  },
  'keeping-backup': { en: 'Backup', 'zh-CN': '备份' },
  'keeping-backup-at': { en: 'Last taken {at}.', 'zh-CN': '最近一次：{at}。' },
  'keeping-backup-none': {
    en: 'None was taken yet: if this disk is lost, everything is.',
    'zh-CN': '尚未备份：磁盘一旦损坏，全部数据都会丢失。'
  },
  'keeping-backup-how': {
    en: 'On the server’s machine, also while it runs; nobody has to wait. Keep the file on another disk and prove it with restore --verify.',
    'zh-CN': '在服务器本机执行，运行中也可以，不影响使用。备份文件请存到另一块磁盘，并用 restore --verify 验证。'
  },
  'keeping-keys': { en: 'Patients’ names', 'zh-CN': '患者身份' },
  'keeping-keys-copied': {
    en: 'The keys to them have a copy on another disk (GREENLANE_KEY_COPY); who is forgotten goes out of it too.',
    'zh-CN': '密钥在另一磁盘有副本（GREENLANE_KEY_COPY）；患者信息销毁时副本同时销毁。'
  },
  'keeping-keys-single': {
    en: 'The keys to them are on this disk alone and in no backup: if it is lost, nobody can read the names again. Set GREENLANE_KEY_COPY to a folder on another disk.',
    'zh-CN':
      '密钥只在本磁盘、不在备份中：磁盘损坏后患者身份再也无法读取。请将 GREENLANE_KEY_COPY 设为另一磁盘上的文件夹。'
  },
  'keeping-log': { en: 'Log of operations', 'zh-CN': '调度日志' },
  'keeping-log-count': {
    en: '{events, plural, one {# event} other {# events}}, none is ever removed.',
    'zh-CN': '{events, number} 条，永不删除。'
  },
  'keeping-log-last': { en: 'The last of {at}.', 'zh-CN': '最后一条：{at}。' },
  'keeping-log-how': {
    en: 'Whether it is whole is told by this command:',
    'zh-CN': '用以下命令检验其完整性：'
  }
};
