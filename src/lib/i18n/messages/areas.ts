import type { Messages } from '../locale';

/** Areas and own roads: the page of administration where an office brings its roads. */
export const areas: Messages = {
  'areas-title': { en: 'Areas served', 'zh-CN': '已启用的区域' },
  'areas-none': {
    en: 'No area yet. Bring an extract of your roads below; villages and facilities in it come along.',
    'zh-CN': '尚无区域。请在下方上传本县道路数据，其中的村庄和机构会一并导入。'
  },
  'areas-name': { en: 'Area', 'zh-CN': '区域' },
  'areas-built': { en: 'Pack built', 'zh-CN': '数据包生成' },
  'areas-roads-of': { en: 'Roads of', 'zh-CN': '道路数据日期' },
  'areas-sources': { en: 'Sources', 'zh-CN': '数据来源' },
  'areas-ways': { en: 'Roads', 'zh-CN': '道路' },
  'areas-settlements': { en: 'Villages', 'zh-CN': '村庄' },
  'areas-facilities': { en: 'Facilities', 'zh-CN': '机构' },
  'areas-estimated': { en: 'no roads, times estimated', 'zh-CN': '无道路，时间为估算' },
  'areas-date-unknown': { en: 'not stated', 'zh-CN': '未注明' },
  'own-roads-title': { en: 'Bring own roads', 'zh-CN': '上传本地道路' },
  'own-roads-body': {
    en: 'An OpenStreetMap extract (.osm.pbf, .osm or .osm.gz, up to 2 GB). Nothing changes until you have seen what was found and switch over.',
    'zh-CN':
      'OpenStreetMap 格式的道路数据（.osm.pbf、.osm 或 .osm.gz，不超过 2 GB）。查看检查结果并确认切换之前，现有数据不变。'
  },
  'own-roads-for': { en: 'For', 'zh-CN': '用于' },
  'own-roads-new-area': { en: 'A new area', 'zh-CN': '新建区域' },
  'own-roads-id': { en: 'Short name', 'zh-CN': '区域代号' },
  'own-roads-id-help': {
    en: 'Lower-case letters, digits and hyphens; stands in addresses and stays as it is.',
    'zh-CN': '小写字母、数字和连字符；用于网址，确定后不再更改。'
  },
  'own-roads-name': { en: 'Name', 'zh-CN': '名称' },
  'own-roads-name-zh': { en: 'Chinese name', 'zh-CN': '中文名称' },
  'own-roads-name-en': { en: 'English name', 'zh-CN': '英文名称' },
  'own-roads-from': { en: 'Extract', 'zh-CN': '数据文件' },
  'own-roads-from-here': { en: 'From this device', 'zh-CN': '本机文件' },
  'own-roads-from-server': { en: 'On the server', 'zh-CN': '服务器上的文件' },
  'own-roads-choose': { en: 'Choose a file', 'zh-CN': '选择文件' },
  'own-roads-file': { en: '{name}, {size}', 'zh-CN': '{name}，{size}' },
  'own-roads-start': { en: 'Import', 'zh-CN': '开始导入' },
  'own-roads-sending': { en: 'Sending {percent}', 'zh-CN': '正在上传 {percent}' },
  'own-roads-cancel-sending': { en: 'Stop sending', 'zh-CN': '停止上传' },
  'own-roads-wrong-id': {
    en: 'Use lower-case letters, digits and hyphens, beginning with a letter or digit.',
    'zh-CN': '只能使用小写字母、数字和连字符，并以字母或数字开头。'
  },
  'own-roads-wrong-name': { en: 'Give the area a name.', 'zh-CN': '请填写区域名称。' },
  'own-roads-wrong-file': {
    en: 'Choose an .osm.pbf, .osm or .osm.gz file.',
    'zh-CN': '请选择 .osm.pbf、.osm 或 .osm.gz 文件。'
  },
  'own-roads-too-large': {
    en: 'The file is larger than 2 GB. Cut your county out of it first, or lay it into a folder of GREENLANE_IMPORTS on the server.',
    'zh-CN': '文件超过 2 GB。请先裁出本县范围，或将文件放入服务器 GREENLANE_IMPORTS 指定的目录。'
  },
  'own-roads-empty-file': { en: 'The file is empty.', 'zh-CN': '文件为空。' },
  'jobs-title': { en: 'Imports', 'zh-CN': '导入记录' },
  'jobs-none': { en: 'No import yet.', 'zh-CN': '尚无导入记录。' },
  'jobs-failed-list': { en: 'The imports could not be read', 'zh-CN': '无法读取导入记录' },
  'job-about': { en: '{source} · {by} · {time}', 'zh-CN': '{source} · {by} · {time}' },
  'job-status-queued': { en: 'waiting', 'zh-CN': '等待中' },
  'job-status-running': { en: 'running', 'zh-CN': '导入中' },
  'job-status-failed': { en: 'failed', 'zh-CN': '失败' },
  'job-status-ready': { en: 'ready to switch over', 'zh-CN': '待切换' },
  'job-status-switched': { en: 'in use since {time}', 'zh-CN': '{time} 起启用' },
  'job-phase-waiting': { en: 'Waits for another import', 'zh-CN': '等待其他导入完成' },
  'job-phase-reading': { en: 'Reading the extract', 'zh-CN': '正在读取数据文件' },
  'job-phase-network': { en: 'Building the road network', 'zh-CN': '正在构建路网' },
  'job-phase-places': { en: 'Gathering villages and facilities', 'zh-CN': '正在提取村庄和机构' },
  'job-phase-townships': { en: 'Deriving townships', 'zh-CN': '正在推定乡镇' },
  'job-phase-basemap': { en: 'Drawing the base map', 'zh-CN': '正在绘制底图' },
  'job-phase-checking': { en: 'Checking roads and places', 'zh-CN': '正在检查道路与地点' },
  'job-phase-comparing': { en: 'Comparing with what stands', 'zh-CN': '正在与现有数据比对' },
  'job-phase-switching': { en: 'Switching over', 'zh-CN': '正在切换' },
  'job-cancel': { en: 'Cancel', 'zh-CN': '取消' },
  'job-repeat': { en: 'Repeat', 'zh-CN': '重试' },
  'job-remove': { en: 'Remove from the list', 'zh-CN': '移除记录' },
  'job-discard': { en: 'Discard', 'zh-CN': '放弃' },
  'job-switch': { en: 'Switch {area} over to these roads', 'zh-CN': '将“{area}”切换到新道路' },
  'job-switch-new': { en: 'Open {area} with these roads', 'zh-CN': '用这些道路启用“{area}”' },
  'job-fault-empty': {
    en: 'The file holds no road data. Choose the extract itself.',
    'zh-CN': '文件中没有道路数据，请选择正确的数据文件。'
  },
  'job-fault-missing': {
    en: 'The file is not there any more. Upload it again.',
    'zh-CN': '文件已不存在，请重新上传。'
  },
  'job-fault-not-allowed-path': {
    en: 'The file lies outside the folders that the server allows (GREENLANE_IMPORTS).',
    'zh-CN': '文件不在服务器允许的目录（GREENLANE_IMPORTS）内。'
  },
  'job-fault-not-osm': {
    en: 'This is no OpenStreetMap extract. Choose an .osm.pbf, .osm or .osm.gz file.',
    'zh-CN': '不是 OpenStreetMap 数据文件，请选择 .osm.pbf、.osm 或 .osm.gz 文件。'
  },
  'job-fault-cut-off': {
    en: 'The file is cut off: it did not arrive whole. Download it again, compare its size with the source’s, and upload it again.',
    'zh-CN': '文件不完整。请重新下载，与来源核对文件大小后再上传。'
  },
  'job-fault-damaged': {
    en: 'The file is damaged. Download it again and compare its checksum with the source’s.',
    'zh-CN': '文件已损坏。请重新下载并与来源核对校验值。'
  },
  'job-fault-no-roads': {
    en: 'There is no road in the file. Choose an extract with its highways.',
    'zh-CN': '文件中没有道路，请选择包含道路的数据。'
  },
  'job-fault-elsewhere': {
    en: 'The roads lie elsewhere than this area. Choose the extract of this area, or bring it as a new one.',
    'zh-CN': '道路不在本区域范围内。请选择本区域的数据，或作为新区域导入。'
  },
  'job-fault-memory': {
    en: 'The import needed more memory than it may take. Cut your county out of the extract, or raise GREENLANE_IMPORT_MB.',
    'zh-CN': '导入所需内存超过上限。请先裁出本县范围，或调高 GREENLANE_IMPORT_MB。'
  },
  'job-fault-disk-full': {
    en: 'The server’s disk is full. Free some space, then repeat.',
    'zh-CN': '服务器磁盘已满，请清理空间后重试。'
  },
  'job-fault-stopped': {
    en: 'The server was stopped meanwhile. Nothing was changed; repeat the import.',
    'zh-CN': '导入期间服务器停止运行，现有数据未变。请重试。'
  },
  'job-fault-cancelled': { en: 'Cancelled; nothing was changed.', 'zh-CN': '已取消，现有数据未变。' },
  'job-fault-other': {
    en: 'The import ended with an error; nothing was changed.',
    'zh-CN': '导入出错，现有数据未变。'
  },
  'job-found': { en: 'What was found', 'zh-CN': '检查结果' },
  'job-found-roads': { en: 'Roads', 'zh-CN': '道路' },
  'job-found-roads-value': { en: '{km} km, {ways} ways', 'zh-CN': '{km} 公里，{ways} 条' },
  'job-found-date': { en: 'Newest edit in the extract', 'zh-CN': '数据最近更新' },
  'job-found-places': { en: 'Places', 'zh-CN': '地点' },
  'job-found-places-value': {
    en: '{villages, plural, one {# village} other {# villages}}, {facilities, plural, one {# facility} other {# facilities}}',
    'zh-CN': '{villages} 个村庄，{facilities} 个机构'
  },
  'job-found-unconnected': { en: 'Roads apart from the network', 'zh-CN': '未连入路网的道路' },
  'job-found-unconnected-value': {
    en: '{count, plural, one {# piece} other {# pieces}}, {km} km',
    'zh-CN': '{count} 处，共 {km} 公里'
  },
  'job-found-off-road': { en: 'Places away from every road', 'zh-CN': '远离道路的地点' },
  'job-found-problems': { en: 'Findings', 'zh-CN': '问题' },
  'job-found-problems-value': {
    en: '{errors} errors, {warnings} warnings, {notes} notes',
    'zh-CN': '{errors} 个错误，{warnings} 个警告，{notes} 条提示'
  },
  'job-changes': { en: 'What switching over changes', 'zh-CN': '切换后的变化' },
  'job-changes-created': { en: 'Records made', 'zh-CN': '新增记录' },
  'job-changes-updated': { en: 'Records updated', 'zh-CN': '更新记录' },
  'job-changes-kept': { en: 'Kept as edited by hand', 'zh-CN': '保留人工修改' },
  'job-changes-absent': { en: 'No longer in the extract, kept', 'zh-CN': '新数据中已无、予以保留' },
  'job-changes-closures': { en: 'Closures that still match', 'zh-CN': '仍有效的封路' },
  'job-changes-lost': { en: 'Closures lost', 'zh-CN': '失效的封路' },
  'job-lost-title': {
    en: 'These closures match no road of the extract. They stay in the list, but close nothing: enter them anew.',
    'zh-CN': '以下封路在新道路中找不到对应路段。记录仍保留，但不再生效，请重新设置。'
  },
  'job-lost-closure': { en: 'Closure', 'zh-CN': '封路' },
  'job-lost-scenario': { en: 'Scenario', 'zh-CN': '方案' },
  'job-lost-way': { en: 'way {way}', 'zh-CN': '路段 {way}' },
  'job-lost-way-missing': { en: 'the road is gone', 'zh-CN': '道路已不存在' },
  'job-lost-node-missing': { en: 'a point of the stretch is gone', 'zh-CN': '路段端点已不存在' },
  'job-lost-one-node-only': { en: 'only one end is named', 'zh-CN': '仅有一个端点' },
  'job-lost-same-node': { en: 'both ends are the same', 'zh-CN': '两端点相同' },
  'job-details': { en: 'Details', 'zh-CN': '明细' },
  'job-col-kind': { en: 'Kind', 'zh-CN': '类别' },
  'job-col-where': { en: 'Where', 'zh-CN': '位置' },
  'job-col-what': { en: 'What', 'zh-CN': '说明' },
  'job-kind-error': { en: 'Error', 'zh-CN': '错误' },
  'job-kind-warning': { en: 'Warning', 'zh-CN': '警告' },
  'job-kind-note': { en: 'Note', 'zh-CN': '提示' },
  'job-kind-apart': { en: 'Road apart', 'zh-CN': '孤立道路' },
  'job-kind-off-facility': { en: 'Facility off the road', 'zh-CN': '机构远离道路' },
  'job-kind-off-village': { en: 'Village off the road', 'zh-CN': '村庄远离道路' },
  'job-apart-what': {
    en: '{km} km{sites, plural, =0 {} one {, # facility on it} other {, # facilities on it}}',
    'zh-CN': '{km} 公里{sites, plural, =0 {} other {，有 # 个机构}}'
  },
  'job-off-what': { en: 'No road within 2 km', 'zh-CN': '2 公里内无道路' },
  'job-first-rows': { en: 'The first {shown} of {total}', 'zh-CN': '共 {total} 条，显示前 {shown} 条' }
};
