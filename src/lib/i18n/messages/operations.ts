import type { Messages } from '../locale';

/** Cases on their way: queue, clocks, acts, hand-over, vehicles sent, commands that wait for a line. */
export const operations: Messages = {
  'ops-queue': { en: 'Referral queue', 'zh-CN': '转诊队列' },
  'ops-tab-queue': { en: 'Queue', 'zh-CN': '队列' },
  'ops-queue-order': {
    en: '{count, plural, one {# case} other {# cases}}, most urgent first',
    'zh-CN': '{count, number} 件，按紧急与等待排序'
  },
  'ops-new': { en: 'New case', 'zh-CN': '新病例' },
  'ops-left': { en: 'What the left column shows', 'zh-CN': '左栏内容' },
  'ops-group-waiting': { en: 'To be dealt with', 'zh-CN': '待处理' },
  'ops-group-under-way': { en: 'Under way', 'zh-CN': '进行中' },
  'ops-group-ended': { en: 'Ended within a day', 'zh-CN': '一日内结束' },
  'ops-empty': { en: 'No open case', 'zh-CN': '没有进行中的病例' },
  'ops-empty-next': {
    en: 'Press N, or click a place on the map, to take a new case down.',
    'zh-CN': '按 N 或在地图上点选地点，登记新病例。'
  },
  'ops-empty-reader': {
    en: 'Cases appear here as soon as dispatch takes them down.',
    'zh-CN': '调度登记后，病例会立即显示在此。'
  },
  'ops-unknown': {
    en: 'Cases are read from the server; without a line none can be shown.',
    'zh-CN': '病例需从服务器读取；离线时无法显示。'
  },
  'ops-loading': { en: 'Fetching the cases', 'zh-CN': '正在读取病例' },
  'ops-failed': {
    en: 'The cases could not be read: {why} They are asked for again every few seconds; what is shown may be old.',
    'zh-CN': '未能读取病例：{why}系统每隔几秒重试；所示内容可能已过时。'
  },
  'ops-kept': {
    en: 'Cases as of {time}, kept on this device',
    'zh-CN': '病例截至 {time}，为本机保存'
  },
  'ops-pending': { en: 'waits to be sent', 'zh-CN': '待传' },
  'ops-case': { en: 'Case {id}', 'zh-CN': '病例 {id}' },
  'ops-case-gone': { en: 'This case is no longer listed', 'zh-CN': '该病例已不在列表中' },
  'ops-case-gone-next': {
    en: 'It ended more than a day ago, or is not shown to you.',
    'zh-CN': '它已结束超过一天，或您无权查看。'
  },
  'ops-no-target': { en: 'unknown site', 'zh-CN': '未知机构' },
  'ops-green': { en: 'green channel', 'zh-CN': '绿色通道' },
  'ops-counter': { en: 'counter-referral home', 'zh-CN': '下转回乡' },
  'ops-state': { en: 'State', 'zh-CN': '状态' },
  'ops-since': { en: 'since {time}', 'zh-CN': '{time} 起' },
  'ops-bed-held': { en: 'bed kept', 'zh-CN': '已留床' },
  'ops-no-bed': { en: 'no bed kept', 'zh-CN': '未留床' },

  'ops-state-draft': { en: 'draft', 'zh-CN': '草稿' },
  'ops-state-requested': { en: 'requested, not yet accepted', 'zh-CN': '已申请，待接收' },
  'ops-state-accepted': { en: 'accepted, needs a vehicle', 'zh-CN': '已接受，待派车' },
  'ops-state-rejected': { en: 'refused', 'zh-CN': '已拒收' },
  'ops-state-vehicle-assigned': { en: 'vehicle sent', 'zh-CN': '已派车' },
  'ops-state-picked-up': { en: 'patient aboard', 'zh-CN': '患者已上车' },
  'ops-state-arrived': { en: 'at the hospital', 'zh-CN': '已到医院' },
  'ops-state-handed-over': { en: 'handed over', 'zh-CN': '已交接' },
  'ops-state-closed': { en: 'closed', 'zh-CN': '已结案' },
  'ops-state-redirected': { en: 'redirected, not yet accepted', 'zh-CN': '已改送，待接收' },
  'ops-state-cancelled': { en: 'cancelled', 'zh-CN': '已取消' },
  'ops-leg-reserved': { en: 'reserved', 'zh-CN': '已预留' },
  'ops-leg-dispatched': { en: 'crew notified', 'zh-CN': '已通知出车' },
  'ops-leg-en-route': { en: 'on the way to the patient', 'zh-CN': '赶赴现场' },
  'ops-leg-on-location': { en: 'at the scene', 'zh-CN': '到达现场' },
  'ops-leg-to-hospital': { en: 'on the way to the hospital', 'zh-CN': '送院途中' },
  'ops-leg-at-hospital': { en: 'at the hospital', 'zh-CN': '到达医院' },
  'ops-leg-returning': { en: 'returning', 'zh-CN': '返程' },
  'ops-leg-done': { en: 'back in service', 'zh-CN': '已恢复待命' },
  'ops-leg-cancelled': { en: 'stood down', 'zh-CN': '已撤回' },

  'ops-do-request': { en: 'Request', 'zh-CN': '申请接收' },
  'ops-do-accept': { en: 'Accept', 'zh-CN': '接收' },
  'ops-do-reject': { en: 'Refuse', 'zh-CN': '拒收' },
  'ops-do-assign': { en: 'Choose a vehicle', 'zh-CN': '选车派出' },
  'ops-do-redirect': { en: 'Other hospital', 'zh-CN': '改送医院' },
  'ops-do-cancel': { en: 'Cancel the case', 'zh-CN': '取消病例' },
  'ops-do-counter-refer': { en: 'Refer home', 'zh-CN': '下转回乡' },
  'ops-do-close': { en: 'Close', 'zh-CN': '结案' },
  'ops-do-dispatch': { en: 'Notify the crew', 'zh-CN': '通知出车' },
  'ops-do-depart': { en: 'Has departed', 'zh-CN': '已出车' },
  'ops-do-reach-scene': { en: 'At the scene', 'zh-CN': '到达现场' },
  'ops-do-leave-scene': { en: 'Patient aboard, left', 'zh-CN': '接上患者，离开现场' },
  'ops-do-reach-hospital': { en: 'At the hospital', 'zh-CN': '到达医院' },
  'ops-do-arrive': { en: 'Came by own means', 'zh-CN': '自行到院' },
  'ops-do-hand-over': { en: 'Hand over, signed', 'zh-CN': '签字交接' },
  'ops-do-return': { en: 'Returning', 'zh-CN': '返程' },
  'ops-do-back-in-service': { en: 'Back in service', 'zh-CN': '恢复待命' },
  'ops-do-stand-down': { en: 'Stand the vehicle down', 'zh-CN': '撤回车辆' },
  'ops-do-in-service': { en: 'In service', 'zh-CN': '恢复待命' },
  'ops-do-out-of-service': { en: 'Out of service', 'zh-CN': '停用' },
  'ops-do-at-place': { en: 'Where it is', 'zh-CN': '现在位置' },
  'ops-do-at-base': { en: 'At its base', 'zh-CN': '已回驻点' },
  'ops-do-patient': { en: 'Who the patient is', 'zh-CN': '患者身份' },
  'ops-do-print': { en: 'Print the case', 'zh-CN': '打印病例' },
  'ops-acts': { en: 'What can be done now', 'zh-CN': '现在可做' },
  'ops-none-allowed': {
    en: 'Nothing of this is for your role to do: {role} reads along.',
    'zh-CN': '此状态下没有需要您操作的步骤：“{role}”为只读。'
  },
  'ops-nothing-left': { en: 'Nothing is left to be done.', 'zh-CN': '没有待办步骤。' },
  'ops-confirm': { en: 'Confirm', 'zh-CN': '确认' },
  'ops-sending': { en: 'Sending', 'zh-CN': '正在发送' },
  'ops-say-reason': { en: 'Reason', 'zh-CN': '原因' },
  'ops-say-signedFrom': { en: 'Handed over by (name)', 'zh-CN': '交出人（姓名）' },
  'ops-say-signedTo': { en: 'Taken over by (name)', 'zh-CN': '接收人（姓名）' },
  'ops-say-targetFacilityId': { en: 'Facility', 'zh-CN': '机构' },
  'ops-say-breakdown': { en: 'Vehicle then', 'zh-CN': '车辆随后' },
  'ops-breakdown-none': { en: 'stays available', 'zh-CN': '保持可用' },
  'ops-choose-site': { en: 'Choose a facility', 'zh-CN': '请选择机构' },
  'ops-override': {
    en: 'Against the rules: {why}. Whoever answers for it gives name and reason.',
    'zh-CN': '不合规则：{why}。由负责人写明姓名和理由方可执行。'
  },
  'ops-override-name': { en: 'Who answers for it', 'zh-CN': '负责人' },
  'ops-override-reason': { en: 'Why all the same', 'zh-CN': '理由' },
  'ops-override-by': { en: 'Override by {name}: {reason}', 'zh-CN': '{name}改派：{reason}' },
  'ops-last-reason': { en: 'Last reason given', 'zh-CN': '最近一次说明' },
  'ops-queued': {
    en: '{act}: kept on this device, sent as soon as the server answers',
    'zh-CN': '{act}：已存在本机，服务器恢复后自动发送'
  },
  'ops-is-waiting': {
    en: 'Shown as it will stand once {count, plural, one {the command of this device is} other {the # commands of this device are}} carried out.',
    'zh-CN': '所示为本机 {count, number} 条待传指令执行后的状态。'
  },

  'ops-target': { en: 'Target', 'zh-CN': '去向' },
  'ops-target-why': { en: '{rule}: {reason}', 'zh-CN': '{rule}：{reason}' },
  'ops-owner': {
    en: '{name} answers for the case until the hand-over is signed',
    'zh-CN': '交接签字前由首诊单位{name}负责'
  },
  'ops-owner-county': {
    en: 'Not called in by a facility: the county answers for the case until the hand-over is signed',
    'zh-CN': '非机构来电：交接签字前由县级负责'
  },
  'ops-signed': { en: 'Signed: {from} → {to}, {time}', 'zh-CN': '签字：{from} → {to}，{time}' },
  'ops-divert': {
    en: '{full} stands at {percent}, above {limit}: {next} is offered instead',
    'zh-CN': '{full}负荷 {percent}，超过 {limit}：改推{next}'
  },
  'ops-advised': { en: 'advised', 'zh-CN': '推荐' },
  'ops-was-advised': { en: 'Advised: {name}', 'zh-CN': '推荐：{name}' },
  'ops-request-to': { en: 'Request at {name}', 'zh-CN': '向{name}申请接收' },
  'ops-request-none': { en: 'No facility to ask yet', 'zh-CN': '尚无可申请的机构' },
  'ops-request-head': { en: 'Request', 'zh-CN': '申请' },
  'ops-position': { en: 'Travels', 'zh-CN': '体位' },
  'ops-lying': { en: 'lying', 'zh-CN': '卧位' },
  'ops-sitting': { en: 'sitting', 'zh-CN': '坐位' },
  'ops-ask-green': { en: 'Green channel: goes first', 'zh-CN': '绿色通道：优先' },
  'ops-duplicate': {
    en: 'May be the same call: {case} from {place}, {time}, {state}',
    'zh-CN': '疑似同一来电：{case} {place}，{time}，{state}'
  },
  'ops-open-case': { en: 'Open it', 'zh-CN': '查看' },
  'ops-who': { en: 'Who the patient is (enciphered, may follow later)', 'zh-CN': '患者身份（加密保存，可稍后补充）' },
  'ops-who-offline': {
    en: 'Without the server this stays in the memory of this page, never on its disk, until you send or discard it.',
    'zh-CN': '离线时仅存于本页内存，不写入磁盘，直至您发送或丢弃。'
  },
  'ops-who-typed': { en: 'Who the patient is: {name}', 'zh-CN': '患者身份：{name}' },
  'ops-typed': { en: 'Patients typed, not yet sent', 'zh-CN': '已录入未发送的患者身份' },
  'ops-typed-kept': {
    en: '{place}: who the patient is was typed and has not reached the server. It is in the memory of this page alone and gone when the page is closed.',
    'zh-CN': '{place}：已录入的患者身份尚未送达服务器，仅存于本页内存，关闭页面即丢失。'
  },
  'ops-typed-waits': {
    en: 'Can be sent once the server has the case.',
    'zh-CN': '服务器收到该病例后方可发送。'
  },
  'ops-typed-open': {
    en: 'No case of its own is known: open the case that it belongs to.',
    'zh-CN': '没有对应病例：请打开其所属病例。'
  },
  'ops-typed-send': { en: 'Send, enciphered, for {id}, {place}', 'zh-CN': '加密发送至 {id} {place}' },
  'ops-typed-send-later': { en: 'Send, enciphered', 'zh-CN': '加密发送' },
  'ops-typed-discard': { en: 'Discard', 'zh-CN': '丢弃' },
  'ops-personal-name': { en: 'Name', 'zh-CN': '姓名' },
  'ops-personal-telephone': { en: 'Telephone', 'zh-CN': '电话' },
  'ops-personal-address': { en: 'Address', 'zh-CN': '住址' },
  'ops-personal-note': { en: 'Note', 'zh-CN': '备注' },
  'ops-personal': { en: 'Patient', 'zh-CN': '患者' },
  'ops-personal-show': { en: 'Show; it is logged who read it', 'zh-CN': '显示（记录查看人）' },
  'ops-personal-hide': { en: 'Hide', 'zh-CN': '隐藏' },
  'ops-personal-none': { en: 'Nothing is kept of who the patient is.', 'zh-CN': '尚未登记患者身份。' },
  'ops-personal-add': { en: 'Write down', 'zh-CN': '登记' },
  'ops-personal-save': { en: 'Save, enciphered', 'zh-CN': '加密保存' },
  'ops-personal-failed': { en: 'Not possible now: {why}', 'zh-CN': '现在无法进行：{why}' },
  'ops-personal-in-log': {
    en: '{field} stands in the log since {time} (“{text}”), which everybody in charge reads and nobody can change. Cancel this case and take it down anew without it in that text.',
    'zh-CN':
      '{field}已于 {time} 写入日志（“{text}”），有权者均可查看且无法更改。请取消本病例并重新登记，该文字中不要写入。'
  },
  'ops-personal-denied': { en: 'Your role is not shown who a patient is.', 'zh-CN': '您的角色不能查看患者身份。' },

  'ops-clocks': { en: 'Eight clocks of {id}', 'zh-CN': '{id} 八个时刻' },
  'ops-clocks-note': { en: 'Times are set by the server', 'zh-CN': '时刻由服务器记录' },
  'ops-clock-eventNotifiedAt': { en: 'Event notified', 'zh-CN': '事件通知' },
  'ops-clock-dispatchNotifiedAt': { en: 'Crew notified', 'zh-CN': '派车通知' },
  'ops-clock-enRouteAt': { en: 'En route', 'zh-CN': '出车' },
  'ops-clock-atSceneAt': { en: 'At scene', 'zh-CN': '到达现场' },
  'ops-clock-leftSceneAt': { en: 'Left scene', 'zh-CN': '离开现场' },
  'ops-clock-atDestinationAt': { en: 'At hospital', 'zh-CN': '到达医院' },
  'ops-clock-handedOverAt': { en: 'Handed over', 'zh-CN': '患者交接' },
  'ops-clock-backInServiceAt': { en: 'Back in service', 'zh-CN': '恢复待命' },
  'ops-clock-waiting': { en: 'not yet', 'zh-CN': '未到' },
  'ops-span-turnout': { en: 'turnout', 'zh-CN': '出车' },
  'ops-span-travel': { en: 'travel', 'zh-CN': '途中' },
  'ops-span-response': { en: 'response', 'zh-CN': '响应' },
  'ops-span-scene': { en: 'scene', 'zh-CN': '现场' },
  'ops-span-transport': { en: 'transport', 'zh-CN': '转运' },
  'ops-span-hand-over': { en: 'hand-over', 'zh-CN': '交接' },
  'ops-span-total': { en: 'total', 'zh-CN': '全程' },
  'ops-level-quiet': { en: 'within {limit}', 'zh-CN': '限 {limit}' },
  'ops-level-warn': { en: 'near the limit of {limit}', 'zh-CN': '接近时限 {limit}' },
  'ops-level-alert': { en: 'over {limit}', 'zh-CN': '超过 {limit}' },
  'ops-running': { en: '{span} {time}, {level}', 'zh-CN': '{span} {time}，{level}' },

  'ops-timeline': { en: 'What happened', 'zh-CN': '经过' },
  'ops-did-by': { en: '{what} · {by}', 'zh-CN': '{what} · {by}' },
  'ops-did-draft': { en: 'case noted', 'zh-CN': '登记病例' },
  'ops-did-request': { en: 'acceptance asked for', 'zh-CN': '申请接收' },
  'ops-did-accept': { en: 'accepted', 'zh-CN': '已接收' },
  'ops-did-reject': { en: 'refused', 'zh-CN': '已拒收' },
  'ops-did-assign': { en: 'vehicle sent', 'zh-CN': '已派车' },
  'ops-did-unassign': { en: 'vehicle taken off', 'zh-CN': '已撤车' },
  'ops-did-pick-up': { en: 'patient aboard', 'zh-CN': '患者上车' },
  'ops-did-arrive': { en: 'came to the hospital', 'zh-CN': '到达医院' },
  'ops-did-hand-over': { en: 'handed over', 'zh-CN': '已交接' },
  'ops-did-close': { en: 'closed', 'zh-CN': '已结案' },
  'ops-did-redirect': { en: 'redirected', 'zh-CN': '改送' },
  'ops-did-cancel': { en: 'cancelled', 'zh-CN': '已取消' },
  'ops-did-counter-refer': { en: 'referred home', 'zh-CN': '下转回乡' },
  'ops-did-reserve': { en: 'sent', 'zh-CN': '派出' },
  'ops-did-dispatch': { en: 'crew notified', 'zh-CN': '已通知出车' },
  'ops-did-depart': { en: 'departed', 'zh-CN': '出车' },
  'ops-did-reach-scene': { en: 'at the scene', 'zh-CN': '到达现场' },
  'ops-did-leave-scene': { en: 'patient aboard, left the scene', 'zh-CN': '接上患者，离开现场' },
  'ops-did-reach-hospital': { en: 'at the hospital', 'zh-CN': '到达医院' },
  'ops-did-divert': { en: 'sent on', 'zh-CN': '转送他处' },
  'ops-did-return': { en: 'returning', 'zh-CN': '返程' },
  'ops-did-back-in-service': { en: 'back in service', 'zh-CN': '恢复待命' },
  'ops-did-stand-down': { en: 'stood down', 'zh-CN': '撤回' },
  'ops-did-write-personal': { en: 'who the patient is was written down', 'zh-CN': '登记患者身份' },
  'ops-did-read-personal': { en: 'read who the patient is', 'zh-CN': '查阅患者身份' },
  'ops-event-state': { en: 'Now: {state}', 'zh-CN': '现状：{state}' },
  'ops-event-reason': { en: 'Now: {state}: {reason}', 'zh-CN': '现状：{state}：{reason}' },
  'ops-replay': { en: 'Replay', 'zh-CN': '回放' },
  'ops-replay-now': { en: 'As it stands now', 'zh-CN': '当前状态' },
  'ops-replay-stood': { en: 'After {time}: {words}', 'zh-CN': '{time} 后：{words}' },
  'ops-timeline-failed': {
    en: 'Without the server only what this device holds is told.',
    'zh-CN': '离线时仅显示本机所存内容。'
  },

  'ops-assign-to': { en: 'Vehicle for {id}', 'zh-CN': '为 {id} 派车' },
  'ops-assign-send': { en: 'Send {vehicle}', 'zh-CN': '派出 {vehicle}' },
  'ops-assign-anyway': { en: 'Send all the same', 'zh-CN': '仍要派出' },
  'ops-lost-vehicle': {
    en: '{by} sent {vehicle} at {time}, for {id}. Next best: {next}',
    'zh-CN': '{by}已于 {time} 为 {id} 派出 {vehicle}。次选：{next}'
  },
  'ops-lost-case': {
    en: '{by} sent {vehicle} for this case at {time}.',
    'zh-CN': '{by}已于 {time} 为本病例派出 {vehicle}。'
  },
  'ops-next-line': { en: '{vehicle}, {distance} by straight line', 'zh-CN': '{vehicle}，直线 {distance}' },
  'ops-next-none': { en: 'none', 'zh-CN': '无' },
  'ops-shared': { en: 'Could take this patient along', 'zh-CN': '可同车顺送' },
  'ops-shared-row': {
    en: '{vehicle}, {count, plural, one {one patient} other {# patients}} for the same hospital, {seats, plural, one {one seat} other {# seats}} left',
    'zh-CN': '{vehicle}，同院患者 {count, number} 人，余座 {seats, number}'
  },
  'ops-share': { en: 'Share the trip', 'zh-CN': '同车派出' },
  'ops-share-rule': {
    en: 'Sitting patients alone, never a severe case',
    'zh-CN': '仅限可坐患者，重症不同车'
  },

  'ops-loads': { en: 'Hospital load', 'zh-CN': '医院负荷' },
  'ops-loads-limit': { en: 'above {limit} cases are diverted', 'zh-CN': '超过 {limit} 即分流' },
  'ops-load': {
    en: '{name}: {taken, number} of {beds, number} beds taken or kept, {coming, number} coming',
    'zh-CN': '{name}：{beds, number} 床已用或已留 {taken, number}，在途 {coming, number}'
  },
  'ops-load-unknown': { en: '{name}: beds never reported', 'zh-CN': '{name}：从未上报床位' },
  'ops-load-coming': { en: '{count, number} coming', 'zh-CN': '在途 {count, number}' },
  'ops-load-diverted': { en: 'diverted', 'zh-CN': '分流' },
  'ops-loads-none': { en: 'no hospital above the townships on record', 'zh-CN': '没有登记乡镇以上医院' },

  'ops-unsent': { en: 'Commands of this device', 'zh-CN': '本机指令' },
  'ops-unsent-waiting': {
    en: '{act}, given {time}, waits for the server',
    'zh-CN': '{act}，{time} 发出，待传'
  },
  'ops-unsent-expires': { en: 'expires {time}', 'zh-CN': '{time} 失效' },
  'ops-unsent-refused': { en: '{act}, given {time}: not carried out', 'zh-CN': '{act}，{time} 发出：未执行' },
  'ops-unsent-seen': { en: 'Seen; take it off', 'zh-CN': '已阅，移除' },
  'ops-field': { en: 'Field', 'zh-CN': '字段' },
  'ops-field-known': { en: 'As you knew it', 'zh-CN': '您所知' },
  'ops-field-now': { en: 'As it stands', 'zh-CN': '现状' },
  'ops-field-state': { en: 'State', 'zh-CN': '状态' },
  'ops-field-status': { en: 'Vehicle', 'zh-CN': '车辆' },
  'ops-field-targetFacilityId': { en: 'Target', 'zh-CN': '去向' },
  'ops-field-assignmentId': { en: 'Vehicle sent', 'zh-CN': '派出车辆' },
  'ops-field-vehicleId': { en: 'Vehicle', 'zh-CN': '车辆' },

  'ops-against-no_free_bed': { en: 'no free bed', 'zh-CN': '没有空床' },
  'ops-against-vehicle-shift-ends': {
    en: 'its crew’s shift ends before the trip would',
    'zh-CN': '车组在任务结束前下班'
  },
  'ops-against-vehicle-severity-limit': { en: 'not meant for so grave a case', 'zh-CN': '不适合转运如此重的病例' },

  'ops-against-not-advised': { en: 'another hospital is advised', 'zh-CN': '非推荐医院' },
  'ops-against-share-lying': { en: 'one of the patients lies', 'zh-CN': '其中有患者需卧位' },
  'ops-against-share-severe': { en: 'one of the patients is severe', 'zh-CN': '其中有重症患者' },
  'ops-against-share-other-hospital': {
    en: 'the patients of this trip go to different hospitals',
    'zh-CN': '同车患者去往不同医院'
  },

  'ops-refused-act': { en: '{act}: {why}', 'zh-CN': '{act}：{why}' },
  'ops-refused-expired': {
    en: 'It waited longer than the setting for call-outs and was not sent: the patient may need no vehicle any more.',
    'zh-CN': '等待超过调派时限，未发送：患者可能已不需要车辆。'
  },
  'ops-refused-not_allowed': { en: 'Your role may not do this here.', 'zh-CN': '您的角色不能进行此操作。' },
  'ops-refused-wrong_state': {
    en: 'It is not possible from the present state.',
    'zh-CN': '现状下不能进行此步。'
  },
  'ops-refused-stale_version': {
    en: 'Another desk changed this case meanwhile. Look at it again, then repeat.',
    'zh-CN': '其他席位已更改该病例，请核对后重试。'
  },
  'ops-refused-vehicle_taken': { en: '{by} was first, {time}.', 'zh-CN': '{by}已于 {time} 先行派出。' },
  'ops-refused-referral_taken': {
    en: '{by} has sent {vehicle} already, {time}.',
    'zh-CN': '{by}已于 {time} 派出 {vehicle}。'
  },
  'ops-refused-vehicle_busy': { en: 'The vehicle is busy.', 'zh-CN': '车辆在忙。' },
  'ops-refused-vehicle_unready': { en: 'The vehicle cannot go: {why}.', 'zh-CN': '车辆不能出动：{why}。' },
  'ops-refused-vehicle_unfit': {
    en: 'The vehicle is not meant for this case: {why}.',
    'zh-CN': '车辆不适合该病例：{why}。'
  },
  'ops-refused-target_unfit': {
    en: 'The facility is not meant for this case: {why}.',
    'zh-CN': '机构不适合收治：{why}。'
  },
  'ops-refused-not_advised': {
    en: '{advised} is advised. Whoever answers for another one gives name and reason.',
    'zh-CN': '推荐{advised}。改选他院须由负责人写明姓名和理由。'
  },
  'ops-refused-no_free_bed': { en: 'No free bed there.', 'zh-CN': '该院没有空床。' },
  'ops-refused-same_target': { en: 'It is going there already.', 'zh-CN': '已在送往该院。' },
  'ops-refused-no_trip': { en: 'That vehicle is on no trip any more.', 'zh-CN': '该车已无行程可同乘。' },
  'ops-refused-no_seat': { en: 'All its places are taken.', 'zh-CN': '座位已满。' },
  'ops-refused-trip_ending': { en: 'It has reached the hospital already.', 'zh-CN': '该车已到医院。' },
  'ops-refused-trip_unfit': {
    en: 'These patients do not share a trip by the rules: {why}.',
    'zh-CN': '按规则这些患者不能同车：{why}。'
  },
  'ops-refused-trip_not_over': {
    en: 'Another patient is on the same trip: hand that one over first.',
    'zh-CN': '同车另有患者，请先完成其交接。'
  },
  'ops-refused-personal_in_text': {
    en: '“{field}” names the patient. Leave that out: it stands in the open log.',
    'zh-CN': '“{field}”中含患者身份信息，请删去：该文字会进入公开日志。'
  },
  'ops-refused-overtaken': {
    en: 'Another desk has set it meanwhile: {state}. Look again, then repeat.',
    'zh-CN': '其他席位已先更改：{state}。请核对后重试。'
  },
  'ops-refused-newer_place': {
    en: 'A newer position is known, of {time}.',
    'zh-CN': '已有更新的定位（{time}）。'
  },
  'ops-refused-on_assignment': {
    en: 'It is on a trip: its status follows from that. End the trip, or stand the vehicle down.',
    'zh-CN': '该车正在执行任务，状态随任务变化。请先结束任务或撤回车辆。'
  },
  'ops-refused-other': { en: 'The server refused it: {detail}', 'zh-CN': '服务器拒绝：{detail}' },

  'ops-sound-mute': { en: 'Mute the sound', 'zh-CN': '静音' },
  'ops-sound-unmute': { en: 'Turn the sound on', 'zh-CN': '打开声音' },
  'ops-keys': { en: 'Keys', 'zh-CN': '按键' },
  'ops-keys-show': { en: 'Show the keys', 'zh-CN': '显示按键' },
  'ops-keys-case': { en: 'With a case open', 'zh-CN': '打开病例时' },
  'ops-keys-screen': { en: 'Everywhere on this screen', 'zh-CN': '本页任意处' },
  'ops-key-queue': { en: 'to the queue; ↑ ↓ move, Enter opens', 'zh-CN': '到队列；↑ ↓ 移动，回车打开' },
  'ops-key-new': { en: 'new case', 'zh-CN': '新病例' },
  'ops-key-board': { en: 'filter the vehicles', 'zh-CN': '筛选车辆' },
  'ops-key-bar': { en: 'command bar', 'zh-CN': '命令栏' },
  'ops-key-roads': { en: 'close a road', 'zh-CN': '封路' },
  'ops-key-back': { en: 'one step back', 'zh-CN': '返回一步' },
  'ops-key-request': { en: 'request, in the new case', 'zh-CN': '提交申请（新病例）' },
  'ops-keys-vehicle': { en: 'The vehicle that is open', 'zh-CN': '打开的车辆' },
  'ops-key-share': { en: 'share the trip, in the list of vehicles', 'zh-CN': '同车派出（选车时）' },
  'ops-key-at-place': { en: 'it is at the place chosen', 'zh-CN': '已到所选地点' },
  'ops-key-crew': { en: 'its crew', 'zh-CN': '车组' },
  'ops-key-link': { en: 'link for its driver', 'zh-CN': '驾驶员链接' },
  'ops-key-next': { en: 'next step of the transport', 'zh-CN': '转运下一步' },
  'ops-go-case': { en: 'Case {id}, {place}', 'zh-CN': '病例 {id}，{place}' },
  'ops-command-case': { en: '{act}: {id}', 'zh-CN': '{act}：{id}' }
};
