import type { Messages } from '../locale';
import { ruleNames } from './rule-names';

/** The page of administration where rule packs are read, drafted, compared and published. */
export const rulePacks: Messages = {
  ...ruleNames,
  'packs-title': { en: 'Rules', 'zh-CN': '规则' },
  'packs-view': { en: 'View', 'zh-CN': '视图' },
  'packs-view-rules': { en: 'Rules', 'zh-CN': '规则' },
  'packs-view-history': { en: 'Versions', 'zh-CN': '版本' },
  'packs-in-force': {
    en: 'In force: {name}, version {version}, since {date}',
    'zh-CN': '现行：{name}，版本 {version}，{date} 起施行'
  },
  'packs-waiting': {
    en: 'Version {version} takes over on {date}, {zone}',
    'zh-CN': '版本 {version} 将于 {date}（{zone}）起施行'
  },
  'packs-fault': {
    en: 'The version “{name}” is published but cannot be read ({field}); it is passed over. Publish a new one.',
    'zh-CN': '版本“{name}”已发布但无法读取（{field}），已跳过。请发布新版本。'
  },
  'packs-draft-new': { en: 'Draft a new version', 'zh-CN': '起草新版本' },
  'packs-draft-from': { en: 'Draft a new version from this one', 'zh-CN': '以此版本起草新版本' },
  'packs-draft-open': { en: 'Open the draft', 'zh-CN': '打开草案' },
  'packs-draft-shown': {
    en: 'Draft {version}, made from {base}. In force for nobody; tried on this screen.',
    'zh-CN': '草案 {version}，源自版本 {base}。尚未施行，仅在本屏试用。'
  },
  'packs-draft-close': { en: 'Close the draft', 'zh-CN': '关闭草案' },
  'packs-draft-delete': { en: 'Delete the draft', 'zh-CN': '删除草案' },
  'packs-draft-delete-sure': {
    en: 'Delete draft {version}? Its changes are gone.',
    'zh-CN': '删除草案 {version}？其中的改动将不复存在。'
  },
  'packs-keep': { en: 'Keep it', 'zh-CN': '保留' },
  'packs-drafted': { en: 'Draft {version} is saved.', 'zh-CN': '草案 {version} 已保存。' },
  'packs-group-medicines': { en: 'Medicines and stock', 'zh-CN': '药品与储备' },
  'packs-group-facilities': { en: 'Facilities and equipment', 'zh-CN': '机构与设备' },
  'packs-group-access': { en: 'Ways and remote places', 'zh-CN': '可达与偏远' },
  'packs-group-transfer': { en: 'Referral and vehicles', 'zh-CN': '转诊与车辆' },
  'packs-group-people': { en: 'Key people and risk', 'zh-CN': '重点人群与风险' },
  'packs-group-reports': { en: 'Daily report', 'zh-CN': '每日报告' },
  'packs-group-targets': { en: 'Targets of the five mechanisms', 'zh-CN': '五项机制目标' },
  'packs-group-duties': { en: 'Duties without a number', 'zh-CN': '无数值的职责' },
  'packs-norms': { en: 'Figures to compare with', 'zh-CN': '对照指标' },
  'packs-norms-lead': {
    en: 'Norms of other sources, for comparison alone: no duty of the two documents, and no figure is judged by them.',
    'zh-CN': '其他来源的指标，仅供对照：不是两份文件规定的职责，不用于评判。'
  },
  'packs-norm': { en: 'Norm', 'zh-CN': '指标' },
  'packs-rule': { en: 'Rule', 'zh-CN': '规则' },
  'packs-value': { en: 'Value', 'zh-CN': '数值' },
  'packs-source': { en: 'Source', 'zh-CN': '出处' },
  'packs-kind': { en: 'Kind', 'zh-CN': '性质' },
  'packs-kind-document': { en: 'duty of the document', 'zh-CN': '文件规定' },
  'packs-kind-setting': { en: 'setting of the county', 'zh-CN': '本县设置' },
  'packs-entry-version': { en: 'Version', 'zh-CN': '版本' },
  'packs-changed-from': { en: 'was {value}', 'zh-CN': '原为 {value}' },
  'packs-changed': { en: 'changed', 'zh-CN': '有改动' },
  'packs-document-of': { en: '{document}, item {item}', 'zh-CN': '{document}，{item}' },
  'packs-requirement': { en: 'Row {row} of the requirements', 'zh-CN': '需求表第 {row} 行' },
  'packs-wording': { en: 'Wording', 'zh-CN': '原文' },
  'packs-reason': { en: 'Why it was changed', 'zh-CN': '改动理由' },
  'packs-reason-of': { en: 'Changed in version {version}: {reason}', 'zh-CN': '版本 {version} 改动：{reason}' },
  'packs-compare-norms': { en: 'To compare with', 'zh-CN': '可对照' },
  'packs-edit-lead': { en: 'Version {version} says {value}.', 'zh-CN': '版本 {version} 为 {value}。' },
  'packs-edit-value': { en: 'Value, {unit}', 'zh-CN': '数值（{unit}）' },
  'packs-edit-value-plain': { en: 'Value', 'zh-CN': '数值' },
  'packs-edit-kind': { en: 'Where the number comes from', 'zh-CN': '数值来源' },
  'packs-edit-kind-document': { en: 'A document', 'zh-CN': '文件规定' },
  'packs-edit-kind-setting': { en: 'The county', 'zh-CN': '本县设置' },
  'packs-edit-document': { en: 'Document', 'zh-CN': '文件' },
  'packs-edit-document-new': { en: 'Another document…', 'zh-CN': '其他文件…' },
  'packs-edit-document-zh': { en: 'Its title in Chinese', 'zh-CN': '文件中文标题' },
  'packs-edit-document-en': { en: 'Its title in English', 'zh-CN': '文件英文标题' },
  'packs-edit-item': { en: 'Item', 'zh-CN': '条款' },
  'packs-edit-text-zh': { en: 'Wording in Chinese', 'zh-CN': '中文原文' },
  'packs-edit-text-en': { en: 'Wording in English', 'zh-CN': '英文译文' },
  'packs-edit-one-language': {
    en: 'Left empty, the other language stands in its place.',
    'zh-CN': '留空时以另一种语言的文字代替。'
  },
  'packs-edit-apply': { en: 'Keep in the draft', 'zh-CN': '写入草案' },
  'packs-edit-back': { en: 'Back to version {version}', 'zh-CN': '恢复版本 {version}' },
  'packs-edit-zone': { en: 'The area lies in {zone}, {name}.', 'zh-CN': '本区域位于 {zone}（{name}）。' },
  'packs-draft-title': { en: 'Draft {version}', 'zh-CN': '草案 {version}' },
  'packs-draft-made-from': { en: 'made from version {base}', 'zh-CN': '源自版本 {base}' },
  'packs-head-version': { en: 'Version', 'zh-CN': '版本号' },
  'packs-head-day': { en: 'Takes over on', 'zh-CN': '施行日期' },
  'packs-head-day-hint': {
    en: 'As that day begins on the county’s clocks ({zone}).',
    'zh-CN': '自当日零时起（{zone}）。'
  },
  'packs-head-name-zh': { en: 'Name in Chinese', 'zh-CN': '中文名称' },
  'packs-head-name-en': { en: 'Name in English', 'zh-CN': '英文名称' },
  'packs-head-save': { en: 'Save', 'zh-CN': '保存' },
  'packs-changes': {
    en: '{count, plural, =0 {Nothing is changed yet} one {# rule changed} other {# rules changed}}',
    'zh-CN': '{count, plural, =0 {尚无改动} other {已改动 # 条规则}}'
  },
  'packs-changes-hint': {
    en: 'Choose a rule in the list to change it.',
    'zh-CN': '在列表中选择要修改的规则。'
  },
  'packs-publish': { en: 'Publish…', 'zh-CN': '发布…' },
  'packs-publish-sure': {
    en: 'Version {version} takes over at every desk on {date}, as the day begins ({zone}). It can never be changed or deleted then; a later version supersedes it.',
    'zh-CN': '版本 {version} 将于 {date} 零时（{zone}）在各席位施行。发布后不能修改或删除，只能由新版本取代。'
  },
  'packs-publish-at-once': {
    en: 'Version {version} takes over at every desk at once. It can never be changed or deleted then; a later version supersedes it.',
    'zh-CN': '版本 {version} 将立即在各席位施行。发布后不能修改或删除，只能由新版本取代。'
  },
  'packs-publish-now': { en: 'Publish for all desks', 'zh-CN': '在各席位发布' },
  'packs-publish-not-yet': { en: 'Not yet', 'zh-CN': '暂不发布' },
  'packs-published': { en: 'Version {version} is published and in force.', 'zh-CN': '版本 {version} 已发布并施行。' },
  'packs-published-waiting': {
    en: 'Version {version} is published; it takes over on {date}.',
    'zh-CN': '版本 {version} 已发布，将于 {date} 起施行。'
  },
  'packs-not-yet': { en: 'Before it can be published', 'zh-CN': '发布前须处理' },
  'packs-fault-of': { en: '{rule}: {fault}', 'zh-CN': '{rule}：{fault}' },
  'packs-field-version': { en: 'Version', 'zh-CN': '版本号' },
  'packs-field-effectiveOn': { en: 'Day', 'zh-CN': '施行日期' },
  'packs-field-name': { en: 'Name', 'zh-CN': '名称' },
  'packs-field-basedOn': { en: 'Made from', 'zh-CN': '来源版本' },
  'packs-field-documents': { en: 'Document', 'zh-CN': '文件' },
  'packs-go-to': { en: 'Go to it', 'zh-CN': '前往' },

  'packs-effect': { en: 'What changes on the map if this is published', 'zh-CN': '发布后的变化' },
  'packs-effect-none': { en: 'No figure changes.', 'zh-CN': '各项数字不变。' },
  'packs-effect-computing': { en: 'Working it out…', 'zh-CN': '正在计算…' },
  'packs-effect-far': {
    en: 'Over {minutes} min from a severe-case hospital, or no way',
    'zh-CN': '到重症收治医院超过 {minutes} 分钟或不通'
  },
  'packs-effect-remote': { en: 'Remote', 'zh-CN': '偏远' },
  'packs-effect-sites': { en: 'Sites with a gap', 'zh-CN': '有短板的机构' },
  'packs-effect-gaps': { en: 'Gaps', 'zh-CN': '短板' },
  'packs-effect-villages': {
    en: '{value, plural, one {# village} other {# villages}}',
    'zh-CN': '{value, number} 个村'
  },
  'packs-effect-gained': { en: '+{count, number}', 'zh-CN': '增 {count, number}' },
  'packs-effect-lost': { en: '−{count, number}', 'zh-CN': '减 {count, number}' },
  'packs-effect-kind': { en: 'Kind of gap', 'zh-CN': '短板类别' },
  'packs-effect-before': { en: 'Now', 'zh-CN': '现行' },
  'packs-effect-after': { en: 'Then', 'zh-CN': '发布后' },
  'packs-effect-moves': { en: 'New, gone', 'zh-CN': '增减' },
  'packs-effect-other': {
    en: 'Other changes planned on this screen are counted in.',
    'zh-CN': '本屏的其他规划改动已计入。'
  },
  'packs-effect-discard': { en: 'Discard them', 'zh-CN': '放弃这些改动' },
  'packs-effect-open': { en: 'See it on Plan', 'zh-CN': '在规划页查看' },

  'packs-versions': { en: 'Versions', 'zh-CN': '版本' },
  'packs-version': { en: 'Version', 'zh-CN': '版本' },
  'packs-name': { en: 'Name', 'zh-CN': '名称' },
  'packs-day': { en: 'Takes over on', 'zh-CN': '施行日期' },
  'packs-by': { en: 'Published', 'zh-CN': '发布' },
  'packs-by-value': { en: '{time}, {by}', 'zh-CN': '{time}，{by}' },
  'packs-shipped': { en: 'shipped', 'zh-CN': '内置' },
  'packs-changed-rules': { en: 'Rules changed', 'zh-CN': '改动规则' },
  'packs-state': { en: 'State', 'zh-CN': '状态' },
  'packs-state-in-force': { en: 'in force', 'zh-CN': '现行' },
  'packs-state-waiting': { en: 'waits for its day', 'zh-CN': '待施行' },
  'packs-state-superseded': { en: 'superseded', 'zh-CN': '已被取代' },
  'packs-state-draft': { en: 'draft', 'zh-CN': '草案' },
  'packs-compared': { en: 'Compared with', 'zh-CN': '对比' },
  'packs-before-after': { en: '{before} → {after}', 'zh-CN': '{before} → {after}' },
  'packs-same': { en: 'Both say the same.', 'zh-CN': '两个版本内容相同。' },
  'packs-differ': {
    en: '{count, plural, one {# rule differs} other {# rules differ}}',
    'zh-CN': '{count} 条规则不同'
  },
  'packs-differ-source': { en: 'Source {before} → {after}', 'zh-CN': '出处 {before} → {after}' },
  'packs-differ-text': { en: 'Other wording', 'zh-CN': '原文不同' },

  'pack-trouble-entry': { en: 'this cannot be read; wanted: {wanted}.', 'zh-CN': '无法读取，应为：{wanted}。' },
  'pack-trouble-empty': { en: 'give a value.', 'zh-CN': '请填写数值。' },
  'pack-trouble-number': { en: 'give a number of 0 to 1,000,000.', 'zh-CN': '请填写 0 至 1,000,000 的数字。' },
  'pack-trouble-percent': { en: 'give a per cent from 0 to 100.', 'zh-CN': '请填写 0 到 100 的百分数。' },
  'pack-trouble-positive': { en: 'give a number above 0.', 'zh-CN': '请填写大于 0 的数字。' },
  'pack-trouble-month-day': { en: 'give a day as month-day, like 01-05.', 'zh-CN': '请按 月-日 填写，如 01-05。' },
  'pack-trouble-clock': { en: 'give a time of 24 hours, like 17:00.', 'zh-CN': '请按 24 小时制填写，如 17:00。' },
  'pack-trouble-telephone': {
    en: 'give a telephone number, like 120 or 023-7555 1234, or nothing.',
    'zh-CN': '请填写电话号码，如 120 或 023-7555 1234，也可留空。'
  },
  'pack-trouble-offset': { en: 'choose a time zone of the list.', 'zh-CN': '请从列表选择时区。' },
  'pack-trouble-shares': {
    en: 'the lower share must not be above the upper one. Change the other one first.',
    'zh-CN': '下限不得高于上限，请先修改另一项。'
  },
  'pack-trouble-item': {
    en: 'begin with the letter of the document, like {letter}5; at most 20 characters.',
    'zh-CN': '请以文件字母开头，如 {letter}5，不超过 20 个字符。'
  },
  'pack-trouble-text': {
    en: 'give a text of at most {most, number} characters.',
    'zh-CN': '请填写文字，不超过 {most, number} 字。'
  },
  'pack-trouble-date': { en: 'choose a day.', 'zh-CN': '请选择日期。' },
  'pack-trouble-version-long': {
    en: 'give it at most {most, number} characters, without blanks at its ends.',
    'zh-CN': '不超过 {most, number} 个字符，首尾不留空格。'
  },
  'pack-trouble-version-taken': {
    en: 'this version is published already; choose another.',
    'zh-CN': '该版本号已发布过，请另取。'
  },
  'pack-trouble-day-passed': {
    en: 'this day has passed; choose today or later.',
    'zh-CN': '日期已过，请选今天或之后。'
  },
  'pack-trouble-base': {
    en: 'the version this was made from is not published. Draft it anew from one that is.',
    'zh-CN': '来源版本并未发布，请从已发布的版本重新起草。'
  },
  'pack-trouble-reason': { en: 'say why it was changed.', 'zh-CN': '请写明改动理由。' },
  'pack-trouble-same-sentence': {
    en: 'this sentence gives another number. Name the document and item that give this one, or mark it as set by the county.',
    'zh-CN': '该条原文并非此数值。请写明规定此数值的文件和条款，或标为本县设置。'
  },

  'packs-zone--11:00': { en: 'Samoa (US), Niue', 'zh-CN': '美属萨摩亚、纽埃' },
  'packs-zone--10:00': { en: 'Hawaii, Tahiti', 'zh-CN': '夏威夷、塔希提' },
  'packs-zone--09:00': { en: 'Alaska', 'zh-CN': '阿拉斯加' },
  'packs-zone--08:00': { en: 'Pacific coast of North America', 'zh-CN': '北美太平洋沿岸' },
  'packs-zone--07:00': { en: 'Mountains of North America', 'zh-CN': '北美山区' },
  'packs-zone--06:00': { en: 'Mexico, Central America', 'zh-CN': '墨西哥、中美洲' },
  'packs-zone--05:00': { en: 'Peru, Colombia, eastern North America', 'zh-CN': '秘鲁、哥伦比亚、北美东部' },
  'packs-zone--04:00': { en: 'Bolivia, Venezuela', 'zh-CN': '玻利维亚、委内瑞拉' },
  'packs-zone--03:30': { en: 'Newfoundland', 'zh-CN': '纽芬兰' },
  'packs-zone--03:00': { en: 'Brazil, Argentina', 'zh-CN': '巴西、阿根廷' },
  'packs-zone--01:00': { en: 'Cape Verde', 'zh-CN': '佛得角' },
  'packs-zone-+00:00': { en: 'Ghana, Senegal, Britain', 'zh-CN': '加纳、塞内加尔、英国' },
  'packs-zone-+01:00': { en: 'Nigeria, Congo, central Europe', 'zh-CN': '尼日利亚、刚果、中欧' },
  'packs-zone-+02:00': { en: 'Southern Africa, Egypt', 'zh-CN': '南部非洲、埃及' },
  'packs-zone-+03:00': { en: 'Comoros, Kenya, Arabia', 'zh-CN': '科摩罗、肯尼亚、阿拉伯' },
  'packs-zone-+03:30': { en: 'Iran', 'zh-CN': '伊朗' },
  'packs-zone-+04:00': { en: 'Mauritius, Emirates', 'zh-CN': '毛里求斯、阿联酋' },
  'packs-zone-+04:30': { en: 'Afghanistan', 'zh-CN': '阿富汗' },
  'packs-zone-+05:00': { en: 'Pakistan, Uzbekistan', 'zh-CN': '巴基斯坦、乌兹别克斯坦' },
  'packs-zone-+05:30': { en: 'India, Sri Lanka', 'zh-CN': '印度、斯里兰卡' },
  'packs-zone-+05:45': { en: 'Nepal', 'zh-CN': '尼泊尔' },
  'packs-zone-+06:00': { en: 'Bangladesh, Kyrgyzstan', 'zh-CN': '孟加拉国、吉尔吉斯斯坦' },
  'packs-zone-+06:30': { en: 'Myanmar', 'zh-CN': '缅甸' },
  'packs-zone-+07:00': { en: 'Viet Nam, Thailand, Laos', 'zh-CN': '越南、泰国、老挝' },
  'packs-zone-+08:00': { en: 'China, Malaysia, Philippines', 'zh-CN': '中国（北京时间）、马来西亚、菲律宾' },
  'packs-zone-+09:00': { en: 'Korea, Japan', 'zh-CN': '韩国、日本' },
  'packs-zone-+09:30': { en: 'Central Australia', 'zh-CN': '澳大利亚中部' },
  'packs-zone-+10:00': { en: 'Papua New Guinea, eastern Australia', 'zh-CN': '巴布亚新几内亚、澳大利亚东部' },
  'packs-zone-+11:00': { en: 'Solomon Islands, Vanuatu', 'zh-CN': '所罗门群岛、瓦努阿图' },
  'packs-zone-+12:00': { en: 'Fiji, New Zealand', 'zh-CN': '斐济、新西兰' },
  'packs-zone-+13:00': { en: 'Tonga, Samoa', 'zh-CN': '汤加、萨摩亚' },
  'packs-zone-+14:00': { en: 'Line Islands', 'zh-CN': '莱恩群岛' },
  'packs-zone': { en: 'UTC{offset}', 'zh-CN': 'UTC{offset}' },
  'packs-zone-named': { en: 'UTC{offset} · {places}', 'zh-CN': 'UTC{offset} · {places}' },
  'packs-zone-hint': {
    en: 'One offset for the whole year: summer time is not kept.',
    'zh-CN': '全年同一时差，不计夏令时。'
  }
};
