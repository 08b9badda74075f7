import type { Messages } from '../locale';

/** The page that a driver opens by the link of the vehicle. */
export const drive: Messages = {
  'drive-title': { en: 'Vehicle {callSign}', 'zh-CN': '车辆 {callSign}' },
  'drive-page': { en: 'Driver', 'zh-CN': '驾驶员' },
  'drive-case': { en: 'Case {id}', 'zh-CN': '任务 {id}' },
  'drive-loading': { en: 'Asking for the order', 'zh-CN': '正在读取任务' },
  'drive-live': { en: 'Live', 'zh-CN': '实时' },
  'drive-connecting': { en: 'Connecting', 'zh-CN': '连接中' },
  'drive-offline': { en: 'No line', 'zh-CN': '无信号' },
  'drive-offline-note': {
    en: 'No line since {time}. What you press is kept and sent once when the line is back.',
    'zh-CN': '{time} 起无信号。所按步骤已存本机，恢复后自动发送，只计一次。'
  },
  'drive-offline-data': { en: 'Shown as of {time}.', 'zh-CN': '所示为 {time} 的内容。' },
  'drive-waiting': {
    en: '{count, plural, one {# step waits} other {# steps wait}} to be sent',
    'zh-CN': '{count, number} 步待传'
  },

  'drive-gone-missing': { en: 'No link opened', 'zh-CN': '尚未打开链接' },
  'drive-gone-missing-next': {
    en: 'Open the link that dispatch gave you, or point the camera at its picture.',
    'zh-CN': '请打开调度发来的链接，或扫描调度屏上的二维码。'
  },
  'drive-gone-unknown': { en: 'This link is not right', 'zh-CN': '链接不正确' },
  'drive-gone-ended': { en: 'This link has ended', 'zh-CN': '链接已结束' },
  'drive-gone-expired': { en: 'This link has expired', 'zh-CN': '链接已到期' },
  'drive-gone-next': {
    en: 'Call dispatch and ask for a new link. Nothing is shown or sent by this one.',
    'zh-CN': '请致电调度索取新链接。此链接不再显示或发送任何内容。'
  },
  'drive-gone-unsent': {
    en: '{count, plural, one {# step} other {# steps}} could not be sent: tell dispatch by telephone.',
    'zh-CN': '有 {count, number} 步未能发出，请电话告知调度。'
  },

  'drive-none': { en: 'No order', 'zh-CN': '暂无任务' },
  'drive-none-next': {
    en: 'An order shows here by itself, with a sound. Keep this page open.',
    'zh-CN': '有任务时此页自动显示并提示音。请保持页面打开。'
  },
  'drive-ready': { en: 'Ready at {base}', 'zh-CN': '待命：{base}' },
  'drive-out': { en: 'Out of service: {reason}', 'zh-CN': '停用：{reason}' },
  'drive-resting': { en: 'Resting until {time}', 'zh-CN': '休息至 {time}' },
  'drive-rest-over': { en: 'The rest is over since {time}', 'zh-CN': '休息已于 {time} 结束' },
  'drive-expires': { en: 'Link ends {time}', 'zh-CN': '链接 {time} 到期' },
  'drive-called-off': { en: 'Case {id} was called off by dispatch', 'zh-CN': '调度已撤回任务 {id}' },
  'drive-seen': { en: 'Seen', 'zh-CN': '知道了' },

  'drive-fetch': { en: 'Fetch', 'zh-CN': '去接' },
  'drive-bring': { en: 'Bring', 'zh-CN': '送往' },
  'drive-at': { en: 'At', 'zh-CN': '现在' },
  'drive-home': { en: 'Back to', 'zh-CN': '返回' },
  'drive-lying': { en: 'lying', 'zh-CN': '卧位' },
  'drive-sitting': { en: 'sitting', 'zh-CN': '坐位' },
  'drive-near': { en: 'near {name}', 'zh-CN': '{name}附近' },
  'drive-point': { en: 'point on the map', 'zh-CN': '地图上的点' },
  'drive-then': { en: 'then {name}', 'zh-CN': '再送 {name}' },
  'drive-then-minutes': { en: 'then {name}, {minutes}', 'zh-CN': '再送 {name} {minutes}' },
  'drive-minutes': { en: 'min', 'zh-CN': '分' },
  'drive-arrives': { en: 'at {time}', 'zh-CN': '{time} 到' },
  'drive-late': { en: 'late since {time}', 'zh-CN': '应 {time} 到' },
  'drive-reckoned': { en: 'on the road, reckoned at dispatch', 'zh-CN': '路上用时，派车时测算' },
  'drive-straight': { en: '{distance} straight line', 'zh-CN': '直线 {distance}' },
  'drive-no-place': { en: 'no position on record', 'zh-CN': '没有坐标' },
  'drive-sketch': { en: 'Sketch of the way without roads', 'zh-CN': '路线示意，无道路' },
  'drive-sketch-note': { en: 'Sketch: straight lines', 'zh-CN': '示意：直线方向' },
  'drive-sketch-pick-up': { en: 'P', 'zh-CN': '接' },
  'drive-navigate': { en: 'Show the way', 'zh-CN': '导航' },
  'drive-navigate-to': { en: 'Open {name} in the map of this phone', 'zh-CN': '用手机地图打开{name}' },
  'drive-desk': { en: 'Dispatch', 'zh-CN': '调度台' },
  'drive-calls': { en: 'Telephones', 'zh-CN': '电话' },
  'drive-orders': { en: 'Patients on this trip', 'zh-CN': '同车患者' },
  'drive-order-nth': { en: 'Patient {nth, number}', 'zh-CN': '患者 {nth, number}' },

  'drive-do-depart': { en: 'Depart', 'zh-CN': '出车' },
  'drive-do-reach-scene': { en: 'At the patient', 'zh-CN': '到达现场' },
  'drive-do-leave-scene': { en: 'Patient aboard, leave', 'zh-CN': '接上患者，出发' },
  'drive-do-reach-hospital': { en: 'At the hospital', 'zh-CN': '到达医院' },
  'drive-do-hand-over': { en: 'Hand over', 'zh-CN': '签字交接' },
  'drive-do-return': { en: 'Drive back', 'zh-CN': '返程' },
  'drive-do-back-in-service': { en: 'Ready again', 'zh-CN': '恢复待命' },
  'drive-do-stand-down': { en: 'Give up the order', 'zh-CN': '撤出任务' },
  'drive-cannot-depart': { en: 'Cannot depart…', 'zh-CN': '不能出车…' },
  'drive-cannot-go-on': { en: 'Cannot go on…', 'zh-CN': '不能继续…' },
  'drive-do-duty': { en: 'Duty', 'zh-CN': '值勤状态' },
  'drive-reserved': { en: 'Reserved: wait for the notice to depart', 'zh-CN': '已预留：等待出车通知' },
  'drive-take-back-hint': { en: 'can be taken back for 10 s', 'zh-CN': '按错可在 10 秒内撤回' },
  'drive-held': { en: '{act}: goes in {seconds, number} s', 'zh-CN': '{act}：{seconds, number} 秒后发送' },
  'drive-take-back': { en: 'Take back', 'zh-CN': '撤回' },
  'drive-send-now': { en: 'Send now', 'zh-CN': '立即发送' },
  'drive-left': { en: 'left', 'zh-CN': '还剩' },
  'drive-over': { en: 'over by', 'zh-CN': '超过' },
  'drive-limit-turnout': { en: 'Depart within {minutes, number} min', 'zh-CN': '{minutes, number} 分钟内出车' },
  'drive-limit-travel': { en: 'Be there within {minutes, number} min', 'zh-CN': '{minutes, number} 分钟内到达' },
  'drive-limit-scene': { en: 'Leave within {minutes, number} min', 'zh-CN': '{minutes, number} 分钟内离开' },
  'drive-limit-transport': {
    en: 'At the hospital within {minutes, number} min',
    'zh-CN': '{minutes, number} 分钟内到院'
  },
  'drive-limit-hand-over': { en: 'Handed over within {minutes, number} min', 'zh-CN': '{minutes, number} 分钟内交接' },

  'drive-clocks': { en: 'Eight clocks', 'zh-CN': '八个时刻' },
  'drive-clock-eventNotifiedAt': { en: 'Called in', 'zh-CN': '事件通知' },
  'drive-clock-dispatchNotifiedAt': { en: 'Crew notified', 'zh-CN': '派车通知' },
  'drive-clock-enRouteAt': { en: 'Departed', 'zh-CN': '出车' },
  'drive-clock-atSceneAt': { en: 'At the patient', 'zh-CN': '到达现场' },
  'drive-clock-leftSceneAt': { en: 'Left with the patient', 'zh-CN': '离开现场' },
  'drive-clock-atDestinationAt': { en: 'At the hospital', 'zh-CN': '到达医院' },
  'drive-clock-handedOverAt': { en: 'Handed over', 'zh-CN': '患者交接' },
  'drive-clock-backInServiceAt': { en: 'Ready again', 'zh-CN': '恢复待命' },
  'drive-next': { en: 'Next: {act}', 'zh-CN': '下一步：{act}' },
  'drive-not-yet': { en: 'not yet', 'zh-CN': '未到' },

  'drive-place': { en: 'I am at…', 'zh-CN': '我在…' },
  'drive-place-title': { en: 'Where are you', 'zh-CN': '您在哪里' },
  'drive-place-hint': { en: 'Name of a village or site', 'zh-CN': '村或机构名称' },
  'drive-place-none': { en: 'No place of that name is near', 'zh-CN': '附近没有这个地名' },
  'drive-place-empty': {
    en: 'The nearest places come with the next line to the server.',
    'zh-CN': '恢复信号后会取得附近地点。'
  },
  'drive-place-base': { en: 'base {name}', 'zh-CN': '驻点 {name}' },
  'drive-place-said': { en: 'Noted: at {name}', 'zh-CN': '已记下：在{name}' },

  'drive-position': { en: 'Share my position', 'zh-CN': '共享我的位置' },
  'drive-position-on': { en: 'Shared while this page is open and the screen is on', 'zh-CN': '页面打开且亮屏时共享' },
  'drive-position-off': { en: 'Not shared', 'zh-CN': '未共享' },
  'drive-position-asking': { en: 'Waiting for the phone’s first fix', 'zh-CN': '正在等待手机定位' },
  'drive-position-insecure': {
    en: 'Not possible at this address: phones give positions over https alone. Use “I am at…”.',
    'zh-CN': '此地址不能定位：手机只对 https 地址开放。请用“我在…”。'
  },
  'drive-position-unsupported': {
    en: 'This phone gives no position. Use “I am at…”.',
    'zh-CN': '此手机不提供定位。请用“我在…”。'
  },
  'drive-position-denied': {
    en: 'Refused on this phone. Allow the position for this page in the browser’s settings, or use “I am at…”.',
    'zh-CN': '手机已拒绝定位。请在浏览器设置中允许，或用“我在…”。'
  },
  'drive-position-unavailable': {
    en: 'The phone finds no position now; it goes on trying. Or use “I am at…”.',
    'zh-CN': '手机暂时定不了位，正在重试；也可用“我在…”。'
  },
  'drive-position-refused': {
    en: 'The server did not take the position. Check the clock of this phone.',
    'zh-CN': '服务器未接受位置，请核对手机时间。'
  },
  'drive-fix-age': { en: 'last position {age}', 'zh-CN': '最近位置 {age}' },
  'drive-fix-none': { en: 'no position told yet', 'zh-CN': '尚未报告位置' },
  'drive-fix-waits': { en: 'waits for the line', 'zh-CN': '待传' },

  'drive-duty-out': { en: 'Out of service…', 'zh-CN': '停用…' },
  'drive-duty-rest': { en: 'Rest…', 'zh-CN': '休息…' },
  'drive-duty-back': { en: 'Back on duty', 'zh-CN': '恢复待命' },
  'drive-out-title': { en: 'Why can the vehicle not go', 'zh-CN': '为何不能出车' },
  'drive-rest-title': { en: 'How long do you rest', 'zh-CN': '休息多久' },
  'drive-rest-note': {
    en: 'Dispatch sees when the rest ends. You end it yourself.',
    'zh-CN': '调度会看到休息结束时间；由您自己恢复待命。'
  },
  'drive-rest-minutes': { en: '{minutes, number} min', 'zh-CN': '{minutes, number} 分钟' },
  'drive-rest-hours': { en: '{hours, plural, one {# hour} other {# hours}}', 'zh-CN': '{hours, number} 小时' },
  'drive-down-title': { en: 'Why can you not go on', 'zh-CN': '为何不能继续' },
  'drive-down-note': {
    en: 'Dispatch sends another vehicle; this one is out of service then.',
    'zh-CN': '调度将另派车辆；本车随即停用。'
  },
  'drive-sign-title': { en: 'Hand over', 'zh-CN': '签字交接' },
  'drive-sign-from': { en: 'Handed over by (name)', 'zh-CN': '交出人（姓名）' },
  'drive-sign-to': { en: 'Taken over by (name)', 'zh-CN': '接收人（姓名）' },
  'drive-sign-confirm': { en: 'Both have signed', 'zh-CN': '双方已签字' },
  'drive-back': { en: 'Back', 'zh-CN': '返回' },

  'drive-refused': { en: '{act}, {time}: not carried out. {why}', 'zh-CN': '{act}，{time}：未执行。{why}' },
  'drive-refused-wrong_state': {
    en: 'Dispatch has moved the order on meanwhile.',
    'zh-CN': '调度已先行更改任务状态。'
  },
  'drive-refused-overtaken': { en: 'Dispatch has set the vehicle since.', 'zh-CN': '调度已另行设置车辆状态。' },
  'drive-refused-on_assignment': { en: 'The vehicle is on an order.', 'zh-CN': '车辆正在执行任务。' },
  'drive-refused-trip_not_over': {
    en: 'Another patient is aboard: hand that one over first.',
    'zh-CN': '同车另有患者，请先完成其交接。'
  },
  'drive-refused-personal_in_text': {
    en: 'A text or signature names the patient. It stands in the open log: give it without that.',
    'zh-CN': '文字或签字中含患者身份信息，会进入公开日志，请改写后再发。'
  },
  'drive-refused-other': { en: 'The server refused it: {detail}', 'zh-CN': '服务器拒绝：{detail}' }
};
