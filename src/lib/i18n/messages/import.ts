import type { Messages } from '../locale';
import { tableProblems } from './import-problems';

/** The page of administration where an office brings its own tables. */
export const tableImport: Messages = {
  ...tableProblems,
  'import-title': { en: 'Import tables', 'zh-CN': '导入表格' },
  'import-about': {
    en: 'Lists that your offices keep: villages, facilities, people counts, stock, suppliers, vehicles. Nothing is written before you have seen what was understood, and every import can be taken back.',
    'zh-CN':
      '导入各单位自有的名册：村庄、医疗机构、人群数、药品库存、供应商、车辆。确认识别结果之前不写入任何数据，每次导入都可撤销。'
  },
  'import-bring': { en: 'Bring a table', 'zh-CN': '选择表格' },
  'import-drop': { en: 'Drop a table here', 'zh-CN': '将表格拖到此处' },
  'import-formats': {
    en: 'XLSX, CSV or GeoJSON, up to 64 MB and 200,000 rows. Headings in Chinese or English.',
    'zh-CN': 'XLSX、CSV 或 GeoJSON，不超过 64 MB、20 万行；表头中英文均可。'
  },
  'import-choose': { en: 'Choose a file', 'zh-CN': '选择文件' },
  'import-choose-other': { en: 'Choose another file', 'zh-CN': '选择其他文件' },
  'import-list-comma': { en: ', ', 'zh-CN': '、' },
  'import-rows': { en: '{count, plural, one {# row} other {# rows}}', 'zh-CN': '{count, plural, other {# 行}}' },

  'table-kind-villages': { en: 'Villages', 'zh-CN': '村庄' },
  'table-kind-facilities': { en: 'Facilities', 'zh-CN': '医疗机构' },
  'table-kind-people': { en: 'People counts', 'zh-CN': '人群数' },
  'table-kind-stock': { en: 'Medicine stock', 'zh-CN': '药品库存' },
  'table-kind-suppliers': { en: 'Suppliers', 'zh-CN': '供应商' },
  'table-kind-vehicles': { en: 'Vehicles', 'zh-CN': '车辆' },

  'import-templates': { en: 'Templates', 'zh-CN': '模板' },
  'import-templates-about': {
    en: 'Empty workbooks with every heading. Codes and telephone numbers are kept as text. Your own tables need not follow them.',
    'zh-CN': '含全部表头的空白工作簿，代码与电话按文本保存。自有表格不必与模板一致。'
  },
  'import-template-needs': { en: 'Needs {fields}', 'zh-CN': '必填：{fields}' },
  'import-template-get': { en: 'Template of {kind}, {language}', 'zh-CN': '{kind}模板，{language}' },
  'import-template-file': { en: '{kind} template', 'zh-CN': '{kind}模板' },

  'import-unfinished': { en: 'Unfinished imports', 'zh-CN': '未完成的导入' },
  'import-open-line': {
    en: '{kind} · {by} · since {time} · {records} records written',
    'zh-CN': '{kind} · {by} · 始于 {time} · 已写入 {records} 条记录'
  },
  'import-open-last': { en: 'Last write {age}', 'zh-CN': '最近写入：{age}' },
  'import-open-mine': {
    en: 'Choose the file “{name}” again to go on where it stopped. Nothing is counted twice.',
    'zh-CN': '请再次选择文件“{name}”，从中断处继续，不会重复计入。'
  },
  'import-open-other': {
    en: 'Lists of the same kind wait until it ends; other kinds can be imported meanwhile.',
    'zh-CN': '同类名册需等其结束；其他类别可同时导入。'
  },
  'import-open-choose': { en: 'Choose the file and go on', 'zh-CN': '选择文件并继续' },
  'import-open-close': { en: 'Close it as it stands', 'zh-CN': '按现状结束' },

  'import-history': { en: 'Imports so far', 'zh-CN': '导入记录' },
  'import-history-none': { en: 'No import yet.', 'zh-CN': '尚无导入记录。' },
  'import-history-failed': { en: 'The imports could not be read', 'zh-CN': '无法读取导入记录' },
  'import-history-rows': { en: '{rows, number}: {parts}', 'zh-CN': '{rows, number} 行：{parts}' },
  'import-count-good': { en: '{count, number} good', 'zh-CN': '完好 {count, number}' },
  'import-count-repaired': { en: '{count, number} repaired', 'zh-CN': '已修复 {count, number}' },
  'import-count-asked': { en: '{count, number} doubtful', 'zh-CN': '待确认 {count, number}' },
  'import-count-refused': { en: '{count, number} refused', 'zh-CN': '不导入 {count, number}' },
  'import-col-file': { en: 'File', 'zh-CN': '文件' },
  'import-col-kind': { en: 'Kind', 'zh-CN': '类别' },
  'import-col-by': { en: 'By', 'zh-CN': '导入人' },
  'import-col-when': { en: 'When', 'zh-CN': '时间' },
  'import-col-rows': { en: 'Rows', 'zh-CN': '行数' },
  'import-col-created': { en: 'New', 'zh-CN': '新增' },
  'import-col-updated': { en: 'Changed', 'zh-CN': '更新' },
  'import-col-status': { en: 'State', 'zh-CN': '状态' },
  'import-col-crs': { en: 'Coordinates', 'zh-CN': '坐标系' },
  'import-status-open': { en: 'unfinished', 'zh-CN': '未完成' },
  'import-status-applied': { en: 'imported', 'zh-CN': '已导入' },
  'import-status-undone': { en: 'taken back', 'zh-CN': '已撤销' },
  'import-details-failed': { en: 'This import could not be read', 'zh-CN': '无法读取该导入' },
  'import-details-loading': { en: 'Reading the import', 'zh-CN': '正在读取导入' },
  'import-written-created': { en: 'New records', 'zh-CN': '新增记录' },
  'import-written-updated': { en: 'Changed records', 'zh-CN': '更新记录' },
  'import-written-unchanged': { en: 'Records that were so already', 'zh-CN': '原已一致的记录' },

  'import-undo': { en: 'Take this import back', 'zh-CN': '撤销本次导入' },
  'import-undo-sure': {
    en: 'Every record becomes what it was before. Records that somebody changed since, or that others need by now, stay and are listed.',
    'zh-CN': '所有记录恢复为导入前的内容。之后被修改或已被其他记录引用的，保持不变并列出。'
  },
  'import-undo-do': { en: 'Take it back', 'zh-CN': '确认撤销' },
  'import-undo-keep': { en: 'Keep it', 'zh-CN': '保留' },
  'import-undoing': { en: 'Taking the import back', 'zh-CN': '正在撤销' },
  'import-undo-not-yours': {
    en: 'It can be taken back by {by} or an administrator.',
    'zh-CN': '可由{by}或管理员撤销。'
  },
  'import-undone': { en: 'The import has been taken back', 'zh-CN': '导入已撤销' },
  'import-undone-whole': { en: 'Every record is what it was before.', 'zh-CN': '所有记录均已恢复。' },
  'import-undone-left': {
    en: '{count, plural, one {# record} other {# records}} stayed as they are; the rest is what it was before.',
    'zh-CN': '{count, plural, other {# 条记录保持现状，其余均已恢复。}}'
  },
  'import-told-title-conflicts': {
    en: '{count, plural, one {# record} other {# records}} that others had changed meanwhile',
    'zh-CN': '{count, plural, other {# 条记录期间被他人修改}}'
  },
  'import-told-title-refused': {
    en: '{count, plural, one {# record} other {# records}} that the server refused',
    'zh-CN': '{count, plural, other {# 条记录被服务器拒绝}}'
  },
  'import-told-title-left': {
    en: '{count, plural, one {# record} other {# records}} that could not be taken back',
    'zh-CN': '{count, plural, other {# 条记录未能撤销}}'
  },
  'import-told-more': { en: 'and {count} more', 'zh-CN': '另有 {count} 条' },
  'import-told-exists': {
    en: 'Somebody made this record meanwhile; it was left as it is.',
    'zh-CN': '期间他人已新建该记录，保持不变。'
  },
  'import-told-gone': { en: 'The record is gone meanwhile.', 'zh-CN': '该记录已被删除。' },
  'import-told-changed': {
    en: '{field}: theirs is {theirs}, the table says {yours}. Theirs was kept.',
    'zh-CN': '{field}：对方为 {theirs}，表中为 {yours}，保留对方的值。'
  },
  'import-told-changed-withheld': {
    en: '{field}: others had changed it. Theirs was kept; the values are withheld from your role.',
    'zh-CN': '{field}：期间他人已修改，保留对方的值；数值不向您的角色显示。'
  },
  'import-told-edited': {
    en: 'It was changed after the import; the change was kept.',
    'zh-CN': '导入之后有人修改，保留修改。'
  },
  'import-told-in-use': { en: 'Needed by {by}; it was kept.', 'zh-CN': '被 {by} 引用，予以保留。' },
  'import-told-refused': { en: 'Refused by the server: {detail}', 'zh-CN': '服务器拒绝：{detail}' },
  'import-told-recorded-already': {
    en: 'Another record holds the same {field} already.',
    'zh-CN': '另一条记录已有相同的{field}。'
  },
  'import-told-unknown-reference': {
    en: 'What {field} names is not on record.',
    'zh-CN': '{field} 所指的记录不存在。'
  },
  'import-told-foreign-unit': {
    en: 'What {field} names belongs to another township.',
    'zh-CN': '{field} 所指的记录属于其他乡镇。'
  },
  'import-told-unknown-unit': { en: 'The township is not on record.', 'zh-CN': '该乡镇不存在。' },
  'import-collection-townships': { en: 'township', 'zh-CN': '乡镇' },
  'import-collection-villages': { en: 'village', 'zh-CN': '村庄' },
  'import-collection-facilities': { en: 'facility', 'zh-CN': '机构' },
  'import-collection-peopleCounts': { en: 'people count', 'zh-CN': '人群数' },
  'import-collection-stock': { en: 'stock', 'zh-CN': '库存' },
  'import-collection-suppliers': { en: 'supplier', 'zh-CN': '供应商' },
  'import-collection-crews': { en: 'crew', 'zh-CN': '车组' },
  'import-collection-vehicles': { en: 'vehicle', 'zh-CN': '车辆' },

  'import-put-away': { en: 'Put away', 'zh-CN': '收起' },
  'import-to-list': { en: 'Back to all imports', 'zh-CN': '返回导入列表' },
  'import-reading': { en: 'Reading {name}', 'zh-CN': '正在读取 {name}' },
  'import-unreadable': { en: 'This file cannot be read', 'zh-CN': '无法读取该文件' },
  'import-other-file': {
    en: 'This is not the file of the unfinished import. Choose “{name}” as it was when the import was begun.',
    'zh-CN': '这不是未完成导入所用的文件。请选择导入开始时的“{name}”。'
  },
  'import-reader-stopped': {
    en: 'The browser ended the reader of this table ({detail}). Close other tabs and choose the file again.',
    'zh-CN': '浏览器终止了表格读取（{detail}）。请关闭其他标签页后重新选择文件。'
  },
  'import-steps': { en: 'Steps', 'zh-CN': '步骤' },
  'import-step-columns': { en: 'Columns', 'zh-CN': '列' },
  'import-step-place': { en: 'Coordinates', 'zh-CN': '坐标' },
  'import-step-check': { en: 'Check', 'zh-CN': '检查' },
  'import-step-write': { en: 'Import', 'zh-CN': '导入' },
  'import-back': { en: 'Back', 'zh-CN': '上一步' },
  'import-continue': { en: 'Continue', 'zh-CN': '下一步' },
  'import-wants-encoding': {
    en: 'Choose the encoding under which the words are right.',
    'zh-CN': '请选择文字显示正确的编码。'
  },
  'import-wants-fields': {
    en: 'No column gives {fields}. Choose the column below.',
    'zh-CN': '没有列对应：{fields}。请在下方指定。'
  },
  'import-wants-crs': {
    en: 'Choose the system whose places lie where they should.',
    'zh-CN': '请选择落点正确的坐标系。'
  },

  'import-kind': { en: 'Kind of list', 'zh-CN': '名册类别' },
  'import-kind-not-allowed': {
    en: 'Lists of this kind are imported by administrators. Choose another kind if it was not recognised rightly.',
    'zh-CN': '该类名册由管理员导入。若识别有误，请改选类别。'
  },
  'import-sheet': { en: 'Sheet', 'zh-CN': '工作表' },
  'import-sheet-rows': { en: '{name}, {rows} rows', 'zh-CN': '{name}，{rows} 行' },
  'import-heading-row': { en: 'Row with the headings', 'zh-CN': '表头所在行' },
  'import-heading-row-option': { en: '{row, number}: {text}', 'zh-CN': '第 {row, number} 行：{text}' },
  'import-encoding': { en: 'Encoding', 'zh-CN': '编码' },
  'import-encoding-change': { en: 'Change', 'zh-CN': '更改' },
  'import-encoding-ask': {
    en: 'Under which encoding are the words right?',
    'zh-CN': '哪种编码下文字正确？'
  },
  'import-encoding-take': { en: 'Read it like this', 'zh-CN': '按此编码读取' },
  'encoding-utf-8': { en: 'UTF-8', 'zh-CN': 'UTF-8' },
  'encoding-utf-16le': { en: 'UTF-16 (little-endian)', 'zh-CN': 'UTF-16（小端）' },
  'encoding-utf-16be': { en: 'UTF-16 (big-endian)', 'zh-CN': 'UTF-16（大端）' },
  'encoding-gb18030': { en: 'GB18030 (GBK, GB2312)', 'zh-CN': 'GB18030（含 GBK、GB2312）' },
  'encoding-windows-1252': { en: 'Windows-1252 (Latin-1)', 'zh-CN': 'Windows-1252（Latin-1，西欧文字）' },
  'import-first-rows': { en: 'First rows as read', 'zh-CN': '读取的前几行' },
  'import-mapping': { en: 'What each column means', 'zh-CN': '各列含义' },
  'import-mapping-about': {
    en: 'Recognised by the headings. What you change here is remembered for the next table of this kind.',
    'zh-CN': '按表头识别。您的更改会用于下次同类表格。'
  },
  'import-mapping-count': { en: '{used} of {all} columns are imported.', 'zh-CN': '共 {all} 列，导入 {used} 列。' },
  'import-column-nameless': { en: 'Column {number} without heading', 'zh-CN': '第 {number} 列（无表头）' },
  'import-fields-required': { en: 'Required', 'zh-CN': '必填' },
  'import-fields-kept': { en: 'Optional', 'zh-CN': '选填' },
  'import-fields-known': { en: 'Known, kept nowhere', 'zh-CN': '可识别但不保存' },
  'import-field-none': { en: 'Not imported', 'zh-CN': '不导入' },
  'import-field-in': { en: 'imported', 'zh-CN': '导入' },
  'import-field-out': { en: 'not imported', 'zh-CN': '不导入' },
  'import-field-reserved': { en: 'administrators only', 'zh-CN': '仅管理员' },
  'import-remembered': {
    en: 'Columns as in an earlier import with these headings.',
    'zh-CN': '列的含义沿用以往同表头的导入。'
  },
  'import-seen-before': {
    en: 'This very file was imported by {by} on {time}. Importing it again changes only what differs since.',
    'zh-CN': '该文件已由{by}于 {time} 导入。再次导入只更新有差异的内容。'
  },
  'import-other-open': {
    en: '{by} is importing {kind} from “{name}” since {time}. Yours can be prepared; it begins once that one has ended.',
    'zh-CN': '{by}自 {time} 起正在从“{name}”导入{kind}。您可先行准备，待其结束后开始。'
  },
  'import-resumed': {
    en: 'This goes on with the unfinished import: what stands already is not written again.',
    'zh-CN': '继续未完成的导入：已写入的内容不会重复写入。'
  },

  'import-crs-ask': { en: 'Which system are the coordinates of?', 'zh-CN': '坐标属于哪个坐标系？' },
  'import-crs-about': {
    en: 'The wrong one puts every place half a kilometre or more beside where it is. Look at the map: roads and known places tell which is right.',
    'zh-CN': '选错会使所有位置偏移半公里以上。请对照地图上的道路与已知地点判断。'
  },
  'crs-wgs84': { en: 'WGS84', 'zh-CN': 'WGS84' },
  'crs-cgcs2000': { en: 'CGCS2000', 'zh-CN': 'CGCS2000' },
  'crs-gcj02': { en: 'GCJ-02', 'zh-CN': 'GCJ-02' },
  'crs-bd09': { en: 'BD-09', 'zh-CN': 'BD-09' },
  'crs-about-wgs84': { en: 'GPS receivers, OpenStreetMap', 'zh-CN': 'GPS 设备、OpenStreetMap' },
  'crs-about-cgcs2000': {
    en: 'State surveying; centimetres from WGS84',
    'zh-CN': '国家大地坐标系，与 WGS84 相差厘米级'
  },
  'crs-about-gcj02': { en: 'AutoNavi and Tencent maps', 'zh-CN': '高德、腾讯地图' },
  'crs-about-bd09': { en: 'Baidu maps', 'zh-CN': '百度地图' },
  'import-crs-likely': { en: 'fits best', 'zh-CN': '最吻合' },
  'import-crs-inside': {
    en: '{inside, number} of {places, number} places lie in the area.',
    'zh-CN': '{places, number} 个位置中 {inside, number} 个在本区域内。'
  },
  'import-crs-median': {
    en: 'Median distance to {count, plural, one {# known place} other {# known places}}: {metres}.',
    'zh-CN': '{count, plural, other {与 # 个已知地点的中位距离}} {metres}。'
  },
  'import-crs-stated': { en: 'The file itself states {system}.', 'zh-CN': '文件自身注明为 {system}。' },
  'import-crs-elsewhere': {
    en: 'None of the places lies in this area under any system. Check which columns hold longitude and latitude.',
    'zh-CN': '任何坐标系下都没有位置落在本区域内。请检查经度、纬度列的指定。'
  },
  'import-crs-no-places': {
    en: 'No row holds coordinates that can be read. Check which columns hold longitude and latitude.',
    'zh-CN': '没有可读取的坐标。请检查经度、纬度列的指定。'
  },
  'import-crs-samples': { en: 'Places one by one', 'zh-CN': '逐个查看' },
  'import-crs-previous': { en: 'Previous place', 'zh-CN': '上一个' },
  'import-crs-next': { en: 'Next place', 'zh-CN': '下一个' },
  'import-crs-sample': { en: 'Row {row, number}, {name}:', 'zh-CN': '第 {row, number} 行 {name}：' },
  'import-crs-sample-apart': { en: '{metres} from where it is known.', 'zh-CN': '距已知位置 {metres}。' },
  'import-crs-sample-unknown': {
    en: 'no place is known; compare with roads and names.',
    'zh-CN': '无已知位置，请对照道路和地名。'
  },
  'import-map-looked': { en: 'As {system}', 'zh-CN': '按 {system}' },
  'import-map-others': { en: 'As the other systems', 'zh-CN': '按其他坐标系' },
  'import-map-line': { en: 'to the known place', 'zh-CN': '至已知地点' },

  'import-checking': { en: 'Checking every row', 'zh-CN': '正在逐行检查' },
  'import-checking-again': { en: 'Checking again …', 'zh-CN': '正在重新检查……' },
  'import-check-again': { en: 'Apply the answers', 'zh-CN': '应用所选答案' },
  'import-filter': { en: 'Rows by state', 'zh-CN': '按状态筛选' },
  'import-status-word-all': { en: 'All rows', 'zh-CN': '全部' },
  'import-status-word-good': { en: 'Good', 'zh-CN': '完好' },
  'import-status-word-repaired': { en: 'Repaired', 'zh-CN': '已修复' },
  'import-status-word-asked': { en: 'Doubtful', 'zh-CN': '待确认' },
  'import-status-word-refused': { en: 'Refused', 'zh-CN': '不导入' },
  'import-problems': { en: 'What was found', 'zh-CN': '发现的问题' },
  'import-view': { en: 'What is shown', 'zh-CN': '显示内容' },
  'import-view-rows': { en: 'Rows', 'zh-CN': '数据行' },
  'import-view-questions': { en: 'Questions ({count})', 'zh-CN': '待确认（{count}）' },
  'import-preview': { en: 'Rows of the table', 'zh-CN': '表格数据' },
  'import-col-row': { en: 'Row', 'zh-CN': '行' },
  'import-col-take': { en: 'Import this row', 'zh-CN': '是否导入' },
  'import-take-row': { en: 'Import row {row, number}', 'zh-CN': '导入第 {row, number} 行' },
  'import-cell-empty': { en: 'empty', 'zh-CN': '空' },
  'import-rows-shown': { en: '{first} to {last} of {total}', 'zh-CN': '第 {first}–{last} 行，共 {total} 行' },
  'import-rows-none': { en: 'No row like this.', 'zh-CN': '没有符合的行。' },
  'import-page-before': { en: 'Previous', 'zh-CN': '上一页' },
  'import-page-after': { en: 'Next', 'zh-CN': '下一页' },
  'import-leave-all': {
    en: 'Leave {count, plural, one {this row} other {these # rows}} out',
    'zh-CN': '{count, plural, other {这 # 行不导入}}'
  },
  'import-take-all': {
    en: 'Take {count, plural, one {# row} other {# rows}} in again',
    'zh-CN': '{count, plural, other {恢复导入 # 行}}'
  },
  'import-refused-save': {
    en: 'Save {count, plural, one {# row} other {# rows}} that stay out',
    'zh-CN': '{count, plural, other {下载未导入的 # 行}}'
  },
  'import-refused-about': {
    en: 'A workbook with the reason in its last column: mend the rows and bring it again.',
    'zh-CN': '工作簿末列注明原因，修改后可再次导入。'
  },
  'import-refused-file': { en: '{name} not imported', 'zh-CN': '{name} 未导入' },
  'import-reason-heading': { en: 'Why it was not imported', 'zh-CN': '未导入原因' },
  'import-reason-at': { en: '{heading}: {words}', 'zh-CN': '{heading}：{words}' },

  'import-questions-about': {
    en: 'What only a person can decide. Digits and letters answer, arrows go on. Rows without an answer stay out.',
    'zh-CN': '需由人工判断的匹配。按数字或字母作答，按方向键切换；未作答的行不导入。'
  },
  'import-questions-more': {
    en: '{count} more come up as these are answered.',
    'zh-CN': '作答后还将显示 {count} 个。'
  },
  'import-question-others': { en: 'Others', 'zh-CN': '其他' },
  'import-question-code-typed': { en: 'Code of 12 digits', 'zh-CN': '12 位代码' },
  'import-question-take': { en: 'Take', 'zh-CN': '采用' },
  'import-question-expiry-date': { en: 'Usable through', 'zh-CN': '有效期至' },
  'import-ask-match': {
    en: 'Row {row, number}: which village is “{name}”{town, select, none {} other { of {town}}}?',
    'zh-CN': '第 {row, number} 行：{town, select, none {} other {{town}}}“{name}”是哪个村？'
  },
  'import-ask-code': {
    en: 'Row {row, number}, {name}: which code was “{read}”?',
    'zh-CN': '第 {row, number} 行 {name}：“{read}”原为哪个代码？'
  },
  'import-ask-town': {
    en: 'Which township is “{read}” ({count, plural, one {# row} other {# rows}})?',
    'zh-CN': '“{read}”是哪个乡镇（{count, plural, other {# 行}}）？'
  },
  'import-ask-medicine': {
    en: 'Which medicine is “{read}” ({count, plural, one {# row} other {# rows}})?',
    'zh-CN': '“{read}”是哪种药品（{count, plural, other {# 行}}）？'
  },
  'import-ask-medicine-about': {
    en: 'These are all medicines of the area. The list comes with its first data, one for each class that the rule pack counts; no table adds to it. A medicine that is none of them is left out.',
    'zh-CN':
      '所列为本区域的全部药品：随初始数据建立，对应规则包统计的各类别，不能通过导入增加。不属于其中任何一种的，请选择不导入。'
  },
  'import-ask-expiry': {
    en: 'The stock of {count, plural, one {# row} other {# rows}} has no expiry date. Until when is it usable?',
    'zh-CN': '{count, plural, other {# 行库存没有有效期}}，可用至何时？'
  },
  'import-answer-village': { en: '{name}, {town}', 'zh-CN': '{town} {name}' },
  'import-answer-new': { en: 'A new village', 'zh-CN': '新村庄' },
  'import-answer-skip': { en: 'Leave this row out', 'zh-CN': '不导入此行' },
  'import-answer-town-new': { en: 'A new township', 'zh-CN': '新乡镇' },
  'import-answer-town-new-moving': {
    en: 'A new township; known villages of these rows move there',
    'zh-CN': '新乡镇，这些行中的已有村庄划入该乡镇'
  },
  'import-answer-town-all': {
    en: 'A new township for each of the {count, number} unknown names',
    'zh-CN': '{count, number} 个未知名称均为新乡镇'
  },
  'import-answer-medicine-skip': { en: 'Leave these rows out', 'zh-CN': '不导入这些行' },
  'import-answer-no-code': { en: 'Import without a code', 'zh-CN': '不带代码导入' },
  'import-answer-expiry-skip': { en: 'Leave such stock out', 'zh-CN': '不导入此类库存' },
  'import-by-code': { en: 'same code', 'zh-CN': '代码相同' },
  'import-by-name': { en: 'same name', 'zh-CN': '名称相同' },
  'import-by-pinyin': { en: 'sounds alike', 'zh-CN': '读音相近' },
  'import-by-distance': { en: 'lies near', 'zh-CN': '位置相近' },

  'import-summary': { en: 'What will be written', 'zh-CN': '将写入的内容' },
  'import-summary-records': {
    en: '{records}: {created, number} new, {updated, number} changed.',
    'zh-CN': '{records}：新增 {created, number} 条，更新 {updated, number} 条。'
  },
  'import-nothing-new': {
    en: 'There is nothing to write: what these rows say is on record already, or they stay out.',
    'zh-CN': '没有需要写入的内容：各行与现有记录一致，或不导入。'
  },
  'import-summary-good': {
    en: '{count, plural, one {# row} other {# rows}} as they stand in the file',
    'zh-CN': '{count, plural, other {# 行按原样导入}}'
  },
  'import-summary-repaired': {
    en: '{count, plural, one {# row} other {# rows}} with repaired cells',
    'zh-CN': '{count, plural, other {# 行经修复后导入}}'
  },
  'import-summary-asked': {
    en: '{count, plural, one {# row waits} other {# rows wait}} for an answer and stay out',
    'zh-CN': '{count, plural, other {# 行待确认，不导入}}'
  },
  'import-summary-refused': {
    en: '{count, plural, one {# row is} other {# rows are}} refused and stay out',
    'zh-CN': '{count, plural, other {# 行有误或未选，不导入}}'
  },
  'import-summary-safe': {
    en: 'Other desks go on working meanwhile. A field that somebody changes before it is written is left alone and listed.',
    'zh-CN': '导入期间其他岗位照常工作。写入前被他人修改的字段保持不变并列出。'
  },
  'import-records-townships': {
    en: '{count, plural, one {# township} other {# townships}}',
    'zh-CN': '{count, plural, other {# 个乡镇}}'
  },
  'import-records-villages': {
    en: '{count, plural, one {# village} other {# villages}}',
    'zh-CN': '{count, plural, other {# 个村庄}}'
  },
  'import-records-facilities': {
    en: '{count, plural, one {# facility} other {# facilities}}',
    'zh-CN': '{count, plural, other {# 个机构}}'
  },
  'import-records-peopleCounts': {
    en: '{count, plural, one {# people count} other {# people counts}}',
    'zh-CN': '{count, plural, other {# 条人群数}}'
  },
  'import-records-stock': {
    en: '{count, plural, one {# stock record} other {# stock records}}',
    'zh-CN': '{count, plural, other {# 条库存}}'
  },
  'import-records-suppliers': {
    en: '{count, plural, one {# supplier} other {# suppliers}}',
    'zh-CN': '{count, plural, other {# 家供应商}}'
  },
  'import-records-crews': {
    en: '{count, plural, one {# crew} other {# crews}}',
    'zh-CN': '{count, plural, other {# 个车组}}'
  },
  'import-records-vehicles': {
    en: '{count, plural, one {# vehicle} other {# vehicles}}',
    'zh-CN': '{count, plural, other {# 辆车}}'
  },
  'import-place-placed': { en: '{records} without a place get one', 'zh-CN': '{records}原无位置，现有位置' },
  'import-place-made': { en: '{records} new on the map', 'zh-CN': '地图新增{records}' },
  'import-place-moved': { en: '{records} move by 50 m or more', 'zh-CN': '{records}移动 50 米以上' },
  'import-start': {
    en: 'Import {count, plural, one {# row} other {# rows}}',
    'zh-CN': '{count, plural, other {导入 # 行}}'
  },
  'import-answer-doubtful': {
    en: 'Back to {count, plural, one {# question} other {# questions}}',
    'zh-CN': '{count, plural, other {返回 # 个待答问题}}'
  },
  'import-start-again': {
    en: 'Go on with {count, plural, one {# row} other {# rows}}',
    'zh-CN': '{count, plural, other {继续导入 # 行}}'
  },
  'import-starting': { en: 'Starting', 'zh-CN': '正在开始' },
  'import-elsewhere': {
    en: 'Another window has gone on with this import meanwhile. Finish it there, or open {name} anew here to go on with it.',
    'zh-CN': '另一窗口已继续此导入。请在该窗口完成，或在此重新打开 {name} 继续。'
  },
  'import-held-other': {
    en: '{by} is importing {kind} from “{name}” since {time}',
    'zh-CN': '{by}正在从“{name}”导入{kind}，始于 {time}'
  },
  'import-held-mine': {
    en: 'You have an unfinished import of {kind} from “{name}”, begun {time}',
    'zh-CN': '您有未完成的{kind}导入“{name}”，始于 {time}'
  },
  'import-held-last': { en: 'Its last write is {age}.', 'zh-CN': '最近写入：{age}。' },
  'import-held-other-cure': {
    en: 'Wait until it ends. After 15 minutes without a write you may close it. Nothing of yours is lost meanwhile.',
    'zh-CN': '请等其结束；15 分钟没有写入后可由您结束。您的内容不会丢失。'
  },
  'import-held-stale-cure': {
    en: 'It has written nothing for 15 minutes. You may close it as it stands and begin yours.',
    'zh-CN': '已 15 分钟没有写入。您可按现状结束它并开始自己的导入。'
  },
  'import-held-mine-cure': {
    en: 'Close it as it stands and begin this one, or go back to the list to finish it first.',
    'zh-CN': '可按现状结束它并开始本次导入，或返回列表先完成它。'
  },
  'import-held-take-over': { en: 'Close it and begin mine', 'zh-CN': '结束它并开始导入' },
  'import-held-again': { en: 'Try again', 'zh-CN': '重试' },

  'import-progress': { en: 'Progress', 'zh-CN': '进度' },
  'import-progress-records': { en: '{done} of {total} records', 'zh-CN': '{done} / {total} 条记录' },
  'import-progress-rate': { en: '{rate} rows a second', 'zh-CN': '每秒 {rate} 行' },
  'import-progress-about': { en: 'Sending the first records', 'zh-CN': '正在发送' },
  'import-pausing': { en: 'Pauses after the part under way', 'zh-CN': '当前部分写完后暂停' },
  'import-stopped-safe': {
    en: 'What is written stands and is not written twice. It can go on here, or later from the list with the same file.',
    'zh-CN': '已写入的内容有效且不会重复。可在此继续，或稍后从列表用同一文件继续。'
  },
  'import-phase-running': { en: 'Importing', 'zh-CN': '正在导入' },
  'import-phase-finishing': { en: 'Finishing', 'zh-CN': '正在收尾' },
  'import-phase-paused': { en: 'Paused', 'zh-CN': '已暂停' },
  'import-phase-stalled': { en: 'Interrupted', 'zh-CN': '已中断' },
  'import-pause': { en: 'Pause', 'zh-CN': '暂停' },
  'import-go-on': { en: 'Go on', 'zh-CN': '继续' },
  'import-done': { en: 'Imported', 'zh-CN': '导入完成' },
  'import-closed': { en: 'Closed before its end', 'zh-CN': '提前结束' },
  'import-done-seen': {
    en: 'Every screen of this area shows it within seconds.',
    'zh-CN': '本区域各屏数秒内即可显示。'
  },
  'import-on-map': { en: 'Changed places', 'zh-CN': '变动的位置' },
  'import-show-on-map': { en: 'Show on the map of Plan', 'zh-CN': '在规划地图上查看' },
  'import-notice-done': {
    en: 'Import finished: {created, number} new, {updated, number} changed.',
    'zh-CN': '导入完成：新增 {created, number} 条，更新 {updated, number} 条。'
  },
  'import-notice-closed': {
    en: 'Import closed: {created, number} new, {updated, number} changed.',
    'zh-CN': '导入已结束：新增 {created, number} 条，更新 {updated, number} 条。'
  },
  'trouble-import-closed': {
    en: 'This import has been closed meanwhile. What it wrote stands; bring the file again to import the rest.',
    'zh-CN': '该导入已被结束。已写入的内容有效；如需导入其余部分，请重新选择文件。'
  },
  'trouble-not-yours': {
    en: 'This import belongs to somebody else. Its owner or an administrator can do this.',
    'zh-CN': '该导入属于他人，请由本人或管理员操作。'
  },
  'trouble-sequence-gap': {
    en: 'Another window has gone on with this import. Open the file anew to go on here.',
    'zh-CN': '另一窗口已继续该导入。请重新打开文件以在此继续。'
  },
  'trouble-sequence-used': {
    en: 'Another window has gone on with this import. Open the file anew to go on here.',
    'zh-CN': '另一窗口已继续该导入。请重新打开文件以在此继续。'
  },
  'trouble-records-moving': {
    en: 'Others are writing the same records just now. Go on in a moment.',
    'zh-CN': '他人正在写入相同的记录，请稍后继续。'
  }
};
