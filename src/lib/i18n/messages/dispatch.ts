import type { Messages } from '../locale';

/** Who and where, ranked vehicles and referral targets, vehicle board, real closures. */
export const dispatch: Messages = {
  'dispatch-where': { en: 'Where is the patient', 'zh-CN': '患者在哪里' },
  'dispatch-where-hint': { en: 'Village or facility', 'zh-CN': '村或机构，可输拼音' },
  'dispatch-recent': { en: 'Recent places', 'zh-CN': '最近的地点' },
  'dispatch-start': {
    en: 'Type a name, or click a village, a facility or any point of the map. Ranked vehicles and the referral target follow at once.',
    'zh-CN': '输入名称或拼音，也可在地图上点选村、机构或任意一点，随即列出可派车辆和转诊去向。'
  },
  'dispatch-chosen-place': { en: 'Place', 'zh-CN': '地点' },
  'dispatch-clear': { en: 'Clear', 'zh-CN': '清除' },
  'dispatch-picked-point': { en: 'point on the map', 'zh-CN': '地图上的点' },
  'dispatch-point': { en: 'Point {lat}, {lon}', 'zh-CN': '点 {lat}, {lon}' },
  'dispatch-near': { en: 'Point near {name}', 'zh-CN': '{name}附近' },
  'dispatch-place-gone': { en: 'Place no longer on record', 'zh-CN': '地点已不存在' },
  'dispatch-place-gone-next': { en: 'Choose another place.', 'zh-CN': '请另选地点。' },
  'dispatch-pin': { en: 'Pick-up place', 'zh-CN': '接患者地点' },

  'dispatch-case': { en: 'Case', 'zh-CN': '患者情况' },
  'dispatch-case-keys': { en: 'keys choose, Enter: vehicles', 'zh-CN': '按键选择，回车看车辆' },
  'dispatch-grade': { en: 'Grade', 'zh-CN': '分型' },
  'dispatch-condition': { en: 'Condition', 'zh-CN': '情况' },
  'dispatch-aged': { en: 'aged', 'zh-CN': '高龄' },
  'dispatch-severe-disease': { en: 'severe disease', 'zh-CN': '严重基础病' },
  'dispatch-unstable': { en: 'unstable', 'zh-CN': '病情不稳' },
  'dispatch-dialysis': { en: 'dialysis', 'zh-CN': '需透析' },
  'dispatch-needs': { en: 'The vehicle must carry', 'zh-CN': '车上须有' },
  'dispatch-need': { en: 'needs {need}', 'zh-CN': '需{need}' },

  'dispatch-contacts': { en: 'Contacts', 'zh-CN': '联络' },
  'dispatch-alliance': { en: 'Alliance: {name}', 'zh-CN': '医联体：{name}' },
  'dispatch-no-alliance': { en: 'No alliance on record', 'zh-CN': '未登记医联体' },
  'dispatch-end-from': { en: 'From', 'zh-CN': '转出' },
  'dispatch-end-to': { en: 'To', 'zh-CN': '接收' },
  'dispatch-driver': { en: 'Driver {name}', 'zh-CN': '驾驶员 {name}' },
  'dispatch-no-telephone': { en: 'no telephone on record', 'zh-CN': '未登记电话' },

  'dispatch-ranking': { en: 'Ranked vehicles', 'zh-CN': '车辆排序' },
  'dispatch-vehicle': { en: 'Vehicle', 'zh-CN': '车辆' },
  'dispatch-arrival': { en: 'Arrival', 'zh-CN': '到达' },
  'dispatch-reasons': { en: 'Reasons and cover left behind', 'zh-CN': '依据及剩余覆盖' },
  'dispatch-first': { en: 'first {count}', 'zh-CN': '优先 {count}' },
  'dispatch-minutes': { en: 'min', 'zh-CN': '分' },
  'dispatch-arrives': { en: 'at {time}', 'zh-CN': '{time} 到' },
  'dispatch-meets': { en: '{list}: all that is needed', 'zh-CN': '{list}，满足全部需求' },
  'dispatch-carries': { en: 'carries {list}', 'zh-CN': '车上有{list}' },
  'dispatch-no-equipment': { en: 'no equipment on record', 'zh-CN': '未登记随车设备' },
  'dispatch-crew-both': { en: 'driver and attendant on duty', 'zh-CN': '车组 2 人在岗' },
  'dispatch-crew-driver': { en: 'driver only, no attendant', 'zh-CN': '仅驾驶员，无随车医护' },
  'dispatch-roads': {
    en: '{season} roads, {closures, plural, =0 {no closures} one {# closure counted in} other {# closures counted in}}',
    'zh-CN': '{season}路况，{closures, plural, =0 {无封闭路段} other {已计入 # 处封路}}'
  },
  'dispatch-cover-kept': {
    en: 'Leaves no gap: others reach its villages within {limit, number} min',
    'zh-CN': '不留缺口：其他车 {limit, number} 分内可达'
  },
  'dispatch-cover-lost': {
    en: 'Leaves a gap: {villages}, {persons}, that no other free vehicle reaches within {limit, number} min',
    'zh-CN': '留下缺口：{villages} {persons}，其他空车 {limit, number} 分内到不了'
  },
  'dispatch-leaves': { en: ', leaves {villages}', 'zh-CN': '，留下缺口 {villages}' },
  'dispatch-sum': {
    en: '{ready, number} min to make ready + {drive} drive ({way}) = {all}',
    'zh-CN': '出车 {ready, number} 分 + 行驶 {drive}（{way}）= {all}'
  },
  'dispatch-farther': { en: 'Available but farther', 'zh-CN': '可派但较远' },
  'dispatch-not-offered': { en: 'Not offered, and why', 'zh-CN': '不可派及原因' },
  'dispatch-otherwise': { en: 'drive {minutes}', 'zh-CN': '车程 {minutes}' },
  'dispatch-key-move': { en: 'move', 'zh-CN': '移动' },
  'dispatch-key-choose': { en: 'choose', 'zh-CN': '选车' },
  'dispatch-key-route': { en: 'whole route', 'zh-CN': '看路线' },
  'dispatch-key-back': { en: 'back', 'zh-CN': '返回' },
  'dispatch-all-listed': {
    en: '{count, plural, one {# vehicle listed} other {all # vehicles listed}}',
    'zh-CN': '{count, number} 辆全部列出'
  },
  'dispatch-ranking-wait': { en: 'Ranking the vehicles', 'zh-CN': '正在为车辆排序' },
  'dispatch-nobody-ready': { en: 'No vehicle can be sent now', 'zh-CN': '目前没有可派的车' },
  'dispatch-nobody-ready-next': {
    en: 'Every vehicle is listed below with what stands in its way. Call the nearest one, or a neighbouring county.',
    'zh-CN': '下面逐辆列出原因。可致电最近的一辆，或向邻县求援。'
  },
  'dispatch-off-road': { en: 'This point lies too far from any road', 'zh-CN': '此点距道路过远' },
  'dispatch-off-road-next': {
    en: 'No vehicle can drive there. Click nearer to a road, or take the nearest village and have the patient met.',
    'zh-CN': '车辆无法到达。请点选靠近道路的位置，或改用最近的村并安排接应。'
  },
  'dispatch-take-village': { en: 'Take {name}', 'zh-CN': '改用{name}' },
  'dispatch-own-vehicles': {
    en: 'Only vehicles of {town} are shown to you; a nearer one of another township may be ready.',
    'zh-CN': '您只能看到{town}的车辆；其他乡镇可能有更近的车可派。'
  },
  'dispatch-no-vehicles': { en: 'No vehicle on record', 'zh-CN': '没有登记车辆' },
  'dispatch-no-vehicles-next': {
    en: 'The administrator adds vehicles with their bases.',
    'zh-CN': '请管理员登记车辆及驻点。'
  },
  'dispatch-engine-failed': {
    en: 'The calculation failed: {detail}. Nothing was changed.',
    'zh-CN': '计算出错：{detail}。没有任何改动。'
  },

  'dispatch-list-separator': { en: ', ', 'zh-CN': '、' },
  'dispatch-comma': { en: ', ', 'zh-CN': '，' },
  'dispatch-colon': { en: ': ', 'zh-CN': '：' },
  'dispatch-referral-wait': { en: 'looking for the target', 'zh-CN': '正在查找去向' },
  'dispatch-no-village': {
    en: 'the area has no village, so no alliance and no target',
    'zh-CN': '本区域没有村，无法确定医联体和去向'
  },
  'dispatch-no-target': { en: 'no hospital can take this case', 'zh-CN': '没有医院可以接收' },
  'dispatch-no-position': {
    en: 'This place has no position on record, so nothing can be reached or ranked. Click its position on the map.',
    'zh-CN': '该地点没有坐标，无法计算。请在地图上点选它的位置。'
  },
  'dispatch-beds': {
    en: '{count, plural, one {# bed free} other {# beds free}}',
    'zh-CN': '空床 {count, number} 张'
  },
  'dispatch-own-alliance': { en: 'own alliance', 'zh-CN': '本医联体' },
  'dispatch-other-alliance': { en: 'other alliance', 'zh-CN': '其他医联体' },
  'dispatch-watched-by': { en: 'Watched by {name}, {minutes}', 'zh-CN': '由{name}监测，{minutes}' },
  'dispatch-next': { en: 'Next choices', 'zh-CN': '次选' },
  'dispatch-no-next': { en: 'No other hospital can take the case.', 'zh-CN': '没有其他医院可以接收。' },
  'dispatch-times-of': { en: 'times by {vehicle}', 'zh-CN': '按{vehicle}计时' },
  'dispatch-passed-over': {
    en: 'Why not {count, plural, one {# other site} other {# other sites}}',
    'zh-CN': '未选 {count, number} 家的原因'
  },
  'dispatch-tag-approach': { en: 'pick up {minutes}', 'zh-CN': '接 {minutes}' },
  'dispatch-tag-transport': { en: 'deliver {minutes}', 'zh-CN': '送 {minutes}' },

  'dispatch-vehicles': { en: 'Vehicles', 'zh-CN': '车辆' },
  'dispatch-vehicle-count': {
    en: '{count, plural, one {# vehicle} other {# vehicles}}',
    'zh-CN': '{count, number} 辆'
  },
  'dispatch-group-ready': { en: 'Ready', 'zh-CN': '就绪' },
  'dispatch-group-attention': { en: 'Not ready', 'zh-CN': '未就绪' },
  'dispatch-group-moving': { en: 'Moving', 'zh-CN': '途中' },
  'dispatch-group-onsite': { en: 'On site', 'zh-CN': '现场' },
  'dispatch-group-out': { en: 'Out', 'zh-CN': '停用' },
  'dispatch-filter': { en: 'Filter vehicles', 'zh-CN': '筛选车辆' },
  'dispatch-standing-by': { en: 'standing by', 'zh-CN': '待命' },
  'dispatch-at-base': { en: 'at base', 'zh-CN': '在驻点' },
  'dispatch-vehicle-gone': { en: 'Vehicle no longer on record', 'zh-CN': '车辆已不存在' },
  'dispatch-base': { en: 'Base', 'zh-CN': '驻点' },
  'dispatch-crew': { en: 'Crew', 'zh-CN': '车组' },
  'dispatch-seats': { en: 'Seats', 'zh-CN': '座位' },
  'dispatch-range': { en: 'Range', 'zh-CN': '续航里程' },
  'dispatch-shift-ends': { en: 'Shift ends', 'zh-CN': '班次结束' },
  'dispatch-shift-over': { en: '{time}, over', 'zh-CN': '{time}，已结束' },
  'dispatch-not-known': { en: 'not known', 'zh-CN': '未知' },
  'dispatch-telephone': { en: 'Telephone', 'zh-CN': '电话' },
  'dispatch-ready-in': { en: 'Ready to go in', 'zh-CN': '出车准备' },
  'dispatch-on-board': { en: 'On board', 'zh-CN': '随车设备' },
  'dispatch-severity-limit': { en: 'Gravest case', 'zh-CN': '最重可转运' },
  'dispatch-position': { en: 'Position', 'zh-CN': '位置' },
  crew: { en: 'Crew', 'zh-CN': '车组' },
  'crew-none': {
    en: 'Nobody is entered: without a driver on duty this vehicle cannot be sent.',
    'zh-CN': '尚未登记车组：没有当班驾驶员，此车不能派出。'
  },
  'crew-enter': { en: 'Enter the crew', 'zh-CN': '登记车组' },
  'crew-change': { en: 'Change the crew', 'zh-CN': '更改车组' },
  'crew-driver': { en: 'Driver', 'zh-CN': '驾驶员' },
  'crew-attendant': { en: 'Attendant', 'zh-CN': '随车医护' },
  'crew-telephone': { en: 'Telephone', 'zh-CN': '电话' },
  'crew-on-duty': { en: 'On duty', 'zh-CN': '当班' },
  'crew-shift-ends': { en: 'Shift ends, if known', 'zh-CN': '班次结束（如已知）' },
  'crew-shift-note': {
    en: 'Saved at once for all desks. Without an end nobody is held back by one.',
    'zh-CN': '保存后各席位立即可见。未填结束时间则不作限制。'
  },
  'crew-driver-missing': { en: 'Say who drives, or take the crew off duty.', 'zh-CN': '请填写驾驶员，或取消当班。' },
  'crew-telephone-form': {
    en: 'This cannot be dialled: digits, with + - ( ) / or spaces between, e.g. 023-7555 1234.',
    'zh-CN': '该号码无法拨打：请填数字，可含 + - ( ) / 和空格，如 023-7555 1234。'
  },
  'crew-shift-form': { en: 'Give day and time, or leave it empty.', 'zh-CN': '请填写日期和时间，或留空。' },
  'vehicle-range-short': {
    en: 'goes {range, number} km, the trip is {way, number} km',
    'zh-CN': '续航 {range, number} 公里，全程 {way, number} 公里'
  },
  'vehicle-shift-ends': {
    en: '{minutes, plural, =0 {shift is over} other {shift ends in # min, the trip takes {trip, number} min}}',
    'zh-CN': '{minutes, plural, =0 {班次已结束} other {班次 # 分钟后结束，全程需 {trip, number} 分钟}}'
  },
  'conflict-field-driver': { en: 'Driver', 'zh-CN': '驾驶员' },
  'conflict-field-attendant': { en: 'Attendant', 'zh-CN': '随车医护' },
  'conflict-field-onDuty': { en: 'On duty', 'zh-CN': '当班' },
  'conflict-field-shiftEndsAt': { en: 'Shift ends', 'zh-CN': '班次结束' },
  'dispatch-waiting': {
    en: 'Given at {time}: it waits on this device and goes as soon as the server answers.',
    'zh-CN': '{time} 提交，暂存本机，服务器恢复后自动发送。'
  },
  'dispatch-set-status': { en: 'Status', 'zh-CN': '状态' },
  'dispatch-out-reason': { en: 'Reason', 'zh-CN': '停用原因' },
  'dispatch-save': { en: 'Save for all desks', 'zh-CN': '保存，各席位同步' },
  'dispatch-set-position': { en: 'Where it is now', 'zh-CN': '现在位置' },
  'dispatch-at-place': { en: 'It is at {place}', 'zh-CN': '已到{place}' },
  'dispatch-back-at-base': { en: 'It is at its base', 'zh-CN': '已回驻点' },
  'dispatch-saved': { en: '{callSign} saved; every desk sees it.', 'zh-CN': '{callSign} 已保存，各席位均可看到。' },
  'dispatch-not-saved': {
    en: 'Not saved. What you chose is still here; look at the record and try again.',
    'zh-CN': '未保存。您的选择仍在，请核对后重试。'
  },
  'dispatch-offline-edit': {
    en: 'Offline: this cannot be saved now. Your choice stays here; save it when the connection is back.',
    'zh-CN': '离线：现在不能保存。您的选择保留在此，连接恢复后再保存。'
  },
  'dispatch-may-not-set': {
    en: 'Read only: the role {role} may not set this vehicle. A dispatcher may.',
    'zh-CN': '只读：“{role}”角色不能更改此车，请联系调度员。'
  },
  'dispatch-real-note': { en: 'Saved at once for all desks.', 'zh-CN': '保存后各席位立即可见。' },

  'dispatch-readiness': { en: 'Readiness by township', 'zh-CN': '各乡镇车辆就绪' },
  'dispatch-readiness-sum': {
    en: '{met, number} of {total, plural, one {# township} other {# townships}} with the vehicles required',
    'zh-CN': '{total, number} 个乡镇中 {met, number} 个达标'
  },
  'dispatch-no-towns': { en: 'no townships on record', 'zh-CN': '没有登记乡镇' },
  'dispatch-town-ready': {
    en: '{town}: {ready, number} ready, {required, number} required. Show how it was counted',
    'zh-CN': '{town}：可用 {ready, number} 辆，应有 {required, number} 辆。查看算法'
  },

  'dispatch-tool': { en: 'A click on the map', 'zh-CN': '点击地图' },
  'dispatch-tool-place': { en: 'Place', 'zh-CN': '选地点' },
  'dispatch-tool-road': { en: 'Close road', 'zh-CN': '封路' },
  'dispatch-roads-title': { en: 'Real closures', 'zh-CN': '实际封路' },
  'dispatch-roads-subtitle': { en: 'For all desks at once', 'zh-CN': '各席位同步' },
  'dispatch-click-road': { en: 'Click the road that is closed.', 'zh-CN': '请在地图上点击被封的道路。' },
  'dispatch-may-not-close': { en: 'Your role may not close roads.', 'zh-CN': '您的角色不能封路。' },
  'dispatch-looking-for-road': { en: 'Looking for the road', 'zh-CN': '正在查找道路' },
  'dispatch-no-road-here': {
    en: 'No road here. Click nearer to one, or zoom in.',
    'zh-CN': '此处没有道路。请靠近道路点击，或放大地图。'
  },
  'dispatch-unnamed-road': { en: 'Unnamed road (way {way})', 'zh-CN': '无名道路（{way}）' },
  'dispatch-is-closed': { en: 'Closed', 'zh-CN': '已封闭' },
  'dispatch-is-slow': { en: 'Slowed', 'zh-CN': '通行缓慢' },
  'dispatch-since': { en: 'since {time}', 'zh-CN': '{time} 起' },
  'dispatch-no-reason': { en: 'no reason given', 'zh-CN': '未写明原因' },
  'dispatch-reason': { en: 'Why it is closed', 'zh-CN': '封路原因' },
  'dispatch-reason-hint': { en: 'Flood, landslide, works', 'zh-CN': '如水毁、塌方、施工' },
  'dispatch-close-road': { en: 'Close for all desks', 'zh-CN': '封闭，各席位同步' },
  'dispatch-reopen': { en: 'Reopen', 'zh-CN': '恢复通行' },
  'dispatch-road-closed': { en: 'Road closed; every desk sees it.', 'zh-CN': '道路已封闭，各席位均可看到。' },
  'dispatch-road-reopened': { en: 'Road open again; every desk sees it.', 'zh-CN': '道路已恢复通行，各席位均可看到。' },
  'dispatch-real-road-note': {
    en: 'A real closure: times change on every desk at once.',
    'zh-CN': '实际封路：各席位的时间立即改变。'
  },
  'dispatch-closures': {
    en: '{count, plural, =0 {No closures in force} one {# closure on record} other {# closures on record}}',
    'zh-CN': '{count, plural, =0 {无封路} other {封路 # 处}}'
  },
  'dispatch-no-closures': { en: 'No closure is on record.', 'zh-CN': '暂无封路记录。' },
  'dispatch-way': { en: 'way {way}', 'zh-CN': '路段 {way}' },
  'dispatch-percent-left': { en: '{percent} % of the speed left', 'zh-CN': '车速剩 {percent}%' }
};
