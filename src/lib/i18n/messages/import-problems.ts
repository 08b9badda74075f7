import type { Messages } from '../locale';

/** What is wrong with a table as a whole, and at one of its cells, each with its cure. */
export const tableProblems: Messages = {
  'table-trouble-empty-file': {
    en: 'The file is empty. Save the table again and choose it anew.',
    'zh-CN': '文件为空。请重新保存表格后再选择。'
  },
  'table-trouble-file-too-large': {
    en: 'The file is larger than {most} MB. Split the table, or delete pictures and unused sheets.',
    'zh-CN': '文件超过 {most} MB。请拆分表格，或删除图片和不用的工作表。'
  },
  'table-trouble-unknown-format': {
    en: 'This is not a table. Choose an XLSX, CSV or GeoJSON file.',
    'zh-CN': '这不是表格文件。请选择 XLSX、CSV 或 GeoJSON。'
  },
  'table-trouble-web-table': {
    en: 'This is a web page or XML that only bears the name of a table. Open it in a spreadsheet program and save it as XLSX.',
    'zh-CN': '该文件实际是网页或 XML，仅以表格命名。请用表格软件打开并另存为 XLSX。'
  },
  'table-trouble-old-excel': {
    en: 'This is an old or binary workbook (.xls, .xlsb). Open it in a spreadsheet program and save it as XLSX.',
    'zh-CN': '这是旧版或二进制工作簿（.xls、.xlsb）。请用表格软件打开并另存为 XLSX。'
  },
  'table-trouble-protected-excel': {
    en: 'The workbook is protected by a password. Save it without one and choose it again.',
    'zh-CN': '工作簿有密码保护。请取消密码保存后再选择。'
  },
  'table-trouble-damaged-file': {
    en: 'The file is damaged or did not arrive whole. Open it in a spreadsheet program and save it again as XLSX.',
    'zh-CN': '文件已损坏或不完整。请用表格软件打开并重新保存为 XLSX。'
  },
  'table-trouble-zip-bomb': {
    en: 'The file unpacks to far more than a table holds, as an attack would. It was not read. Export the table anew from its source.',
    'zh-CN': '文件解压后远超正常表格，疑似恶意文件，未予读取。请从来源重新导出。'
  },
  'table-trouble-too-much-inside': {
    en: 'The workbook holds more than {most} MB once unpacked. Delete pictures and unused sheets, or split it.',
    'zh-CN': '工作簿解压后超过 {most} MB。请删除图片和不用的工作表，或拆分文件。'
  },
  'table-trouble-too-many-rows': {
    en: 'The sheet has more than {most, number} rows. Split it.',
    'zh-CN': '工作表超过 {most, number} 行，请拆分。'
  },
  'table-trouble-too-many-columns': {
    en: 'Row {row} reaches beyond column {most, number}. Delete stray cells at the right and save again.',
    'zh-CN': '第 {row} 行超出第 {most, number} 列。请删除右侧多余单元格后保存。'
  },
  'table-trouble-too-many-cells': {
    en: 'The sheet has more than {most, number} cells. Split it, or delete columns that are not needed.',
    'zh-CN': '工作表超过 {most, number} 个单元格。请拆分或删除不需要的列。'
  },
  'table-trouble-cell-too-long': {
    en: 'A cell in row {row}, column {column} holds more than {most, number} characters. Shorten it.',
    'zh-CN': '第 {row} 行第 {column} 列的内容超过 {most, number} 字，请缩短。'
  },
  'table-trouble-no-sheet': {
    en: 'The workbook has no sheet with rows. Put the table on an ordinary worksheet.',
    'zh-CN': '工作簿中没有数据工作表。请将表格放在普通工作表中。'
  },
  'table-trouble-no-headings': {
    en: 'No row of headings was found. The first rows must name the columns, such as township and village.',
    'zh-CN': '未找到表头。前几行中需有列名，如“乡镇”“行政村”。'
  },
  'table-trouble-bad-json': {
    en: 'The GeoJSON is cut off or damaged. Export it again.',
    'zh-CN': 'GeoJSON 不完整或已损坏，请重新导出。'
  },
  'table-trouble-not-geojson': {
    en: 'This JSON is not a GeoJSON FeatureCollection. Export it as GeoJSON with points.',
    'zh-CN': '该 JSON 不是 GeoJSON 要素集合。请导出为含点要素的 GeoJSON。'
  },

  'table-problem-name-code-repaired': { en: 'Code repaired', 'zh-CN': '代码已修复' },
  'table-problem-code-repaired': {
    en: '{taken, select, none {Imported without a code.} other {“{read}” was damaged; read as {taken}.}}',
    'zh-CN': '{taken, select, none {不带代码导入。} other {“{read}”已损坏，按 {taken} 读取。}}'
  },
  'table-problem-name-number-repaired': { en: 'Figure repaired', 'zh-CN': '数字已修复' },
  'table-problem-number-repaired': { en: '“{read}” was read as {taken}.', 'zh-CN': '“{read}”按 {taken} 读取。' },
  'table-problem-name-swapped': { en: 'Longitude and latitude swapped', 'zh-CN': '经纬度颠倒' },
  'table-problem-swapped': {
    en: 'Longitude and latitude were swapped; read as {taken}.',
    'zh-CN': '经度与纬度颠倒，按 {taken} 读取。'
  },
  'table-problem-name-matched-loosely': { en: 'Matched by your answer', 'zh-CN': '按您的选择匹配' },
  'table-problem-matched-loosely': { en: 'Taken for {taken}.', 'zh-CN': '视为{taken}。' },
  'table-problem-name-town-kept': { en: 'Stays in its township', 'zh-CN': '所属乡镇不变' },
  'table-problem-town-kept': {
    en: '“{read}” is new, the record stands under {taken} and stays there. A village goes along where the row has its code, or where the answer says that known villages move.',
    'zh-CN': '“{read}”为新乡镇，该记录原属{taken}，保持不变。行中村代码相同，或选择划入已有村庄时，村庄才划入。'
  },
  'table-problem-name-town-moved': { en: 'Moves to the new township', 'zh-CN': '划入新乡镇' },
  'table-problem-town-moved': {
    en: 'The village moves from {taken} to “{read}”.',
    'zh-CN': '该村由{taken}划入“{read}”。'
  },
  'table-problem-name-code-unsure': { en: 'Damaged code', 'zh-CN': '代码损坏' },
  'table-problem-code-unsure': {
    en: '“{read}” is damaged, and {candidates, plural, =0 {no known code fits} one {one code may fit} other {# codes may fit}}. Answer under Questions.',
    'zh-CN':
      '“{read}”已损坏，{candidates, plural, =0 {没有相符的代码} other {有 # 个代码可能相符}}。请在“待确认”中作答。'
  },
  'table-problem-code-unsure-repaired': {
    en: '“{read}” is damaged; the village is sure by its name.',
    'zh-CN': '“{read}”已损坏；已按名称确定村庄。'
  },
  'table-problem-name-match-unsure': { en: 'Village not sure', 'zh-CN': '村庄待确认' },
  'table-problem-match-unsure': {
    en: '{candidates, plural, one {A known village} other {# known villages}} may be meant by “{read}”. Answer under Questions.',
    'zh-CN': '“{read}”可能对应 {candidates, plural, other {# 个已知村庄}}。请在“待确认”中作答。'
  },
  'table-problem-name-town-unsure': { en: 'Township not known', 'zh-CN': '乡镇无法识别' },
  'table-problem-town-unsure': {
    en: 'No township is called “{read}”. Answer under Questions.',
    'zh-CN': '没有名为“{read}”的乡镇。请在“待确认”中作答。'
  },
  'table-problem-town-unsure-refused': {
    en: 'No township is on record in this area. Import the list of villages first: it makes them.',
    'zh-CN': '本区域没有乡镇记录。请先导入村庄名册，可由此新建乡镇。'
  },
  'table-problem-name-expiry-unknown': { en: 'Expiry not stated', 'zh-CN': '无有效期' },
  'table-problem-expiry-unknown': {
    en: 'The stock has no expiry date. Answer once for all under Questions.',
    'zh-CN': '库存没有有效期。请在“待确认”中统一作答。'
  },
  'table-problem-name-medicine-unsure': { en: 'Medicine not sure', 'zh-CN': '药品待确认' },
  'table-problem-medicine-unsure': {
    en: 'It is not clear which medicine is meant. Answer under Questions.',
    'zh-CN': '无法确定所指药品。请在“待确认”中作答。'
  },
  'table-problem-name-supplier-unsure': { en: 'Several of this name', 'zh-CN': '同名多家' },
  'table-problem-supplier-unsure': {
    en: '{candidates, number} places on record are called “{read}”. Name the township of the one meant.',
    'zh-CN': '已有 {candidates, number} 家名为“{read}”。请填写所在乡镇。'
  },
  'table-problem-name-missing': { en: 'Cell empty', 'zh-CN': '必填项为空' },
  'table-problem-missing': { en: 'This must not be empty.', 'zh-CN': '此项不能为空。' },
  'table-problem-name-unknown-town': { en: 'Township not known', 'zh-CN': '乡镇无法识别' },
  'table-problem-unknown-town': {
    en: 'The township is not on record in this area. Write it as the list of townships has it.',
    'zh-CN': '本区域没有该乡镇。请按乡镇名册填写。'
  },
  'table-problem-name-unknown-village': { en: 'Village not known', 'zh-CN': '村庄无法识别' },
  'table-problem-unknown-village': {
    en: 'No village “{read}” is on record. Import the list of villages first, or correct the name.',
    'zh-CN': '没有村庄“{read}”。请先导入村庄名册，或更正名称。'
  },
  'table-problem-name-unknown-facility': { en: 'Facility not known', 'zh-CN': '机构无法识别' },
  'table-problem-unknown-facility': {
    en: '{found, plural, =0 {No facility of this name is on record. Import the list of facilities first, or correct the name.} other {# facilities bear this name. Add the township.}}',
    'zh-CN':
      '{found, plural, =0 {没有该名称的机构。请先导入机构名册，或更正名称。} other {有 # 个同名机构，请注明乡镇。}}'
  },
  'table-problem-unknown-facility-note': {
    en: 'No facility of this name is on record; this cell was passed over.',
    'zh-CN': '没有该名称的机构，此项未采用。'
  },
  'table-problem-name-unknown-medicine': { en: 'Medicine not known', 'zh-CN': '药品无法识别' },
  'table-problem-unknown-medicine': {
    en: 'The catalogue holds no such medicine. Ask the administrator to add it.',
    'zh-CN': '目录中没有该药品，请联系管理员添加。'
  },
  'table-problem-name-unknown-word': { en: 'Word not known', 'zh-CN': '词语无法识别' },
  'table-problem-unknown-word': {
    en: '“{read}” is not understood. Write one of: {wanted}.',
    'zh-CN': '无法识别“{read}”。请填写：{wanted}。'
  },
  'table-problem-name-not-a-number': { en: 'Not a number', 'zh-CN': '不是数字' },
  'table-problem-not-a-number': {
    en: '“{read}” is not a number. Write digits only.',
    'zh-CN': '“{read}”不是数字，请只填数字。'
  },
  'table-problem-name-not-whole': { en: 'Not a whole number', 'zh-CN': '不是整数' },
  'table-problem-not-whole': { en: '“{read}” is not a whole number.', 'zh-CN': '“{read}”不是整数。' },
  'table-problem-name-negative': { en: 'Below zero', 'zh-CN': '负数' },
  'table-problem-negative': { en: '“{read}” is below zero.', 'zh-CN': '“{read}”小于零。' },
  'table-problem-name-too-large': { en: 'Figure too large', 'zh-CN': '数字过大' },
  'table-problem-too-large': {
    en: '“{read}” is larger than anything counted here.',
    'zh-CN': '“{read}”超出合理范围。'
  },
  'table-problem-name-more-than': { en: 'More than there are', 'zh-CN': '超过总数' },
  'table-problem-more-than': {
    en: '“{read}” is more than the {most, number} there are.',
    'zh-CN': '“{read}”超过总数 {most, number}。'
  },
  'table-problem-name-not-a-code': { en: 'Not a code', 'zh-CN': '不是代码' },
  'table-problem-not-a-code': {
    en: '“{read}” is not a division code. Write 12 digits as text.',
    'zh-CN': '“{read}”不是区划代码。请以文本填写 12 位数字。'
  },
  'table-problem-name-foreign-code': { en: 'Code of another county', 'zh-CN': '外县代码' },
  'table-problem-foreign-code': {
    en: '“{read}” belongs to another county; codes here begin with {wanted}.',
    'zh-CN': '“{read}”属于其他县；本县代码以 {wanted} 开头。'
  },
  'table-problem-name-code-taken': { en: 'Code used twice', 'zh-CN': '代码重复' },
  'table-problem-code-taken': {
    en: 'The code belongs to {row, select, none {{taken}} other {row {row}}} already.',
    'zh-CN': '该代码已属于{row, select, none {{taken}} other {第 {row} 行}}。'
  },
  'table-problem-name-not-a-date': { en: 'Not a date', 'zh-CN': '不是日期' },
  'table-problem-not-a-date': {
    en: '“{read}” is not a date. Write it as {wanted}.',
    'zh-CN': '“{read}”不是日期，请按 {wanted} 填写。'
  },
  'table-problem-name-in-future': { en: 'Date in the future', 'zh-CN': '日期在未来' },
  'table-problem-in-future': { en: '“{read}” lies in the future.', 'zh-CN': '“{read}”在未来。' },
  'table-problem-name-not-a-coordinate': { en: 'Not a coordinate', 'zh-CN': '不是坐标' },
  'table-problem-not-a-coordinate': {
    en: '“{read}” is not a coordinate. Write it as {wanted}.',
    'zh-CN': '“{read}”不是坐标，请按 {wanted} 填写。'
  },
  'table-problem-name-half-place': { en: 'Only one coordinate', 'zh-CN': '坐标缺一半' },
  'table-problem-half-place': {
    en: 'Longitude or latitude is missing. Give both or neither.',
    'zh-CN': '缺少经度或纬度，请同时填写或都不填。'
  },
  'table-problem-name-null-island': { en: 'Coordinates (0, 0)', 'zh-CN': '坐标为 (0, 0)' },
  'table-problem-null-island': {
    en: 'The coordinates are (0, 0), which stands for none. Give the place or leave both empty.',
    'zh-CN': '坐标为 (0, 0)，即没有位置。请填写位置或留空。'
  },
  'table-problem-name-out-of-range': { en: 'Coordinate impossible', 'zh-CN': '坐标超限' },
  'table-problem-out-of-range': {
    en: '“{read}” is beyond ±{most}°.',
    'zh-CN': '“{read}”超出 ±{most}°。'
  },
  'table-problem-name-outside-area': { en: 'Outside the area', 'zh-CN': '在区域之外' },
  'table-problem-outside-area': {
    en: 'The place lies outside this area ({wanted}). Check coordinates and their system.',
    'zh-CN': '位置不在本区域（{wanted}）内。请检查坐标及坐标系。'
  },
  'table-problem-name-duplicate-row': { en: 'Said twice', 'zh-CN': '重复行' },
  'table-problem-duplicate-row': {
    en: 'Row {row} says something of the same record already. Keep one of the two.',
    'zh-CN': '第 {row} 行已有同一记录，请只保留一行。'
  },
  'table-problem-name-damaged-text': { en: 'Damaged characters', 'zh-CN': '文字损坏' },
  'table-problem-damaged-text': {
    en: '“{read}” holds damaged characters. Write it anew, or choose another encoding.',
    'zh-CN': '“{read}”含有损坏的文字。请重新填写，或更改编码。'
  },
  'table-problem-name-too-long': { en: 'Text too long', 'zh-CN': '文字过长' },
  'table-problem-too-long': {
    en: 'The text is longer than {most, number} characters.',
    'zh-CN': '文字超过 {most, number} 字。'
  },
  'table-problem-name-overlong-row': { en: 'Too many cells', 'zh-CN': '单元格过多' },
  'table-problem-overlong-row': {
    en: 'The row has {found, number} cells, the headings {wanted}: a stray separator has shifted them.',
    'zh-CN': '该行有 {found, number} 个单元格，表头只有 {wanted} 个：多余的分隔符使内容错位。'
  },
  'table-problem-name-sum-row': { en: 'Row of totals', 'zh-CN': '合计行' },
  'table-problem-sum-row': {
    en: 'This is a row of totals, not a record.',
    'zh-CN': '这是合计行，不是记录。'
  },
  'table-problem-name-left-out': { en: 'Left out', 'zh-CN': '未选' },
  'table-problem-left-out': { en: 'Left out by choice.', 'zh-CN': '您选择不导入。' },
  'table-problem-left-out-note': {
    en: 'People counts and stock were passed over: administrators import them, or you left them out.',
    'zh-CN': '人群数或库存未导入：仅管理员可导入，或您已选择不导入。'
  }
};
