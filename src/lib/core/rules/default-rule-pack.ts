import { DEFAULT_RULES } from './default-rules';
import type { Norm, RulePack } from './rule-pack';

/** Reference lines of other sources, shown beside the rules (never duties of the two documents). */
const NORMS: Norm[] = [
  {
    code: 'emergency-radius-urban',
    value: 5,
    unit: 'kilometres',
    text: { zh: '城市急救半径 ≤ 5 公里', en: 'Emergency radius in towns ≤ 5 km' },
    source: { zh: '院前医疗急救规划指标', en: 'Planning figure for pre-hospital emergency care' }
  },
  {
    code: 'emergency-radius-rural',
    value: 20,
    unit: 'kilometres',
    text: { zh: '农村急救半径 10–20 公里', en: 'Emergency radius in the country 10–20 km' },
    source: { zh: '院前医疗急救规划指标', en: 'Planning figure for pre-hospital emergency care' }
  },
  {
    code: 'call-answered-10s',
    value: 95,
    unit: 'percent-of-calls',
    text: { zh: '10 秒内接听 ≥ 95%', en: 'Calls answered in 10 s ≥ 95 %' },
    source: { zh: '院前医疗急救服务指标', en: 'Service figure for pre-hospital emergency care' }
  },
  {
    code: 'departure-3min',
    value: 95,
    unit: 'percent-of-calls',
    text: { zh: '3 分钟内出车 ≥ 95%', en: 'Departure within 3 minutes ≥ 95 %' },
    source: { zh: '院前医疗急救服务指标', en: 'Service figure for pre-hospital emergency care' }
  },
  {
    code: 'ambulance-per-persons',
    value: 50000,
    unit: 'persons-per-ambulance',
    text: { zh: '每 5 万人 1 辆救护车', en: 'One ambulance per 50,000 people' },
    source: { zh: '院前医疗急救配置指标', en: 'Equipment figure for pre-hospital emergency care' }
  },
  {
    code: 'ambulance-per-persons-later',
    value: 30000,
    unit: 'persons-per-ambulance',
    text: { zh: '远期每 3 万人 1 辆救护车', en: 'Later one ambulance per 30,000 people' },
    source: { zh: '院前医疗急救配置指标', en: 'Equipment figure for pre-hospital emergency care' }
  },
  {
    code: 'county-circle',
    value: 15,
    unit: 'minutes',
    text: { zh: '县域 15 分钟医疗圈', en: '15-minute county medical circle' },
    source: { zh: '县域医疗服务规划指标', en: 'Planning figure for county medical services' }
  },
  {
    code: 'rural-response',
    value: 30,
    unit: 'minutes',
    text: { zh: '农村急救反应 ≤ 30 分钟', en: 'Rural response ≤ 30 minutes' },
    source: { zh: '院前医疗急救规划指标', en: 'Planning figure for pre-hospital emergency care' }
  },
  {
    code: 'obstetric',
    value: 120,
    unit: 'minutes',
    text: { zh: '2 小时内可获得基本产科急救', en: 'Basic emergency obstetric care within 2 h' },
    source: { zh: '国际产科急救标准', en: 'International standard for emergency obstetric care' }
  },
  {
    code: 'spo2-refer',
    value: 93,
    unit: 'spo2-percent',
    text: { zh: '血氧饱和度 < 93% 即转诊', en: 'SpO₂ < 93 % means refer' },
    source: { zh: '新冠病毒感染诊疗方案', en: 'Clinical guideline for COVID-19' }
  },
  {
    code: 'yellow-follow-up',
    value: 3,
    unit: 'days',
    text: { zh: '黄色标识人员每 3 天随访一次', en: 'Yellow-labelled people followed every 3 days' },
    source: { zh: '国卫明电〔2022〕509号', en: 'National notice 国卫明电〔2022〕509号' }
  }
];

export const DEFAULT_RULE_PACK: RulePack = {
  name: { zh: '龙潭镇 2023', en: 'Longtan 2023' },
  version: '2023-1',
  effectiveOn: '2023-01-10',
  documents: {
    B: {
      zh: '北京市加强农村地区新型冠状病毒感染疫情防控工作方案（2023年1月6日）',
      en: 'Beijing work plan for epidemic prevention and control in rural areas (6 January 2023)'
    },
    L: {
      zh: '龙潭镇加强当前农村地区新型冠状病毒感染疫情防控工作方案（龙潭府发〔2023〕16号）',
      en: 'Longtan town work plan for rural epidemic prevention and control (龙潭府发〔2023〕16号, 10 January 2023)'
    }
  },
  rules: DEFAULT_RULES,
  norms: NORMS
};
