import type { DutyRule, RuleEntry } from './rule-pack';

const duty = (requirement: number, item: string, zh: string, en: string): RuleEntry<true> => ({
  value: true,
  unit: 'duty',
  requirement,
  document: item.startsWith('B') ? 'B' : 'L',
  item,
  version: '2023-1',
  text: { zh, en },
  kind: 'document'
});

/** Duties without a number, in the documents' words (languages as in `DEFAULT_RULES`). */
export const DUTIES: Record<DutyRule, RuleEntry<true>> = {
  'need-follows-population': duty(
    3,
    'B2',
    '农村基层医疗卫生机构按服务人口动态配备相关中药、对症治疗药物和抗原检测试剂',
    'Rural grassroots medical and health institutions are dynamically equipped with Chinese medicines, symptomatic drugs and antigen detection reagents.'
  ),
  'goods-on-hand-only': duty(
    11,
    'L5',
    '清理订单储备，建立以实物储备为基础的本级药品和医疗物资应急储备库',
    'Reserves held as orders are cleared away; the emergency reserve rests on goods in kind.'
  ),
  'allocation-request': duty(
    12,
    'L5',
    '在本级物资保障无法满足需要时，及时向县级物资保障组申请物资调拨',
    'Where the own level cannot meet the need, an allocation is requested from the county supply group in time.'
  ),
  'hospital-provides-for-clinics': duty(
    13,
    'L8',
    '由镇卫生院实施包干制，对辖区内的村卫生室进行统一的药品采购调配',
    'The township hospital answers for all its village clinics: it buys and shares out their medicines.'
  ),
  'three-levels-linked': duty(
    37,
    'L3',
    '形成镇、村（社区）、组三级联动的医疗服务体系',
    'A medical service that links town, village and group.'
  ),
  'zone-for-each-township': duty(
    41,
    'L3',
    '按照分区包片的原则，建立三级医院分区包干责任制',
    'The area is divided into zones, and a tertiary hospital answers for each.'
  ),
  'alliance-support': duty(
    42,
    'B2',
    '组织医联体核心医院通过线上线下方式对农村地区社区卫生服务中心提供技术支持',
    'Organize the core hospitals of medical associations to provide technical support for regional community health service centers through online and offline methods.'
  ),
  'care-at-home': duty(
    46,
    'L10',
    '对未合并严重基础疾病的无症状感染者、轻型病例可采取居家治疗，基层卫生医疗机构加强健康监测和用药指导',
    'Asymptomatic and mild cases without severe underlying disease may be treated at home; primary institutions watch over them.'
  ),
  'care-at-sub-designated': duty(
    47,
    'L10',
    '对普通型病例、高龄合并严重基础疾病但病情稳定的无症状感染者和轻型病例，转诊至医联体对应的亚定点医院治疗',
    'Ordinary cases, and asymptomatic and mild cases who are aged with severe underlying disease but stable, go to the sub-designated hospital of the alliance.'
  ),
  'care-at-designated': duty(
    48,
    'L10',
    '以肺炎为主要表现的重型、危重型以及需要血液透析的病例，转诊至县定点医院集中治疗',
    'Severe and critical cases, mainly pneumonia, and those that need dialysis go to the county designated hospital.'
  ),
  'liaison-posts': duty(
    51,
    'L11',
    '确定专岗专人，负责与乡镇（街道）卫生院、县域医共体牵头县级医院、定点医院、亚定点医院、城市对口帮扶医院、转运车辆等做好转诊衔接',
    'Named people in named posts link township hospitals, the lead, designated, sub-designated and counterpart hospitals, and the vehicles.'
  ),
  'green-channel': duty(
    52,
    'L11',
    '建立明确的接诊流程和绿色通道',
    'A clear way of receiving patients and a green channel.'
  ),
  'first-diagnosis-owner': duty(
    53,
    'L11',
    '医疗机构要严格落实首诊负责制和急危重症抢救制度，不得以任何理由推诿或拒绝新冠病毒感染者就诊',
    'The first institution owns the case; no patient may be passed on or refused for any reason.'
  ),
  'key-people-first': duty(
    55,
    'B4',
    '建立重点人群绿色通道，确保重症高风险感染者及时发现、及时救治',
    'Establish a green channel for key populations, ensure the timely detection and timely treatment of infected people with high risk of serious diseases.'
  ),
  'grid-staffed': duty(
    70,
    'L1',
    '以网格为基本单元组建小分队，配强村社服务力量',
    'Teams are formed with the grid as their unit, and the villages have people enough to serve them.'
  ),
  'responsible-person': duty(
    85,
    'L19',
    '党政主要负责人亲自部署，亲自推动',
    'Those who lead a unit see to it themselves: each unit has somebody who answers for it.'
  ),
  'transport-channels-open': duty(
    98,
    'L16',
    '畅通饲草料等物资、畜禽及产品运输渠道',
    'Transport channels for goods are kept open.'
  ),
  'cold-wave-plan': duty(
    98,
    'L17',
    '面对阶段性低温寒潮，及早制定冬春科学抗灾预案，做好物资储备和技术准备',
    'Ahead of cold waves a plan for winter and spring is made early, with goods and means made ready.'
  )
};
