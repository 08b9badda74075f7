import type { Messages } from '../locale';

/** Referral by item 10 of the town plan, medicines, equipment. */
export const rules: Messages = {
  'care-place-home': { en: 'Care at home', 'zh-CN': '居家治疗' },
  'care-place-sub-designated': { en: 'Sub-designated hospital of the alliance', 'zh-CN': '医联体对应的亚定点医院' },
  'care-place-designated': { en: 'County designated hospital', 'zh-CN': '县定点医院' },
  'care-not-settled': { en: 'not settled by the document', 'zh-CN': '文件未作规定' },
  'care-settled': { en: 'settled by the document', 'zh-CN': '文件有明确规定' },
  'care-severe': {
    en: 'Severe and critical cases go to the county designated hospital.',
    'zh-CN': '重型、危重型病例转诊至县定点医院集中治疗。'
  },
  'care-dialysis': {
    en: 'Cases that need dialysis go to the county designated hospital.',
    'zh-CN': '需要血液透析的病例转诊至县定点医院集中治疗。'
  },
  'care-severe-dialysis': {
    en: 'Severe and critical cases, and those that need dialysis, go to the county designated hospital.',
    'zh-CN': '重型、危重型以及需要血液透析的病例转诊至县定点医院集中治疗。'
  },
  'care-ordinary': {
    en: 'Ordinary cases go to the sub-designated hospital of the alliance.',
    'zh-CN': '普通型病例转诊至医联体对应的亚定点医院治疗。'
  },
  'care-ordinary-unstable': {
    en: 'Ordinary cases go to the sub-designated hospital of the alliance; the document makes no exception for an unstable patient, so a doctor must judge.',
    'zh-CN': '普通型病例转诊至医联体对应的亚定点医院治疗；文件对病情不稳定者无例外规定，须由医生判断。'
  },
  'care-aged-stable': {
    en: 'Aged patients with severe underlying disease who are stable go to the sub-designated hospital of the alliance.',
    'zh-CN': '高龄合并严重基础疾病但病情稳定的无症状感染者和轻型病例，转诊至医联体对应的亚定点医院治疗。'
  },
  'care-home': {
    en: 'Asymptomatic and mild cases without severe underlying disease may be treated at home, watched by the primary institution.',
    'zh-CN': '未合并严重基础疾病的无症状感染者、轻型病例可居家治疗，由基层医疗卫生机构加强健康监测和用药指导。'
  },
  'care-home-unstable': {
    en: 'Asymptomatic and mild cases without severe underlying disease may be treated at home; the document makes no exception for an unstable patient, so a doctor must judge.',
    'zh-CN': '未合并严重基础疾病的无症状感染者、轻型病例可居家治疗；文件对病情不稳定者无例外规定，须由医生判断。'
  },
  'care-open-not-aged': {
    en: 'Not settled by the document: severe underlying disease, stable, but not aged. The safer tier is taken.',
    'zh-CN': '文件未作规定：合并严重基础疾病、病情稳定但非高龄。按更安全的层级处理。'
  },
  'care-open-unstable': {
    en: 'Not settled by the document: severe underlying disease and not stable. The safer tier is taken.',
    'zh-CN': '文件未作规定：合并严重基础疾病且病情不稳定。按更安全的层级处理。'
  },
  'refer-home': {
    en: 'Care at home: no hospital is needed, a primary institution keeps watch.',
    'zh-CN': '居家治疗：无需转院，由基层机构监测。'
  },
  'refer-home-no-site': {
    en: 'Care at home, but no open clinic or township hospital can be reached to keep watch.',
    'zh-CN': '居家治疗，但没有可到达的开放卫生室或卫生院负责监测。'
  },
  'refer-no-severe-site': {
    en: 'No hospital on record takes severe cases (designated tier with oxygen and intensive care).',
    'zh-CN': '没有登记可收治重症的医院（定点医院，具备供氧和重症监护）。'
  },
  'refer-beds-unknown': {
    en: 'No hospital of this tier has reported its free beds.',
    'zh-CN': '该层级的医院均未上报空床。'
  },
  'refer-none-of-tier': { en: 'The area has no hospital of this tier.', 'zh-CN': '本地区没有该层级的医院。' },
  'refer-none-reachable': { en: 'No hospital of this tier can be reached.', 'zh-CN': '该层级的医院均无法到达。' },
  'refer-none-free': { en: 'No hospital of this tier has a free bed.', 'zh-CN': '该层级的医院均无空床。' },
  'refer-none-capable': {
    en: 'No hospital of this tier can do all the case needs.',
    'zh-CN': '该层级的医院均不具备病例所需能力。'
  },
  'refer-none-open': { en: 'Every hospital of this tier is closed.', 'zh-CN': '该层级的医院均未开放。' },
  'refer-none-suitable': {
    en: 'Every hospital of this tier is excluded, each for its own reason.',
    'zh-CN': '该层级的医院均被排除，原因各不相同。'
  },
  'passed-tier-too-low': { en: 'tier too low for this case', 'zh-CN': '层级不足以收治' },
  'passed-higher-tier': { en: 'kept for graver cases', 'zh-CN': '留给更重的病例' },
  'passed-other-alliance': { en: 'belongs to another alliance', 'zh-CN': '属于其他医联体' },
  'passed-closed': { en: 'closed', 'zh-CN': '未开放' },
  'passed-no-free-bed': {
    en: '{beds, plural, =0 {no beds} one {its one bed is taken} other {none of # beds free}}',
    'zh-CN': '{beds, plural, =0 {无床位} other {# 张床均已占用}}'
  },
  'passed-beds-unknown': { en: 'has never reported its beds', 'zh-CN': '从未上报床位' },
  'passed-lacks-oxygen': { en: 'no oxygen', 'zh-CN': '无供氧' },
  'passed-lacks-icu': { en: 'no intensive care', 'zh-CN': '无重症监护' },
  'passed-lacks-dialysis': { en: 'no dialysis', 'zh-CN': '无血液透析' },
  'passed-no-way-needs-roads': { en: 'not known: needs roads', 'zh-CN': '未知：无道路' },
  'passed-no-way-no-seat-position': { en: 'position unknown', 'zh-CN': '位置未知' },
  'passed-no-way-no-position': { en: 'position unknown', 'zh-CN': '位置未知' },
  'passed-no-way-too-far-from-road': { en: 'too far from any road', 'zh-CN': '距道路过远' },
  'passed-no-way-unconnected-part': { en: 'no road leads there', 'zh-CN': '无道路相通' },
  'passed-no-way-cut-by-closure': { en: 'cut off by a closed road', 'zh-CN': '因道路封闭而中断' },
  'passed-no-way-no-facility-on-record': { en: 'not on record', 'zh-CN': '没有登记' },
  'passed-no-way-no-open-facility': { en: 'not open', 'zh-CN': '未开放' },
  'limb-share': { en: 'share of the people served', 'zh-CN': '服务人口比例' },
  'limb-days': { en: 'days of stock', 'zh-CN': '可用天数' },
  'limb-expiry': { en: 'expired lots', 'zh-CN': '过期批次' },
  'limb-status-red': { en: 'short', 'zh-CN': '短缺' },
  'limb-status-amber': { en: 'below the upper share', 'zh-CN': '低于上限比例' },
  'limb-status-green': { en: 'met', 'zh-CN': '达标' },
  'limb-status-no-demand': { en: 'no demand', 'zh-CN': '无需求' },
  'limb-status-not-assessable': { en: 'not assessable', 'zh-CN': '无法评估' },
  'uplift-dense': {
    en: 'dense: {persons, plural, one {# person} other {# people}} × {factor, number}',
    'zh-CN': '人口密集：{persons, number} 人 × {factor, number}'
  },
  'uplift-returnees': {
    en: '{persons, plural, one {# returnee} other {# returnees}} added',
    'zh-CN': '计入返乡 {persons, number} 人'
  },
  'uplift-remote': {
    en: 'remote: required days × {factor, number} for {persons, plural, one {# person} other {# people}}',
    'zh-CN': '偏远：所需天数 × {factor, number}，{persons, number} 人'
  },
  'uplift-high-risk': {
    en: 'high risk: {persons, plural, one {# person} other {# people}} × {factor, number}',
    'zh-CN': '重症高风险：{persons, number} 人 × {factor, number}'
  },
  'equipment-oximeters': { en: 'Oximeters', 'zh-CN': '指夹式血氧仪' },
  'equipment-dr': { en: 'Digital X-ray', 'zh-CN': '数字化 DR' },
  'equipment-ambulance': { en: 'Ambulance', 'zh-CN': '救护车' },
  'equipment-fever-set': { en: 'Fever clinic set up', 'zh-CN': '发热诊室应设尽设' },
  'equipment-fever-open': { en: 'Fever clinic open', 'zh-CN': '发热诊室应开尽开' },
  'equipment-open-24h': { en: 'Open 24 hours', 'zh-CN': '24小时开放' },
  'equipment-published': { en: 'Place made public', 'zh-CN': '对外公布位置' },
  'equipment-staff-baseline': { en: 'Staff against the baseline', 'zh-CN': '人员不撤' },
  'equipment-icu-surge': { en: 'ICU beds within 24 hours', 'zh-CN': '24小时内可转换重症床位' }
};
