import type { Messages } from '../locale';

/** Rail, top bar, drawer and the states every screen shares. */
export const shell: Messages = {
  'app-name': { en: 'Greenlane', 'zh-CN': '绿通' },
  'app-title': { en: '{screen} · {area} · Greenlane', 'zh-CN': '{screen} · {area} · 绿通' },
  'skip-to-content': { en: 'Skip to the map and tables', 'zh-CN': '跳到地图与表格' },
  'rail-label': { en: 'Screens', 'zh-CN': '页面' },
  'rail-plan': { en: 'Plan', 'zh-CN': '规划' },
  'rail-dispatch': { en: 'Dispatch', 'zh-CN': '调度' },
  'rail-review': { en: 'Review', 'zh-CN': '核查' },
  'rail-screen': { en: 'Screen', 'zh-CN': '大屏' },
  'rail-report': { en: 'Report', 'zh-CN': '上报' },
  'rail-supplies': { en: 'Supplies', 'zh-CN': '调拨' },
  'rail-admin': { en: 'Admin', 'zh-CN': '管理' },
  'bar-label': { en: 'What is shown', 'zh-CN': '显示内容' },
  'bar-area': { en: 'Area', 'zh-CN': '区域' },
  'bar-season': { en: 'Season', 'zh-CN': '季节' },
  'bar-vehicle': { en: 'Vehicle', 'zh-CN': '车型' },
  'bar-care-level': { en: 'Minutes to', 'zh-CN': '到达' },
  'bar-language': { en: 'Language', 'zh-CN': '语言' },
  'bar-theme-dark': { en: 'Dark theme', 'zh-CN': '深色' },
  'bar-theme-light': { en: 'Light theme', 'zh-CN': '浅色' },
  'bar-search': { en: 'Search or command', 'zh-CN': '搜索或输入命令' },
  'bar-search-key': { en: 'Search or command, press slash', 'zh-CN': '搜索或输入命令，按斜杠键' },
  'bar-clock': { en: 'Time', 'zh-CN': '时间' },
  'bar-user': { en: 'Signed in as {name}, {role}', 'zh-CN': '已登录：{name}，{role}' },
  'bar-second-factor': { en: 'Two-step sign-in', 'zh-CN': '两步验证' },
  'bar-sign-out': { en: 'Sign out', 'zh-CN': '退出登录' },
  'bar-leave-unsent': {
    en: 'Leave and discard {count, plural, one {# report or act} other {# reports or acts}} unsent or refused',
    'zh-CN': '有 {count} 条上报或指令未发出或被退回，仍要退出并丢弃'
  },
  'bar-change-role': { en: 'Change role', 'zh-CN': '更换角色' },
  'bar-more': { en: 'Settings', 'zh-CN': '设置' },
  'bar-demo': { en: 'Demo', 'zh-CN': '演示' },
  'bar-demo-hint': {
    en: 'Demonstration with sample stock, vehicles and counts. Not for real calls.',
    'zh-CN': '演示：库存、车辆和人数均为样例，不可用于实际派车。'
  },
  'language-zh-CN': { en: '简体中文', 'zh-CN': '简体中文' },
  'language-en': { en: 'English', 'zh-CN': 'English' },
  'connection-connecting': { en: 'Connecting', 'zh-CN': '连接中' },
  'connection-live': { en: 'Live', 'zh-CN': '实时' },
  'connection-catching-up': { en: 'Catching up', 'zh-CN': '正在同步' },
  'connection-offline': { en: 'Offline since {time}', 'zh-CN': '{time} 起离线' },
  'connection-waiting': {
    en: '{word} · {count, number} waiting',
    'zh-CN': '{word} · {count, number} 条待传'
  },
  'queue-refused': {
    en: 'A report was not accepted; Report says why.',
    'zh-CN': '有上报未被接受，请到“上报”查看。'
  },
  'queue-refused-act': {
    en: 'A command that had waited was not carried out; the screen it was given on says why.',
    'zh-CN': '有一条待传指令未能执行，请回到原页面查看原因。'
  },
  'connection-beat': { en: 'no. {beat, number}', 'zh-CN': '序号 {beat, number}' },
  'connection-age': { en: 'data {age}', 'zh-CN': '数据 {age}' },
  'connection-frozen': {
    en: 'Frozen since {time}: the server has fallen silent. What is shown may be out of date.',
    'zh-CN': '{time} 起数据未更新：服务器没有回应，所示内容可能已过时。'
  },
  'area-renewed': {
    en: 'This area has new roads; every figure is from them now.',
    'zh-CN': '本区域道路已更新，所有数字均已按新道路计算。'
  },
  'connection-offline-note': {
    en: 'Planning goes on with the data of {time}; real changes wait until the connection is back.',
    'zh-CN': '可用 {time} 的数据继续规划；实际改动须待连接恢复。'
  },
  'unit-only': {
    en: 'Your township is {unit}: every figure on this screen is of {unit} alone.',
    'zh-CN': '您所在乡镇为{unit}：本页数字仅统计{unit}。'
  },
  'unit-lead': { en: 'Your township, {unit}: ', 'zh-CN': '您所在的{unit}：' },
  'unit-hidden': {
    en: 'It belongs to another township: its figures are not shown to you.',
    'zh-CN': '属于其他乡镇：您看不到其数字。'
  },
  close: { en: 'Close', 'zh-CN': '关闭' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  retry: { en: 'Try again', 'zh-CN': '重试' },
  before: { en: 'before', 'zh-CN': '之前' },
  after: { en: 'after', 'zh-CN': '之后' },
  'undo-things': {
    en: '{kind, select, closures {road closure} facilities {site} vehicles {vehicle} villages {village} townships {township} alliances {alliance} suppliers {supplier} zones {zone} posts {post} dutyShifts {duty shift} knownTimes {known time} scenarios {scenario} rulePacks {rules} other {record}}{named, select, true { {name}} other {}}{more, plural, =0 {} other { and # more}}',
    'zh-CN':
      '{kind, select, closures {道路管制} facilities {机构} vehicles {车辆} villages {村} townships {乡镇} alliances {医联体} suppliers {保供单位} zones {片区} posts {岗位} dutyShifts {班次} knownTimes {实测时间} scenarios {方案} rulePacks {规则} other {记录}}{named, select, true {“{name}”} other {}}{more, plural, =0 {} other {，另 # 项}}'
  },
  'undo-done': {
    en: '{real, select, true {Taken back for all desks: {what}} other {Taken back: {what}}}',
    'zh-CN': '{real, select, true {已对所有席位撤销：{what}} other {已撤销：{what}}}'
  },
  'redo-done': {
    en: '{real, select, true {Done again for all desks: {what}} other {Done again: {what}}}',
    'zh-CN': '{real, select, true {已对所有席位重做：{what}} other {已重做：{what}}}'
  },
  'undo-elsewhere': {
    en: 'Your last step counts for all desks ({what}): go to where you made it to take it back or do it again.',
    'zh-CN': '您的上一步对所有席位生效（{what}），请回到原操作页面撤销或重做。'
  },
  undo: { en: 'Undo', 'zh-CN': '撤销' },
  redo: { en: 'Redo', 'zh-CN': '重做' },
  increase: { en: 'More', 'zh-CN': '增加' },
  decrease: { en: 'Fewer', 'zh-CN': '减少' },
  'drawer-label': { en: 'Details', 'zh-CN': '详情' },
  'loading-area': { en: 'Loading {area}', 'zh-CN': '正在载入 {area}' },
  'loading-panel': { en: 'Opening', 'zh-CN': '正在打开' },
  'panel-missing': { en: 'This part of the screen could not be fetched', 'zh-CN': '无法取得这部分界面' },
  'panel-missing-cure': {
    en: 'The server does not answer. What is on the map stays; try again when the connection is back.',
    'zh-CN': '服务器没有应答。地图上的内容不受影响，连接恢复后请重试。'
  },
  'loading-session': { en: 'Checking your sign-in', 'zh-CN': '正在核对登录' },
  'loading-areas': { en: 'Asking for the areas', 'zh-CN': '正在读取区域列表' },
  'loading-network': { en: 'Roads: {done} of {total}', 'zh-CN': '道路：{done} / {total}' },
  'loading-network-unknown': { en: 'Roads: {done}', 'zh-CN': '道路：{done}' },
  'loading-records': { en: 'Villages, facilities, vehicles, stock', 'zh-CN': '村、机构、车辆、库存' },
  'loading-engine': { en: 'Travel times of every village', 'zh-CN': '各村行车时间' },
  'unit-megabytes': { en: '{value} MB', 'zh-CN': '{value} MB' },
  'empty-areas-title': { en: 'No area yet', 'zh-CN': '还没有区域' },
  'empty-areas-body': {
    en: 'An administrator brings in the roads of the county under Admin → Areas.',
    'zh-CN': '请由管理员在“管理 → 区域”中上传本县道路。'
  },
  'empty-areas-action': { en: 'Admin → Areas', 'zh-CN': '管理 → 区域' },
  'table-sort-ascending': { en: 'sorted ascending', 'zh-CN': '升序' },
  'table-sort-descending': { en: 'sorted descending', 'zh-CN': '降序' },
  'rail-publish': { en: 'Publish', 'zh-CN': '公布' },
  'search-card': { en: 'Village card', 'zh-CN': '村级就医指引卡' },
  'search-cards': { en: 'Village cards to print', 'zh-CN': '打印村级就医指引卡' },
  'search-fever': { en: 'Fever clinics to publish', 'zh-CN': '公布发热门诊' },
  export: { en: 'Export', 'zh-CN': '导出' },
  'table-empty': { en: 'Nothing to list.', 'zh-CN': '没有可列的内容。' },
  'table-more': { en: 'Show {count, number} more', 'zh-CN': '再显示 {count, number} 条' },
  'legend-title': { en: 'Minutes by {vehicle}, {season}', 'zh-CN': '{vehicle}分钟数，{season}' },
  'legend-to': { en: 'to {care}', 'zh-CN': '到{care}' },
  'legend-villages': { en: 'Villages', 'zh-CN': '村' },
  'legend-people': { en: 'People', 'zh-CN': '人口' },
  'legend-within': { en: '{from}–{to}', 'zh-CN': '{from}–{to} 分' },
  'legend-over': { en: 'over {from}', 'zh-CN': '{from} 分以上' },
  'legend-remote': { en: 'remote', 'zh-CN': '偏远' },
  'legend-unreachable': { en: 'unreachable', 'zh-CN': '无法到达' },
  'legend-all': { en: 'All', 'zh-CN': '合计' },
  'finding-label': { en: 'Finding', 'zh-CN': '结论' },
  'finding-hint': { en: 'select any figure to see how it was made', 'zh-CN': '点任一数字查看算法' },
  'finding-open': { en: 'Show all of it', 'zh-CN': '展开' },
  'finding-fold': { en: 'Show one line', 'zh-CN': '收起' },
  'finding-empty': { en: 'No finding yet', 'zh-CN': '暂无结论' },
  'finding-unsaved': { en: 'Unsaved trial', 'zh-CN': '未保存的试算' },
  'search-label': { en: 'Search or command', 'zh-CN': '搜索或输入命令' },
  'search-placeholder': {
    en: 'Village, facility, town, vehicle, or a command',
    'zh-CN': '村、机构、乡镇、车辆，或命令'
  },
  'search-hint': { en: 'Names, pinyin, or a command', 'zh-CN': '可输入名称、拼音或命令' },
  'search-none': { en: 'Nothing found for “{query}”', 'zh-CN': '没有找到“{query}”' },
  'search-count': {
    en: '{count, plural, =0 {Nothing found} one {# result} other {# results}}',
    'zh-CN': '{count, plural, =0 {没有结果} other {# 个结果}}'
  },
  'search-kind-village': { en: 'Village', 'zh-CN': '村' },
  'search-kind-facility': { en: 'Facility', 'zh-CN': '机构' },
  'search-kind-township': { en: 'Township', 'zh-CN': '乡镇' },
  'search-kind-vehicle': { en: 'Vehicle', 'zh-CN': '车辆' },
  'search-kind-command': { en: 'Command', 'zh-CN': '命令' },
  'key-move': { en: 'move', 'zh-CN': '移动' },
  'key-open': { en: 'open', 'zh-CN': '打开' },
  'screen-empty-title': { en: 'Nothing here yet', 'zh-CN': '暂无内容' },
  'not-found-title': { en: 'No such page', 'zh-CN': '页面不存在' },
  'not-found-body': { en: 'The address leads nowhere. Go on with Plan.', 'zh-CN': '该地址无效，请返回规划页。' },
  'go-to-plan': { en: 'Go to Plan', 'zh-CN': '前往规划' },
  'review-sample-note': {
    en: 'Stocks, suppliers, vehicles, crews, posts, rosters, zones, beds and people counts are sample data.',
    'zh-CN': '库存、保供单位、车辆、人员、岗位、值班、片区、床位和人数为样例数据。'
  }
};
