import type { Messages } from '../locale';

/** Kinds of posts: what the post is called, in a sentence and as a title. */
const POSTS = [
  ['township-hospital', 'township hospital liaison', '乡镇卫生院转诊联络'],
  ['lead-hospital', 'lead hospital liaison', '医共体牵头医院转诊联络'],
  ['designated', 'designated hospital liaison', '定点医院转诊联络'],
  ['sub-designated', 'sub-designated hospital liaison', '亚定点医院转诊联络'],
  ['counterpart', 'counterpart hospital liaison', '城市对口帮扶医院转诊联络'],
  ['vehicles', 'vehicle liaison', '转运车辆联络'],
  ['grid', 'grid team', '网格小分队'],
  ['responsible', 'person responsible', '责任人']
] as const;

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

const posts: Messages = Object.fromEntries(
  POSTS.flatMap(([kind, en, zh]) => [
    [`post-kind-${kind}`, { en: capital(en), 'zh-CN': zh }],
    [`gap-post-${kind}`, { en: `Post empty: ${en}`, 'zh-CN': `${zh}空岗` }],
    [`review-flag-gap-post-${kind}`, { en: 'Post empty', 'zh-CN': '空岗' }],
    [
      `title-post-${kind}`,
      {
        en: `{county, select, yes {Whole county} other {{placeEn}}}: ${en}`,
        'zh-CN': `{county, select, yes {全县} other {{placeZh}}}${zh}`
      }
    ]
  ])
);

/** Posts, duty, zones, supply and links: gaps and how each is judged. Comes with the screens that list them. */
export const duty: Messages = {
  ...posts,
  'duty-span': { en: '{from} to {until}', 'zh-CN': '{from} 至 {until}' },
  'gap-posts-none': { en: 'No post on record', 'zh-CN': '没有岗位记录' },
  'gap-duty-uncovered': { en: 'Hours without anybody on duty', 'zh-CN': '值班空档' },
  'gap-zones-none': { en: 'No zones on record', 'zh-CN': '没有片区记录' },
  'gap-zone-missing': { en: 'Township in no zone', 'zh-CN': '乡镇未划入片区' },
  'gap-zone-double': { en: 'Township in several zones', 'zh-CN': '乡镇重复划片' },
  'gap-zone-hospital': { en: 'Zone without a hospital', 'zh-CN': '片区无包干医院' },
  'gap-supply-supplier': { en: 'Supply enterprises', 'zh-CN': '药品保供企业' },
  'gap-supply-depot': { en: 'Emergency depot', 'zh-CN': '应急储备库' },
  'gap-link-alliance': { en: 'Township hospital in no alliance', 'zh-CN': '卫生院未加入医联体' },
  'gap-link-hospital': { en: 'Clinic without its township hospital', 'zh-CN': '卫生室未挂靠卫生院' },
  'gap-medicine-point': { en: 'Minutes to a medicine point', 'zh-CN': '到购药点分钟数' },

  'title-posts': { en: 'Posts that are held', 'zh-CN': '在岗岗位' },
  'title-duty': {
    en: '{county, select, yes {Whole county} other {{placeEn}}}: hours without anybody on duty',
    'zh-CN': '{county, select, yes {全县} other {{placeZh}}}值班空档'
  },
  'title-zone': { en: '{placeEn}: zones it stands in', 'zh-CN': '{placeZh}所属片区' },
  'title-zones': { en: 'Townships in exactly one zone', 'zh-CN': '已划入且只划入一个片区的乡镇' },
  'title-zone-hospital': { en: '{placeEn}: hospital that answers for it', 'zh-CN': '{placeZh}包干医院' },
  'title-supply-supplier': { en: 'Supply enterprises', 'zh-CN': '药品保供企业' },
  'title-supply-depot': { en: 'Emergency depots', 'zh-CN': '应急储备库' },
  'title-supply-pharmacy': { en: 'Pharmacies', 'zh-CN': '药店' },
  'title-link-alliance': { en: '{placeEn}: its alliance', 'zh-CN': '{placeZh}所属医联体' },
  'title-link-hospital': { en: '{placeEn}: its township hospital', 'zh-CN': '{placeZh}所属卫生院' },
  'title-medicine-point': { en: '{placeEn}: nearest medicine point', 'zh-CN': '{placeZh}最近购药点' },

  'formula-post': {
    en: 'somebody who is named and can be called: a name and a telephone',
    'zh-CN': '有姓名、有电话的专人在岗'
  },
  'formula-posts': {
    en: 'posts with a name and a telephone, of all that are wanted or on record',
    'zh-CN': '有姓名、有电话的岗位 ÷ 应设或已登记岗位'
  },
  'formula-duty': {
    en: 'hours from {from} to {until} that no shift of the roster covers',
    'zh-CN': '{from} 至 {until} 值班表没有人员的小时数'
  },
  'formula-zone': { en: 'each township stands in exactly one zone', 'zh-CN': '每个乡镇只属于一个片区' },
  'formula-zone-hospital': { en: 'each zone names the hospital that answers for it', 'zh-CN': '每个片区有包干医院' },
  'formula-supply-supplier': {
    en: 'enterprises on record, at least {need, number}',
    'zh-CN': '登记的保供企业，至少 {need, number} 家'
  },
  'formula-supply-depot': {
    en: 'depots on record, at least {need, number}',
    'zh-CN': '登记的储备库，至少 {need, number} 处'
  },
  'formula-supply-pharmacy': {
    en: 'pharmacies on record, {need, plural, =0 {no number is asked for} other {at least #}}',
    'zh-CN': '登记的药店，{need, plural, =0 {未要求数量} other {至少 # 家}}'
  },
  'formula-link-alliance': {
    en: 'the hospital belongs to an alliance that is on record',
    'zh-CN': '卫生院属于已登记的医联体'
  },
  'formula-link-hospital': {
    en: 'the clinic belongs to a hospital that is on record',
    'zh-CN': '卫生室属于已登记的医院'
  },
  'formula-medicine-point': {
    en: 'least minutes to an open site or a pharmacy, at most {minutes, number}',
    'zh-CN': '到最近开放机构或药店的分钟数，不超过 {minutes, number}'
  },

  'result-post-held': { en: 'held', 'zh-CN': '在岗' },
  'result-post-record': { en: 'not on record', 'zh-CN': '未登记' },
  'result-post-person': { en: 'nobody named', 'zh-CN': '未定人员' },
  'result-post-telephone': { en: 'no telephone', 'zh-CN': '无电话' },

  'value-none': { en: 'none', 'zh-CN': '无' },
  'source-roster': { en: 'duty roster', 'zh-CN': '值班表' },
  'input-post-person': { en: 'Name', 'zh-CN': '姓名' },
  'input-post-telephone': { en: 'Telephone', 'zh-CN': '电话' },
  'input-post-deputy': { en: 'Deputy', 'zh-CN': '备岗' },
  'input-post-deputyTelephone': { en: 'Telephone of the deputy', 'zh-CN': '备岗电话' },
  'input-duty-shifts': { en: 'Shifts that reach into it', 'zh-CN': '涉及班次' },
  'input-duty-span': { en: 'Nobody from {from} to {until}', 'zh-CN': '{from} 至 {until} 无人' },
  'input-duty-more': { en: 'Further stretches', 'zh-CN': '其余空档' },
  'input-zone': { en: 'Zone', 'zh-CN': '片区' },
  'input-zones': { en: 'Zones on record', 'zh-CN': '登记片区' },
  'input-zones-missing': { en: 'In no zone', 'zh-CN': '未划入' },
  'input-zones-double': { en: 'In several zones', 'zh-CN': '重复划入' },
  'input-zone-hospital': { en: 'Hospital', 'zh-CN': '包干医院' },
  'input-supply-placed': { en: 'With a position on the map', 'zh-CN': '已上图' },
  'input-link-alliance': { en: 'Alliance', 'zh-CN': '医联体' },
  'input-link-hospital': { en: 'Hospital', 'zh-CN': '所属医院' },
  'input-medicine-point': { en: 'Nearest medicine point', 'zh-CN': '最近购药点' },
  'left-out-deputy': { en: 'A deputy is on record: no substitute for the post', 'zh-CN': '有备岗，但不能替代专岗' }
};
