import type { Messages } from '../locale';
import { planRoads } from './plan-roads';

/** The Plan screen. */
export const plan: Messages = {
  ...planRoads,
  'plan-tools': { en: 'Tools', 'zh-CN': '工具' },
  'plan-tool-select': { en: 'Select', 'zh-CN': '选择' },
  'plan-tool-close-road': { en: 'Close a road', 'zh-CN': '封闭道路' },
  'plan-tool-slow-road': { en: 'Slow a road to 50 %', 'zh-CN': '道路减速至 50%' },
  'plan-tool-facility': { en: 'Move or add a facility', 'zh-CN': '移动或新增机构' },
  'plan-tool-base': { en: 'Move a vehicle base', 'zh-CN': '移动车辆驻点' },
  'plan-panel-overview': { en: 'Coverage overview', 'zh-CN': '覆盖总览' },
  'plan-panel-reserve': { en: 'Plan reserve vehicles', 'zh-CN': '规划储备车辆' },
  'plan-panel-layers': { en: 'Layers', 'zh-CN': '图层' },
  'plan-panel-table': { en: 'Table of villages', 'zh-CN': '村庄表格' },
  'plan-hint-close-road': {
    en: 'Click a road to close it, up to its next junctions.',
    'zh-CN': '点击道路，封闭到相邻路口之间的路段。'
  },
  'plan-hint-slow-road': {
    en: 'Click a road to slow it to half its speed.',
    'zh-CN': '点击道路，将该路段减速至一半。'
  },
  'plan-hint-facility': { en: 'Drag a facility to try another place.', 'zh-CN': '拖动机构，试放到其他位置。' },
  'plan-hint-base': { en: 'Drag a vehicle to try another base.', 'zh-CN': '拖动车辆，试换驻点。' },
  'plan-hint-adding': {
    en: 'Click the map where the new facility should stand.',
    'zh-CN': '在地图上点击新机构的位置。'
  },
  'plan-real-mark': { en: 'Real closures', 'zh-CN': '实际封闭' },
  'plan-lead-one': { en: 'With {change}, ', 'zh-CN': '{change}后，' },
  'plan-lead-many': { en: 'With {count, number} planned changes, ', 'zh-CN': '按 {count, number} 处规划改动，' },
  'plan-a-road': { en: 'a road', 'zh-CN': '一条道路' },
  'plan-change-closed': { en: '{road} closed', 'zh-CN': '{road} 封闭' },
  'plan-change-slowed': { en: '{road} slowed to {percent} %', 'zh-CN': '{road} 减速至 {percent}%' },
  'plan-change-reopened': { en: 'a road reopened', 'zh-CN': '一条道路恢复通行' },
  'plan-change-added': { en: '{name} added', 'zh-CN': '新增{name}' },
  'plan-change-moved': { en: '{name} moved', 'zh-CN': '{name}移位' },
  'plan-change-facility-open': { en: '{name} open', 'zh-CN': '{name}开放' },
  'plan-change-facility-closed': { en: '{name} closed', 'zh-CN': '{name}关闭' },
  'plan-change-base': { en: '{name} at another base', 'zh-CN': '{name}换驻点' },
  'plan-change-rules': { en: 'rules of draft {version} tried', 'zh-CN': '试用规则草案 {version}' },
  'plan-change-other': { en: 'one change', 'zh-CN': '一处改动' },
  'plan-scenario-named': { en: 'Scenario “{name}”', 'zh-CN': '方案“{name}”' },
  'plan-date-roads': { en: 'roads {date}', 'zh-CN': '道路 {date}' },
  'plan-date-people': { en: 'population {date}', 'zh-CN': '人口 {date}' },
  'plan-date-stock': { en: 'stock {date}', 'zh-CN': '库存 {date}' },

  'plan-over-headline': {
    en: 'Over {minutes, number} minutes from {care}, or no way',
    'zh-CN': '到{care}超过 {minutes, number} 分钟或无法到达'
  },
  'plan-people-in-villages': {
    en: 'people, {villages, plural, one {# village} other {# villages}}',
    'zh-CN': '人，{villages, number} 个村'
  },
  'plan-villages-lost': {
    en: '{count, plural, one {# village lost} other {# villages lost}}',
    'zh-CN': '{count, number} 个村超出时限'
  },
  'plan-villages-gained': { en: '{count, number} gained', 'zh-CN': '{count, number} 个村进入时限' },
  'plan-people-more': { en: '+{count, plural, one {# person} other {# people}}', 'zh-CN': '+{count, number} 人' },
  'plan-people-fewer': { en: '−{count, plural, one {# person} other {# people}}', 'zh-CN': '−{count, number} 人' },
  'plan-people-by-class': { en: 'People by class', 'zh-CN': '各档人口' },
  'plan-thousand': { en: 'thousand', 'zh-CN': '千人' },
  'plan-no-way-after': {
    en: 'Unreachable after: {villages, plural, one {# village} other {# villages}}, {persons, plural, one {# person} other {# people}}',
    'zh-CN': '之后无法到达：{villages, number} 个村，{persons, number} 人'
  },
  'plan-slower-villages': {
    en: 'Slower villages, {count, number} ({persons, plural, one {# person} other {# people}})',
    'zh-CN': '变慢的村 {count, number} 个（{persons, number} 人）'
  },
  'plan-faster-villages': {
    en: 'Faster villages, {count, number} ({persons, plural, one {# person} other {# people}})',
    'zh-CN': '变快的村 {count, number} 个（{persons, number} 人）'
  },
  'plan-more-in-table': {
    en: 'Show {count, number} more in the table',
    'zh-CN': '在表格中查看其余 {count, number} 个'
  },
  'plan-no-village-changes': {
    en: 'No village’s time to this care changes.',
    'zh-CN': '各村到该级机构的时间不变。'
  },
  'plan-changes-elsewhere': { en: 'Changes for other levels of care', 'zh-CN': '其他级别机构的变化' },
  'plan-level-villages': {
    en: '{care}: {villages, plural, one {# village} other {# villages}}',
    'zh-CN': '{care}：{villages, number} 个村'
  },
  'plan-no-way': { en: 'no way', 'zh-CN': '不通' },
  'plan-no-way-short': { en: 'No way', 'zh-CN': '不通' },
  'plan-changes': {
    en: '{count, plural, =0 {Nothing planned} one {# change, not saved} other {# changes, not saved}}',
    'zh-CN': '{count, plural, =0 {没有规划改动} other {# 处改动，未保存}}'
  },
  'plan-recomputed': { en: 'recomputed in {ms} ms', 'zh-CN': '重算用时 {ms} 毫秒' },
  'plan-computing': { en: 'working out the times', 'zh-CN': '正在重算' },
  'plan-discard': { en: 'Discard', 'zh-CN': '放弃' },
  'plan-scenario-name': { en: 'Name this scenario', 'zh-CN': '为方案命名' },
  'plan-scenario-save': { en: 'Save scenario', 'zh-CN': '保存方案' },
  'plan-scenario-saved': {
    en: 'Scenario “{name}” is saved; it stays planned.',
    'zh-CN': '方案“{name}”已保存，仍为规划。'
  },
  'plan-scenario-discard': {
    en: 'Discard {count, plural, one {# unsaved change} other {# unsaved changes}} and open “{name}”?',
    'zh-CN': '放弃 {count, number} 处未保存的改动，打开“{name}”？'
  },
  'plan-scenario-open': { en: 'Open a scenario', 'zh-CN': '打开方案' },

  'plan-gone': { en: 'No longer there', 'zh-CN': '已不存在' },
  'plan-gone-body': {
    en: 'It was removed, or the link names another area.',
    'zh-CN': '已被移除，或链接属于其他区域。'
  },
  'plan-derived-suffix': { en: ' (derived)', 'zh-CN': '（推算）' },
  'plan-derived': { en: 'derived from catchments', 'zh-CN': '按就诊范围推算' },
  'plan-minutes-to': { en: 'Minutes to care, {vehicle}, {season}', 'zh-CN': '{vehicle}到各级机构分钟数，{season}' },
  'plan-care': { en: 'Care', 'zh-CN': '机构' },
  'plan-road-distance': { en: 'Road', 'zh-CN': '里程' },
  'plan-was': { en: 'was {value}', 'zh-CN': '原 {value}' },
  'plan-walk': { en: 'Walk to the road: {distance}', 'zh-CN': '步行到道路：{distance}' },
  'plan-over-land': {
    en: 'No usable road near. On foot over the land to the road: {minutes}.',
    'zh-CN': '附近没有可用道路，越野步行到道路：{minutes}。'
  },
  'plan-walk-none': { en: 'Not joined to any road.', 'zh-CN': '未接入任何道路。' },
  'plan-remote': { en: 'Remote', 'zh-CN': '偏远' },
  'plan-not-remote': { en: 'Not remote', 'zh-CN': '非偏远' },
  'plan-remote-unknown': { en: 'Remote or not: not assessable', 'zh-CN': '是否偏远：无法评估' },
  'plan-remote-unknown-why': { en: '{care}: {why}', 'zh-CN': '{care}：{why}' },
  'plan-remote-column': { en: 'Remote', 'zh-CN': '偏远' },
  'plan-risk': { en: 'Risk score', 'zh-CN': '风险评分' },
  'plan-risk-rank': { en: 'of 100, rank {rank, number}', 'zh-CN': '/ 100，第 {rank, number} 位' },
  'plan-points': { en: '{points} of {weight}', 'zh-CN': '{points} / {weight}' },
  'plan-risk-missing': {
    en: ', {missing, number} of {parts, number} parts not assessable',
    'zh-CN': '，{parts, number} 项中 {missing, number} 项无法评估'
  },
  'plan-risk-part-aged': { en: 'Aged 65 and over', 'zh-CN': '65岁及以上' },
  'plan-risk-part-labels': { en: 'Red labels', 'zh-CN': '红色标识' },
  'plan-risk-part-travel': { en: 'Travel', 'zh-CN': '路程' },
  'plan-risk-part-stock': { en: 'Medicines', 'zh-CN': '药品' },
  'plan-people': { en: 'People', 'zh-CN': '人口' },
  'plan-residents': { en: 'Residents', 'zh-CN': '常住人口' },
  'plan-residents-compare': { en: 'For comparison', 'zh-CN': '对照数据' },
  'plan-referral': { en: 'Where would a patient go?', 'zh-CN': '患者转往何处' },
  'plan-grade': { en: 'Grade', 'zh-CN': '分型' },
  'plan-aged': { en: 'Aged', 'zh-CN': '高龄' },
  'plan-severe-disease': { en: 'Severe underlying disease', 'zh-CN': '严重基础疾病' },
  'plan-unstable': { en: 'Unstable', 'zh-CN': '病情不稳定' },
  'plan-dialysis': { en: 'Needs dialysis', 'zh-CN': '需血液透析' },
  'plan-beds-free': { en: '{count, plural, one {# free bed} other {# free beds}}', 'zh-CN': '空床 {count, number} 张' },
  'plan-own-alliance': { en: 'own alliance', 'zh-CN': '本医联体' },
  'plan-monitoring-site': { en: 'Watched over by', 'zh-CN': '健康监测机构' },
  'plan-alternatives': { en: 'Alternatives', 'zh-CN': '备选' },
  'plan-passed-over': {
    en: '{count, plural, one {# site passed over, and why} other {# sites passed over, and why}}',
    'zh-CN': '未选 {count, number} 家机构及原因'
  },
  'plan-list-separator': { en: ', ', 'zh-CN': '、' },

  'plan-facility-state': { en: 'State of the facility', 'zh-CN': '机构状态' },
  'plan-facility-open': { en: 'Open', 'zh-CN': '开放' },
  'plan-facility-closed': { en: 'Closed', 'zh-CN': '关闭' },
  'plan-facility-changed': {
    en: 'Planned: differs from the record until discarded or saved.',
    'zh-CN': '规划中：与记录不同，可放弃或存为方案。'
  },
  'plan-facility-move-hint': {
    en: 'Tool F: drag it to try another place.',
    'zh-CN': '按 F 后拖动，可试放到其他位置。'
  },
  'plan-move-to-centre': { en: 'Move to the middle of the map', 'zh-CN': '移到地图中心' },
  'plan-facility-unplaced': {
    en: 'Place it here for a trial; correct the list for good.',
    'zh-CN': '可在此试放；长期请更正机构名单。'
  },
  'plan-catchment': { en: 'Catchment', 'zh-CN': '服务范围' },
  'plan-catchment-note': { en: 'nearest by time for {care}', 'zh-CN': '按时间最近，{care}' },
  'plan-catchment-none': { en: 'none at this level', 'zh-CN': '该级无' },
  'plan-beds': { en: 'Free beds', 'zh-CN': '空床' },
  'plan-icu-beds': { en: 'Intensive-care beds', 'zh-CN': '重症床位' },
  'plan-capabilities': { en: 'Can do', 'zh-CN': '能力' },
  'plan-24h': { en: 'Open 24 hours', 'zh-CN': '24小时开放' },
  'plan-reported': { en: 'reported {date}', 'zh-CN': '上报于 {date}' },
  'plan-never-reported': { en: 'never reported', 'zh-CN': '从未上报' },
  'plan-of': { en: '{value} of {total}', 'zh-CN': '{value} / {total}' },
  'plan-yes': { en: 'yes', 'zh-CN': '是' },
  'plan-no': { en: 'no', 'zh-CN': '否' },
  'plan-none': { en: 'none on record', 'zh-CN': '无记录' },
  'plan-missing': { en: 'missing', 'zh-CN': '缺' },
  'plan-sample-note': { en: 'Beds and capabilities are sample data.', 'zh-CN': '床位与能力为样例数据。' },
  'plan-medicines': { en: 'Medicines', 'zh-CN': '药品' },
  'plan-medicines-none': { en: 'No medicines are kept here.', 'zh-CN': '此处不储备药品。' },
  'plan-medicine': { en: 'Medicine', 'zh-CN': '药品' },
  'plan-short-by': { en: 'Short, doses', 'zh-CN': '缺口（剂）' },
  'plan-medicines-note': {
    en: 'Shortfall to the lower limit; select it to see how it was made.',
    'zh-CN': '到下限的缺口，点击查看算法。'
  },
  'plan-equipment': { en: 'Equipment and fever clinic', 'zh-CN': '设备与发热诊室' },
  'plan-equipment-none': { en: 'Nothing is missing.', 'zh-CN': '无缺项。' },
  'plan-base': { en: 'Base', 'zh-CN': '驻点' },
  'plan-base-open-ground': { en: 'outside any facility', 'zh-CN': '机构之外' },
  'plan-status': { en: 'State', 'zh-CN': '状态' },
  'plan-ready-in': { en: 'Ready in', 'zh-CN': '出车准备' },
  'plan-severity-limit': { en: 'Gravest case', 'zh-CN': '最重可转运' },
  'plan-town-ready': { en: 'Ready vehicles of the township', 'zh-CN': '本乡镇可用车' },
  'plan-base-hint': {
    en: 'Tool B: drag it to try another base; near a facility it is stationed there.',
    'zh-CN': '按 B 后拖动可试换驻点；靠近机构时即驻该机构。'
  },

  'plan-overview-subtitle': {
    en: '{villages, plural, one {# village} other {# villages}}, {persons, plural, one {# person} other {# people}}',
    'zh-CN': '{villages, number} 个村，{persons, number} 人'
  },
  'plan-coverage-by-level': { en: 'People within so many minutes', 'zh-CN': '各时限内人口' },
  'plan-share-and-villages': { en: '{share} · {villages, number} v.', 'zh-CN': '{share} · {villages, number} 村' },
  'plan-villages-short': { en: '{villages, number} v.', 'zh-CN': '{villages, number} 村' },
  'plan-coverage-note': {
    en: 'Village to facility. Small: share of people and villages.',
    'zh-CN': '由村到机构。小字为人口占比和村数。'
  },
  'plan-townships': { en: 'Townships, to {care}', 'zh-CN': '各乡镇，到{care}' },
  'plan-within': { en: '≤ {minutes, number} min', 'zh-CN': '≤ {minutes, number} 分' },
  'plan-beyond': { en: 'Beyond', 'zh-CN': '以外' },
  'plan-townships-derived': {
    en: 'Townships are derived: the catchments of the health centres. No official boundary is at hand.',
    'zh-CN': '乡镇为推算：按卫生院就诊范围划分，暂无官方边界。'
  },
  'plan-overview-hint': {
    en: 'Click a road, village, facility or vehicle on the map; press / to search.',
    'zh-CN': '点击地图上的道路、村庄、机构或车辆；按 / 搜索。'
  },
  'plan-no-villages-title': { en: 'No villages in this area', 'zh-CN': '本区域没有村庄' },
  'plan-no-villages-body': {
    en: 'Roads and relief are here, settlements are not. Bring a list of villages (Admin → Import), or import the area again with “--settlements FILE”; until then roads can be inspected, closed and slowed.',
    'zh-CN':
      '道路与地形已有，居民点尚无。请在“管理 → 导入”中带入村庄表，或用 “--settlements FILE” 重新导入；在此之前可查看、封闭或减速道路。'
  },

  'plan-reserve-subtitle': {
    en: 'Where should they stand so that most people are near?',
    'zh-CN': '停放何处可让最多的人在时限内'
  },
  'plan-reserve-vehicles': { en: 'Vehicles to add', 'zh-CN': '新增车辆数' },
  'plan-reserve-minutes': { en: 'Within', 'zh-CN': '时限' },
  'plan-minutes-unit': { en: 'min', 'zh-CN': '分' },
  'plan-reserve-existing': { en: 'Bases of today', 'zh-CN': '现有驻点' },
  'plan-reserve-fixed': { en: 'Bases stay', 'zh-CN': '驻点不变' },
  'plan-reserve-free': { en: 'Bases may move', 'zh-CN': '驻点可调' },
  'plan-reserve-solve': { en: 'Find the best sites', 'zh-CN': '求最优驻点' },
  'plan-reserve-solving': {
    en: 'Searching for the proven best, {seconds, number} s',
    'zh-CN': '正在求证最优，已 {seconds, number} 秒'
  },
  'plan-reserve-within': {
    en: 'People within {minutes, number} min of a vehicle',
    'zh-CN': '{minutes, number} 分钟内有车的人口'
  },
  'plan-reserve-gained': {
    en: '{persons, plural, one {# person} other {# people}} gained, of {total} in all',
    'zh-CN': '增加 {persons, number} 人，全区 {total}'
  },
  'plan-reserve-optimal': {
    en: 'Proven best: no other choice of these sites reaches more.',
    'zh-CN': '已证明最优：候选驻点的任何组合都不会更多。'
  },
  'plan-reserve-gap': {
    en: 'Time ran out: the best possible is at most {gap} more.',
    'zh-CN': '已到时限：最优值至多再高 {gap}。'
  },
  'plan-reserve-heuristic': { en: 'A good plan, not proven best.', 'zh-CN': '较优方案，未证明最优。' },
  'plan-reserve-outdated': {
    en: 'Solved before the last change ({vehicle}, {season}): these sites need not be the best any more.',
    'zh-CN': '此结果求解于上次改动之前（{vehicle}，{season}），现已不一定最优。'
  },
  'plan-reserve-again': { en: 'Solve again', 'zh-CN': '重新求解' },
  'plan-reserve-unplaced': {
    en: ' {count, plural, one {# vehicle} other {# vehicles}} would bring nobody further.',
    'zh-CN': '另有 {count, number} 辆车已无增益。'
  },
  'plan-reserve-sites': { en: 'Sites, {count, number}', 'zh-CN': '驻点 {count, number} 处' },
  'plan-reserve-existing-site': {
    en: 'base of today, {count, plural, one {# vehicle} other {# vehicles}}',
    'zh-CN': '现有驻点，{count, number} 辆'
  },
  'plan-reserve-new-site': {
    en: 'new, {count, plural, one {# vehicle} other {# vehicles}}',
    'zh-CN': '新增，{count, number} 辆'
  },
  'plan-reserve-clear': { en: 'Clear the plan', 'zh-CN': '清除方案' },

  'plan-layer-relief': { en: 'Relief', 'zh-CN': '地形晕渲' },
  'plan-layer-contours': { en: 'Contours', 'zh-CN': '等高线' },
  'plan-layer-villages': { en: 'Villages', 'zh-CN': '村庄' },
  'plan-layer-facilities': { en: 'Facilities', 'zh-CN': '医疗机构' },
  'plan-supplier-list': { en: 'All suppliers, depots and pharmacies', 'zh-CN': '全部保供企业、储备库和药店' },
  'plan-layer-suppliers': { en: 'Suppliers, depots, pharmacies', 'zh-CN': '保供企业、储备库、药店' },
  'plan-layer-vehicles': { en: 'Vehicles at their bases', 'zh-CN': '车辆驻点' },
  'plan-layer-shortages': { en: 'Medicine shortages', 'zh-CN': '药品不足' },
  'plan-layer-labels': { en: 'Labels', 'zh-CN': '地名' },
  'plan-layer-catchments': { en: 'Lines from villages to their site', 'zh-CN': '村到机构连线' },
  'plan-table-title': { en: 'Villages, {count, number}', 'zh-CN': '村庄 {count, number} 个' },
  'plan-thresholds': { en: 'Class limits in minutes, ascending', 'zh-CN': '分档界限（分钟，由小到大）' },
  'plan-thresholds-edit': { en: 'Edit the class limits', 'zh-CN': '修改分档界限' },
  'plan-thresholds-invalid': {
    en: 'One to six rising numbers above 0, e.g. 15, 30, 60, 120.',
    'zh-CN': '请填 1–6 个由小到大的正数，如 15, 30, 60, 120。'
  },
  'plan-thresholds-default': { en: 'Usual limits', 'zh-CN': '恢复默认' },
  'plan-apply': { en: 'Apply', 'zh-CN': '应用' },
  'plan-symbols': { en: 'Symbols', 'zh-CN': '图例' },
  'plan-new-facility': { en: 'New facility', 'zh-CN': '新增机构' },
  'plan-new-facility-note': {
    en: 'A trial on this screen only: open, without beds, stock or reports.',
    'zh-CN': '仅本屏试算：开放，无床位、库存和上报。'
  },
  'plan-no-township': { en: 'There is no township to put it in.', 'zh-CN': '没有可归属的乡镇。' },
  'plan-name': { en: 'Name', 'zh-CN': '名称' },
  'plan-tier': { en: 'Tier', 'zh-CN': '层级' },
  'plan-add': { en: 'Add', 'zh-CN': '新增' }
};
