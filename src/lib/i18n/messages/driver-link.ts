import type { Messages } from '../locale';

/** The link of a vehicle, on its card at the desk. */
export const driverLink: Messages = {
  'driver-link': { en: 'Driver’s phone', 'zh-CN': '驾驶员手机' },
  'driver-link-none': {
    en: 'No link. With one the driver sees the order of this vehicle, takes its steps and shares the position.',
    'zh-CN': '尚无链接。打开链接后，驾驶员可查看本车任务、报告各步骤并共享位置。'
  },
  'driver-link-hours': { en: 'Ends after', 'zh-CN': '有效期' },
  'driver-link-hours-value': { en: '{hours, number} h', 'zh-CN': '{hours, number} 小时' },
  'driver-link-make': { en: 'Make a link', 'zh-CN': '生成链接' },
  'driver-link-again': { en: 'Make a new link', 'zh-CN': '重新生成' },
  'driver-link-again-note': { en: 'The link given out before ends with it.', 'zh-CN': '原链接随即失效。' },
  'driver-link-once': {
    en: 'Shown this once: let the driver point the camera at it, or send it now.',
    'zh-CN': '仅显示这一次：请驾驶员扫码，或立即发送。'
  },
  'driver-link-picture': { en: 'Picture of the link of {callSign}', 'zh-CN': '{callSign} 链接二维码' },
  'driver-link-copy': { en: 'Copy', 'zh-CN': '复制' },
  'driver-link-call': { en: 'Crew', 'zh-CN': '车组' },
  'driver-link-no-call': { en: 'No telephone of the crew is on record.', 'zh-CN': '未登记车组电话。' },
  'driver-link-ends': { en: 'Ends {time}, made by {by}', 'zh-CN': '{time} 到期，{by}生成' },
  'driver-link-seen': { en: 'last opened {age}', 'zh-CN': '最近使用 {age}' },
  'driver-link-unseen': { en: 'not opened yet', 'zh-CN': '尚未打开' },
  'driver-link-rest': { en: 'The crew rests until {time}', 'zh-CN': '车组休息至 {time}' },
  'driver-link-withdraw': { en: 'Withdraw', 'zh-CN': '收回链接' },
  'driver-link-asking': { en: 'Asking for the link', 'zh-CN': '正在读取链接' },
  'driver-link-insecure': {
    en: 'This address is not encrypted: phones share no position here. The server’s --tls cures that.',
    'zh-CN': '此地址未加密，手机不能在此定位。请以 --tls 方式启动服务器。'
  }
};
