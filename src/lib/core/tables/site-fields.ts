import type { TableField } from './table-kinds';
import {
  code,
  count,
  field,
  IGNORED,
  PEOPLE,
  PLACE,
  REQUIRED,
  responsible,
  telephone,
  town,
  villageName
} from './fields';

export const TIERS = {
  'village-clinic': [
    '村卫生室',
    '村医务室',
    '卫生室',
    '社区卫生服务站',
    '卫生站',
    '门诊',
    '诊所',
    'village clinic',
    'clinic',
    'dispensary',
    'health post',
    'station'
  ],
  'township-hospital': [
    '乡镇卫生院',
    '中心卫生院',
    '卫生院',
    '社区卫生服务中心',
    'township hospital',
    'health centre',
    'health center',
    'health centre (township)'
  ],
  'sub-designated': [
    '亚定点医院',
    '亚定点',
    '二级医院',
    '牵头医院',
    'sub-designated hospital',
    'sub-designated',
    'district hospital'
  ],
  designated: [
    '定点医院',
    '县定点医院',
    '定点',
    '县医院',
    '人民医院',
    '三级医院',
    'designated hospital',
    'designated',
    'county hospital',
    'referral hospital'
  ]
} as const;

const CAPABILITY_FIELD = field(
  'capabilities',
  'capabilities',
  ['能力', '救治能力', '设备', '配置', '服务能力'],
  ['Capabilities', 'Equipment', 'Services']
);

export const FACILITY_FIELDS: readonly TableField[] = [
  field(
    'name',
    'text',
    ['机构名称', '医疗机构', '医院名称', '单位名称', '卫生室名称', '名称', '医疗机构名称'],
    ['Facility', 'Facility name', 'Name', 'Health facility', 'Hospital'],
    REQUIRED
  ),
  field(
    'tier',
    'choice',
    ['机构类别', '级别', '类型', '机构级别', '层级', '机构类型', '类别'],
    ['Tier', 'Level', 'Type', 'Facility type', 'Kind'],
    { choices: TIERS }
  ),
  town(),
  field(
    'parent',
    'text',
    ['上级机构', '所属卫生院', '主管卫生院', '管理机构'],
    ['Parent facility', 'Township hospital', 'Parent', 'Managed by']
  ),
  ...PLACE,
  field('address', 'text', ['地址', '详细地址', '所在地'], ['Address', 'Location']),
  telephone,
  count('bedsTotal', ['床位数', '床位', '编制床位', '实有床位'], ['Beds', 'Beds total', 'Total beds'], 'beds'),
  count('bedsFree', ['空床数', '空床', '可用床位', '空余床位'], ['Beds free', 'Free beds', 'Available beds'], 'beds'),
  count('icuBeds', ['ICU床位', '重症床位', 'ICU', '重症监护床位'], ['ICU beds', 'ICU'], 'beds'),
  count(
    'convertibleIcuBeds',
    ['可转换ICU床位', '可转换ICU', '可转换重症床位', '可转换为ICU的床位'],
    ['Convertible ICU beds', 'Convertible ICU'],
    'beds'
  ),
  field(
    'convertHours',
    'number',
    ['转换时间', '转换小时', '转换时间（小时）'],
    ['Conversion hours', 'Hours to convert'],
    { unit: 'hours' }
  ),
  count('oximeters', ['血氧仪', '血氧仪数', '指夹式血氧仪', '血氧仪（台）'], ['Oximeters', 'Pulse oximeters'], null),
  count('drUnits', ['DR', '数字化DR', 'DR台数', '数字化DR（台）'], ['DR units', 'DR', 'X-ray units'], null),
  count(
    'staffBaseline',
    ['核定人员', '编制人数', '编制', '人员基数'],
    ['Staff baseline', 'Established posts'],
    'persons'
  ),
  count(
    'staffNow',
    ['在岗人数', '在岗人员', '现有人员', '人员数', '职工数'],
    ['Staff now', 'Staff', 'Staff on duty'],
    'persons'
  ),
  field(
    'open24h',
    'flag',
    ['24小时开放', '24小时', '24小时服务', '是否24小时开放'],
    ['Open 24 h', '24h', 'Open 24 hours']
  ),
  field(
    'feverSet',
    'flag',
    ['发热诊室', '已设发热诊室', '是否设置发热诊室', '设发热门诊'],
    ['Fever clinic', 'Fever clinic set']
  ),
  field('feverOpen', 'flag', ['发热诊室开放', '发热门诊开放', '发热诊室是否开放'], ['Fever clinic open']),
  field('insuranceDesignated', 'flag', ['医保定点', '是否医保定点'], ['Insurance designated', 'Insured']),
  CAPABILITY_FIELD,
  ...IGNORED,
  responsible
];

export const PEOPLE_FIELDS: readonly TableField[] = [
  town(REQUIRED),
  villageName(REQUIRED),
  code,
  ...PEOPLE,
  count(
    'contactsDone',
    ['已随访', '本周随访', '随访人次', '已联系', '联系人次'],
    ['Contacts done', 'Contacts', 'Visits done']
  ),
  count(
    'vaccinated60',
    ['60岁及以上已接种', '60岁以上已接种', '已接种', '60+接种人数'],
    ['Vaccinated 60+', 'Vaccinated']
  ),
  count(
    'target60',
    ['60岁及以上应接种', '60岁以上应接种', '应接种', '60+人数', '60岁及以上'],
    ['Target 60+', 'Target']
  ),
  field('countedOn', 'date', ['统计日期', '日期', '上报日期', '填报日期', '统计时间'], ['Counted on', 'Date', 'As of']),
  ...IGNORED,
  responsible,
  { ...telephone, kept: false }
];

export const STOCK_FIELDS: readonly TableField[] = [
  field(
    'facility',
    'text',
    ['机构名称', '医疗机构', '卫生室', '村卫生室', '单位名称', '机构'],
    ['Facility', 'Facility name', 'Site', 'Clinic'],
    REQUIRED
  ),
  town(),
  field(
    'medicine',
    'text',
    ['药品名称', '药品', '品名', '通用名', '药名', '类别', '药品类别'],
    ['Medicine', 'Drug', 'Item', 'Product', 'Medicine class'],
    REQUIRED
  ),
  field('lot', 'text', ['批号', '生产批号', '产品批号'], ['Lot', 'Batch', 'Lot number', 'Batch number']),
  field(
    'doses',
    'number',
    ['数量', '库存', '库存量', '库存数量', '现有库存', '剂数', '结存'],
    ['Doses', 'Quantity', 'Stock', 'On hand', 'Qty'],
    { required: true, unit: 'doses' }
  ),
  field(
    'expiresOn',
    'date',
    ['有效期', '有效期至', '效期', '失效日期', '到期日期'],
    ['Expires on', 'Expiry', 'Expiry date', 'Use by']
  ),
  field(
    'onOrderDoses',
    'number',
    ['在途', '已订购', '订单数量', '在途数量'],
    ['On order', 'On order doses', 'Ordered'],
    { unit: 'doses' }
  ),
  field('meanDailyUse', 'number', ['日均用量', '日均消耗', '日用量', '平均日用量'], ['Mean daily use', 'Daily use'], {
    unit: 'doses-per-day'
  }),
  ...IGNORED
];

export const SUPPLIER_KINDS = {
  supplier: ['保供企业', '供应商', '医药公司', '企业', '供货企业', 'supplier', 'wholesaler'],
  depot: ['储备库', '应急储备库', '仓库', '库房', 'depot', 'warehouse', 'store'],
  pharmacy: ['药店', '零售药店', '药房', 'pharmacy', 'drugstore']
} as const;

export const SUPPLIER_FIELDS: readonly TableField[] = [
  field(
    'name',
    'text',
    ['企业名称', '名称', '供应商', '单位名称', '药店名称', '仓库名称'],
    ['Supplier', 'Name', 'Company', 'Pharmacy'],
    REQUIRED
  ),
  field('kind', 'choice', ['类别', '类型', '企业类型', '性质'], ['Kind', 'Type', 'Category'], {
    choices: SUPPLIER_KINDS
  }),
  town(),
  ...PLACE,
  telephone,
  ...IGNORED,
  responsible
];

export const VEHICLE_KINDS = {
  ambulance: ['救护车', '急救车', '监护型救护车', '转运救护车', 'ambulance'],
  reserve: ['储备车', '备用车', '储备车辆', '社会车辆', '公务车', 'reserve', 'other']
} as const;

const GRAVEST = {
  asymptomatic: ['无症状', '无症状感染者', 'asymptomatic'],
  mild: ['轻型', '轻症', 'mild'],
  ordinary: ['普通型', '普通', '中型', 'ordinary', 'moderate'],
  severe: ['重型', '重症', 'severe'],
  critical: ['危重型', '危重症', '危重', 'critical']
} as const;

export const VEHICLE_FIELDS: readonly TableField[] = [
  field(
    'callSign',
    'text',
    ['车牌号', '车牌', '车号', '编号', '呼号', '车辆牌号'],
    ['Call sign', 'Plate', 'Registration', 'Vehicle'],
    REQUIRED
  ),
  field('kind', 'choice', ['车辆类型', '类型', '类别', '车型'], ['Kind', 'Type', 'Vehicle type'], {
    choices: VEHICLE_KINDS
  }),
  town(),
  field(
    'base',
    'text',
    ['所在机构', '停放地点', '驻地', '所属单位', '停放点', '单位'],
    ['Base', 'Base facility', 'Stationed at', 'Facility']
  ),
  ...PLACE,
  count('seats', ['座位数', '座位', '载客数', '核载人数'], ['Seats', 'Capacity'], 'persons'),
  field(
    'minutesToReady',
    'number',
    ['出车时间', '准备时间', '出动时间', '准备分钟'],
    ['Minutes to ready', 'Ready in'],
    { unit: 'minutes' }
  ),
  CAPABILITY_FIELD,
  field(
    'severityLimit',
    'choice',
    ['最重可转运', '可转运分型', '最重分型', '转运上限'],
    ['Gravest case', 'Severity limit', 'Highest grade'],
    { choices: GRAVEST }
  ),
  field('rangeKm', 'number', ['续航里程', '续航', '续航公里'], ['Range', 'Range km', 'Range (km)'], { unit: 'km' }),
  field('driver', 'text', ['驾驶员', '司机', '驾驶员姓名'], ['Driver', 'Driver name']),
  field('attendant', 'text', ['随车医护', '随车人员', '随车护士', '随车医生'], ['Attendant', 'Paramedic', 'Nurse']),
  telephone,
  field('onDuty', 'flag', ['当班', '在岗', '是否当班'], ['On duty', 'Duty']),
  field('shiftEndsAt', 'moment', ['班次结束', '下班时间', '交班时间'], ['Shift ends', 'End of shift', 'Off duty at']),
  ...IGNORED,
  responsible
];
