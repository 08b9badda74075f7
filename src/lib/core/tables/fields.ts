import type { TableField } from './table-kinds';

type Extra = Partial<Pick<TableField, 'required' | 'unit' | 'kept' | 'choices'>>;

export function field(
  name: string,
  type: TableField['type'],
  zh: string[],
  en: string[],
  extra: Extra = {}
): TableField {
  return { name, type, required: false, unit: null, kept: true, zh, en, ...extra };
}
export const count = (name: string, zh: string[], en: string[], unit: TableField['unit'] = 'persons') =>
  field(name, 'count', zh, en, { unit });

export const REQUIRED = { required: true };
const UNKEPT = { kept: false };

export const town = (extra: Extra = {}) =>
  field(
    'town',
    'town',
    ['乡镇', '乡镇名称', '所属乡镇', '乡镇（街道）', '乡镇街道', '街道', '镇', '乡', '镇乡', '镇（乡）', '所在乡镇'],
    ['Township', 'Town', 'Unit', 'Township name', 'Commune', 'Ward'],
    extra
  );
export const code = field(
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
export const PLACE = [
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
export const telephone = field(
  'telephone',
  'text',
  ['联系电话', '电话', '电话号码', '手机', '手机号', '联系方式', '值班电话'],
  ['Telephone', 'Phone', 'Tel', 'Mobile', 'Contact number']
);
export const IGNORED = [
  field('serial', 'text', ['序号', '编号', '行号'], ['No.', 'Serial', '#', 'Serial number'], UNKEPT),
  field('remarks', 'text', ['备注', '说明', '附注'], ['Remarks', 'Notes', 'Comment'], UNKEPT)
];
export const responsible = field(
  'responsible',
  'text',
  ['负责人', '责任人', '联系人', '村医', '负责人姓名'],
  ['Responsible', 'Person in charge', 'Contact', 'Contact person'],
  UNKEPT
);

export const PEOPLE = [
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

export const villageName = (extra: Extra = {}) =>
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
