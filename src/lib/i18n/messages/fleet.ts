import type { Messages } from '../locale';

const grade = {
  en: (param: string) =>
    `{${param}, select, asymptomatic {asymptomatic} mild {mild} ordinary {ordinary} severe {severe} critical {critical} other {}}`,
  'zh-CN': (param: string) =>
    `{${param}, select, asymptomatic {无症状} mild {轻型} ordinary {普通型} severe {重型} critical {危重型} other {}}`
};

/** Why a vehicle is offered for a call, or is not. */
export const fleet: Messages = {
  'vehicle-at-base': { en: 'at its base {base}', 'zh-CN': '在驻点{base}' },
  'vehicle-position-age': {
    en: '{minutes, plural, =0 {position of this minute} one {position # minute old} other {position # minutes old}}',
    'zh-CN': '{minutes, plural, =0 {定位刚刚更新} other {# 分钟前的定位}}'
  },
  'vehicle-slow-to-ready': {
    en: 'needs {minutes} min to depart, the setting asks for {limit}',
    'zh-CN': '出车需 {minutes} 分钟，规定 {limit} 分钟'
  },
  'vehicle-lacks-crew': { en: 'no driver on duty', 'zh-CN': '无当班驾驶员' },
  'vehicle-lacks-minutes': { en: 'slow to depart', 'zh-CN': '出车过慢' },
  'vehicle-lacks-position': { en: 'position too old', 'zh-CN': '定位过期' },
  'vehicle-no-crew': { en: 'no driver on duty', 'zh-CN': '无当班驾驶员' },
  'vehicle-position-stale': {
    en: 'last position {minutes} min old, {limit} at most',
    'zh-CN': '定位已过期：{minutes} 分钟前，上限 {limit} 分钟'
  },
  'vehicle-position-undated': { en: 'last position has no time', 'zh-CN': '定位没有时间' },
  'vehicle-severity-limit': {
    en: `carries at most ${grade.en('limit')} cases, this one is ${grade.en('grade')}`,
    'zh-CN': `最重可转运${grade['zh-CN']('limit')}，本例为${grade['zh-CN']('grade')}`
  },
  'vehicle-busy-reserved': { en: 'reserved', 'zh-CN': '已预留' },
  'vehicle-busy-dispatched': { en: 'already dispatched', 'zh-CN': '已派出' },
  'vehicle-busy-en-route': { en: 'on its way to another call', 'zh-CN': '正赶赴其他现场' },
  'vehicle-busy-on-location': { en: 'with another patient', 'zh-CN': '正在其他现场' },
  'vehicle-busy-to-hospital': { en: 'taking a patient to hospital', 'zh-CN': '正在送院途中' },
  'vehicle-busy-at-hospital': { en: 'handing over at a hospital', 'zh-CN': '正在医院交接' },
  'vehicle-busy-returning': { en: 'returning, not yet free', 'zh-CN': '返程中，尚未可用' },
  'vehicle-out-of-service-mechanical': { en: 'out of service: mechanical fault', 'zh-CN': '停用：机械故障' },
  'vehicle-out-of-service-equipment': { en: 'out of service: equipment', 'zh-CN': '停用：设备原因' },
  'vehicle-out-of-service-supplies': { en: 'out of service: supplies', 'zh-CN': '停用：物资原因' },
  'vehicle-out-of-service-weather': { en: 'out of service: weather', 'zh-CN': '停用：天气原因' },
  'vehicle-out-of-service-staffing': { en: 'out of service: staffing', 'zh-CN': '停用：人员原因' },
  'vehicle-out-of-service-other': { en: 'out of service', 'zh-CN': '停用' },
  'vehicle-lacks-oxygen': { en: 'no oxygen', 'zh-CN': '无供氧' },
  'vehicle-lacks-icu': { en: 'no intensive care', 'zh-CN': '无重症监护' },
  'vehicle-lacks-dialysis': { en: 'no dialysis', 'zh-CN': '无透析' },
  'vehicle-lacks-monitor': { en: 'no monitor', 'zh-CN': '无监护仪' },
  'vehicle-lacks-ventilator': { en: 'no ventilator', 'zh-CN': '无呼吸机' },
  'vehicle-lacks-stretcher': { en: 'no stretcher', 'zh-CN': '无担架' },
  'vehicle-lacks-fever-clinic': { en: 'no fever clinic', 'zh-CN': '无发热诊室' },
  'vehicle-lacks-obstetric': { en: 'no obstetric equipment', 'zh-CN': '无产科设备' },
  'vehicle-no-way-no-position': { en: 'no way: a position is missing', 'zh-CN': '无法到达：缺少坐标' },
  'vehicle-no-way-too-far-from-road': { en: 'no way: too far from any road', 'zh-CN': '无法到达：距道路过远' },
  'vehicle-no-way-unconnected-part': { en: 'no way: the roads do not connect', 'zh-CN': '无法到达：道路不连通' },
  'vehicle-no-way-cut-by-closure': { en: 'no way: cut off by a closure', 'zh-CN': '无法到达：被封路阻断' },
  'vehicle-no-way-no-open-facility': { en: 'no way: no open facility', 'zh-CN': '无法到达：无开放机构' },
  'vehicle-no-way-no-facility-on-record': { en: 'no way: no facility on record', 'zh-CN': '无法到达：没有登记机构' },
  'vehicle-no-way-needs-roads': { en: 'not known: needs roads', 'zh-CN': '未知：无道路' },
  'vehicle-no-way-no-seat-position': { en: 'no way: a position is missing', 'zh-CN': '无法到达：缺少坐标' }
};
