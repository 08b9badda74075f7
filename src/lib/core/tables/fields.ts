import type { TableField } from './table-kinds';

type Extra = Partial<Pick<TableField, 'required' | 'unit' | 'kept' | 'choices'>>;

function field(name: string, type: TableField['type'], zh: string[], en: string[], extra: Extra = {}): TableField {
  return { name, type, required: false, unit: null, kept: true, zh, en, ...extra };
}
const count = (name: string, zh: string[], en: string[], unit: TableField['unit'] = 'persons') =>
  field(name, 'count', zh, en, { unit });

const REQUIRED = { required: true };
const UNKEPT = { kept: false };

const town = (extra: Extra = {}) =>
  field(
    'town',
    'town',
    ['乡镇', '乡镇名称', '所属乡镇', '乡镇（街道）', '乡镇街道', '街道', '镇', '乡', '镇乡', '镇（乡）', '所在乡镇'],
    ['Township', 'Town', 'Unit', 'Township name', 'Commune', 'Ward'],
    extra
  );
const code = field(
  'code',
  'code',
  [
    '村代码',
    '行政村代码',
    '区划代码',
    '行政区划代码',
    '统计用区划代码',
    '村编码',
    '代码',
    '编码',
    '12位代码',
    '区划码'
  ],
  ['Village code', 'Division code', 'Code', 'Code12', 'Village ID', 'Admin code']
);
const PLACE = [
  field(
    'lon',
    'lon',
    ['经度', '东经', 'X', 'X坐标', '经度（E）', '经度坐标'],
    ['Longitude', 'Lon', 'Lng', 'Long', 'X'],
    {
      unit: 'degrees'
    }
  ),
  field('lat', 'lat', ['纬度', '北纬', 'Y', 'Y坐标', '纬度（N）', '纬度坐标'], ['Latitude', 'Lat', 'Y'], {
    unit: 'degrees'
  }),
  field('crs', 'crs', ['坐标系', '坐标系统', '坐标类型'], ['Coordinate system', 'CRS', 'Datum'])
];
const telephone = field(
  'telephone',
  'text',
  ['联系电话', '电话', '电话号码', '手机', '手机号', '联系方式', '值班电话'],
  ['Telephone', 'Phone', 'Tel', 'Mobile', 'Contact number']
);
const IGNORED = [
  field('serial', 'text', ['序号', '编号', '行号'], ['No.', 'Serial', '#', 'Serial number'], UNKEPT),
  field('remarks', 'text', ['备注', '说明', '附注'], ['Remarks', 'Notes', 'Comment'], UNKEPT)
];
const responsible = field(
  'responsible',
  'text',
  ['负责人', '责任人', '联系人', '村医', '负责人姓名'],
  ['Responsible', 'Person in charge', 'Contact', 'Contact person'],
  UNKEPT
);

const PEOPLE = [
  field('labels', 'text', ['红/黄/绿人数', '红黄绿人数', '红/黄/绿', '红黄绿'], ['Red/yellow/green', 'Labels'], {
    unit: 'persons'
  }),
  count(
    'aged65',
    ['65岁及以上', '65岁以上', '65岁及以上人数', '65岁及以上人口', '65岁以上人口', '65+'],
    ['Aged 65+', '65+', 'Aged 65 and over', 'Over 65', 'Age 65+']
  ),
  count(
    'aged80',
    ['80岁及以上', '80岁以上', '80岁及以上人数', '80岁及以上人口', '80岁以上人口', '80+'],
    ['Aged 80+', '80+', 'Aged 80 and over', 'Over 80', 'Age 80+']
  ),
  count(
    'red',
    ['红色人数', '红', '红人数', '红标', '红色', '红色人数', '红标人数', '红码人数', '红（人）', '重点人群红色'],
    ['Red', 'Red label', 'Red labels']
  ),
  count(
    'yellow',
    ['黄色人数', '黄', '黄人数', '黄标', '黄色', '黄色人数', '黄标人数', '黄码人数', '黄（人）', '重点人群黄色'],
    ['Yellow', 'Yellow label', 'Yellow labels']
  ),
  count(
    'green',
    ['绿色人数', '绿', '绿人数', '绿标', '绿色', '绿色人数', '绿标人数', '绿码人数', '绿（人）', '重点人群绿色'],
    ['Green', 'Green label', 'Green labels']
  ),
  count(
    'returnees',
    ['返乡人数', '返乡人员', '返乡', '返乡人口', '返乡人员数'],
    ['Returnees', 'Returned', 'Returned persons']
  )
];

const villageName = (extra: Extra = {}) =>
  field(
    'name',
    'text',
    [
      '行政村',
      '村名',
      '村名称',
      '行政村名称',
      '村（社区）',
      '村居',
      '村庄',
      '村',
      '社区',
      '村（居）',
      '村社区',
      '名称'
    ],
    ['Village', 'Village name', 'Settlement', 'Name'],
    extra
  );

export const VILLAGE_FIELDS: readonly TableField[] = [
  town(REQUIRED),
  villageName(REQUIRED),
  code,
  count(
    'residents',
    ['常住人口', '常住人数', '常住', '人口', '人口数', '总人口'],
    ['Residents', 'Population', 'Pop', 'Resident population']
  ),
  count(
    'registered',
    ['户籍人口', '户籍人数', '户籍', '在册人口'],
    ['Registered population', 'Registered', 'Hukou population']
  ),
  count('households', ['户数', '总户数', '农户数'], ['Households', 'HH'], null),
  ...PEOPLE,
  field(
    'clinic',
    'text',
    ['村卫生室', '卫生室', '村卫生室名称', '村医务室', '卫生站'],
    ['Village clinic', 'Clinic', 'Clinic name', 'Health station']
  ),
  responsible,
  telephone,
  count(
    'oximeters',
    ['血氧仪', '血氧仪数', '指夹式血氧仪', '血氧仪（台）', '血氧仪数量'],
    ['Oximeters', 'Pulse oximeters', 'Oximeter'],
    null
  ),
  count(
    'antipyretic',
    ['退热药', '退烧药', '退热药数量', '解热药'],
    ['Antipyretics', 'Antipyretic', 'Fever medicine'],
    'doses'
  ),
  count(
    'antitussive',
    ['止咳药', '镇咳药', '止咳药数量', '止咳化痰药'],
    ['Antitussives', 'Antitussive', 'Cough medicine'],
    'doses'
  ),
  count(
    'chinesePatent',
    ['中成药', '中药', '中成药数量'],
    ['Chinese patent medicine', 'Chinese patent medicines', 'Patent medicine'],
    'doses'
  ),
  count(
    'antigen',
    ['抗原', '抗原试剂', '抗原检测试剂', '抗原数量'],
    ['Antigen tests', 'Antigen', 'Antigen test', 'Rapid tests'],
    'doses'
  ),
  ...PLACE,
  field(
    'areaKm2',
    'number',
    ['面积', '面积（平方公里）', '村域面积', '面积（平方千米）'],
    ['Area', 'Area km2', 'Area (km²)'],
    { unit: 'km2' }
  ),
  field('tourist', 'flag', ['旅游村', '是否旅游村', '乡村旅游'], ['Tourist village', 'Tourist']),
  field('residentsDate', 'date', ['统计日期', '人口日期', '统计时间'], ['Date', 'Counted on', 'Population date']),
  ...IGNORED
];

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
  ...IGNORED,
  responsible,
  { ...telephone, kept: false }
];
