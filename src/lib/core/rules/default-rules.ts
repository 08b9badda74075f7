/**
 * The entries of the shipped pack. Town plan (L): Chinese quoted, English translated. Beijing plan (B): it reached us in
 * English, which is quoted; its Chinese is a translation.
 */
import { DUTIES } from './default-duties';
import type { RuleEntry, Rules, Words } from './rule-pack';

const VERSION = '2023-1';

/** Sentences of the documents that several rules rest on. */
const says = {
  share: {
    zh: '基层医疗卫生机构要按照服务人口15%-20%的标准配齐配足新冠病毒感染对症治疗的中成药、退热药、止咳药及抗原检测试剂盒配备',
    en: 'Primary institutions hold Chinese patent medicines, antipyretics, cough medicines and antigen tests to the standard of 15–20 % of the population they serve.'
  },
  days: { zh: '确保机构可用量始终保持在2周以上', en: 'Usable stock at the institution always stays above two weeks.' },
  dense: {
    zh: '人口密集地区可酌情增加配备数量',
    en: 'The number in densely populated areas will be increased as appropriate.'
  },
  remote: {
    zh: '对地理位置偏远、交通不便的农村地区，提前准备充足的治疗药物和防疫物资',
    en: 'In rural areas with remote geographical location and inconvenient transportation, sufficient therapeutic drugs and epidemic prevention materials should be prepared in advance.'
  },
  returnees: {
    zh: '春节期间要根据返乡人员情况适当增加储备',
    en: 'Over the Spring Festival, reserves rise in line with the people who return home.'
  },
  highRisk: {
    zh: '满足农村居民特别是重症高风险和老年患者的治疗需求',
    en: 'To meet the treatment needs of rural residents, especially severe high-risk and elderly patients.'
  },
  supply: { zh: '加强相关药品和检测试剂保供监测', en: 'Watch over the supply of these medicines and tests.' },
  supplier: { zh: '辖区内确定至少1家药品保供企业', en: 'At least one supply enterprise is named in the area.' },
  grid: {
    zh: '构建网格化药品保障供应体系，确保药品保障直达各零售药店和村卫生室',
    en: 'A grid of supply reaches every pharmacy and village clinic.'
  },
  oximeters: {
    zh: '加强指夹式脉搏血氧仪配置，乡镇卫生院和社区卫生服务中心至少配备20个，村卫生室、社区卫生服务站至少配备2个',
    en: 'Finger pulse oximeters: at least 20 in a township hospital or community health centre, at least 2 in a village clinic or station.'
  },
  devices: {
    zh: '确保有条件的乡镇卫生院、社区卫生服务中心至少配置1台数字化DR，至少配备1辆救护车',
    en: 'Eligible township hospitals and community health centres have at least one digital X-ray (DR) and at least one ambulance.'
  },
  fever: {
    zh: '原则上实现发热诊室全覆盖，做到“应设尽设”“应开尽开”',
    en: 'Fever rooms everywhere: whatever should be set up is set up, whatever should be open is open.'
  },
  kept: {
    zh: '保持现有医疗机构和基层医疗卫生机构发热门诊数量不减、人员不撤，24小时开放，对外公布发热门诊位置等信息',
    en: 'Fever clinics do not become fewer, staff are not withdrawn, they are open 24 hours and their places are made public.'
  },
  icu: {
    zh: '落实“可转换ICU”床位设备配置，确保24小时内转换为重症监护单元',
    en: 'Convertible ICU beds are equipped so that they become intensive-care units within 24 hours.'
  },
  divert: {
    zh: '加强辖区医疗资源统筹调度，及时分流救治',
    en: 'Strengthen the overall scheduling of medical resources in the jurisdiction, and timely divert treatment.'
  },
  near: {
    zh: '村卫生室就近做好农村居民健康服务',
    en: 'Village clinics serve rural residents close to home.'
  },
  vehicles: {
    zh: '完善农村急救转运体系，储备一批随时可用于患者转运的车辆',
    en: 'The rural emergency transport system keeps a reserve of vehicles that are ready at any time to carry patients.'
  },
  receive: {
    zh: '及时转运、收治',
    en: 'Patients are moved and admitted in time, to a hospital with the ability to treat them.'
  },
  timely: { zh: '及时发现、及时转诊', en: 'Found in time, referred in time.' },
  answers: {
    zh: '通过设立问题反映专栏、公布紧急联系电话等方式，收集群众反映的问题',
    en: 'What people report is collected through a column for problems, published emergency telephone numbers and the like.'
  },
  hotline: {
    zh: '通过12345市民服务热线和公布紧急联系电话等方式，收集基层和农村居民反映的问题',
    en: 'All districts should collect the problems reflected by grassroots and rural residents through the 12345 citizen service hotline and publish emergency contact numbers.'
  },
  database: { zh: '形成全镇重点人群数据库，并及时更新', en: 'A database of key people for the town, kept up to date.' },
  contacts: {
    zh: '通过多种方式对黄色、红色标识重点人群每周联系分别不少于2次和3次',
    en: 'Yellow and red labelled people are contacted at least 2 and 3 times a week.'
  },
  risk: {
    zh: '开展农村地区疫情风险评估和预警',
    en: 'Carry out epidemic risk assessment and early warning in rural areas.'
  },
  mechanisms: {
    zh: '建立“有药可买、有病可看、底数清楚、转运及时、引导到位”的工作机制',
    en: 'A working mechanism of “having medicines to buy, seeing diseases, clear accounts, timely transshipment and guiding in place”.'
  },
  report: { zh: '建立24小时值班和每日情况报告制度', en: 'A 24-hour duty and a daily report.' },
  channel: DUTIES['green-channel'].text
} as const satisfies Record<string, Words>;

type Say = keyof typeof says;

function entry<V extends number | string>(
  kind: RuleEntry['kind'],
  value: V,
  unit: RuleEntry['unit'],
  requirement: number,
  item: string,
  say: Say,
  note?: Words
): RuleEntry<V> {
  const open: Words | null =
    kind === 'setting' ? { zh: '（文件未给数值，此为设置）', en: ' (No number in the document: a setting.)' } : null;
  const text = {
    zh: says[say].zh + (note ? `；${note.zh}` : '') + (open?.zh ?? ''),
    en: says[say].en + (note ? ` ${note.en}` : '') + (open?.en ?? '')
  };
  return { value, unit, requirement, document: item.startsWith('B') ? 'B' : 'L', item, version: VERSION, text, kind };
}

const rule = (value: number, unit: RuleEntry['unit'], requirement: number, item: string, say: Say, note?: Words) =>
  entry('document', value, unit, requirement, item, say, note);
const setting = (value: number, unit: RuleEntry['unit'], requirement: number, item: string, say: Say, note?: Words) =>
  entry('setting', value, unit, requirement, item, say, note);
const day = (value: string, requirement: number, item: string, say: Say, note?: Words) =>
  entry('setting', value, 'month-day', requirement, item, say, note);
const moment = (
  value: string,
  unit: 'clock' | 'utc-offset',
  requirement: number,
  item: string,
  say: Say,
  note: Words
) => entry('setting', value, unit, requirement, item, say, note);

export const DEFAULT_RULES: Rules = {
  'share-lower-percent': rule(15, 'percent', 1, 'L5', 'share'),
  'share-upper-percent': rule(20, 'percent', 1, 'L5', 'share'),
  'courses-per-person': setting(1, 'courses', 1, 'L5', 'share', {
    zh: '每人按一个疗程计',
    en: 'One course for each person.'
  }),
  'stock-days': rule(14, 'days', 2, 'L5', 'days'),
  'dense-persons-per-km2': setting(1500, 'persons-per-km2', 4, 'B2', 'dense'),
  'dense-extra-factor': setting(0.1, 'factor', 4, 'B2', 'dense'),
  'returnee-window-start': day('01-05', 5, 'L5', 'returnees', { zh: '窗口首日', en: 'First day of the window.' }),
  'returnee-window-end': day('02-28', 5, 'L5', 'returnees', { zh: '窗口末日', en: 'Last day of the window.' }),
  'remote-extra-days': setting(7, 'days', 6, 'B2', 'remote'),
  'remote-lead-days': setting(14, 'days', 6, 'B2', 'remote', { zh: '提前天数', en: 'Days ahead of the date.' }),
  'remote-stocked-by': day('12-01', 6, 'B2', 'remote', { zh: '备足日期', en: 'Stocked by this day.' }),
  'expiry-notice-days': setting(30, 'days', 7, 'L5', 'supply'),
  'high-risk-extra-factor': setting(0.1, 'factor', 8, 'B2', 'highRisk', {
    zh: '65岁及以上与红色标识取大者，每人增加的权重',
    en: 'Extra weight of each person aged 65 and over or labelled red, whichever are more.'
  }),
  'suppliers-min': rule(1, 'units', 10, 'L5', 'supplier'),
  'medicine-point-minutes': setting(60, 'minutes', 14, 'L8', 'grid'),
  'oximeters-township-hospital': rule(20, 'units', 23, 'L6', 'oximeters'),
  'oximeters-village-clinic': rule(2, 'units', 24, 'L6', 'oximeters'),
  'dr-units': rule(1, 'units', 25, 'L6', 'devices'),
  ambulances: rule(1, 'vehicles', 26, 'L6', 'devices'),
  'fever-set-percent': rule(100, 'percent', 27, 'L2', 'fever'),
  'fever-open-percent': rule(100, 'percent', 27, 'L2', 'fever'),
  'staff-of-baseline-percent': rule(100, 'percent', 28, 'L6', 'kept'),
  'open-hours': rule(24, 'hours', 29, 'L6', 'kept'),
  'published-percent': rule(100, 'percent', 30, 'L6', 'kept'),
  'icu-convert-hours': rule(24, 'hours', 34, 'L9', 'icu'),
  'load-percent': setting(85, 'percent', 40, 'B2', 'divert'),
  'remote-minutes': setting(60, 'minutes', 6, 'B2', 'remote'),
  'remote-walk-metres': setting(1000, 'metres', 6, 'B2', 'remote', {
    zh: '步行到最近道路的距离',
    en: 'Walk to the nearest usable road.'
  }),
  'coverage-headline-minutes': setting(60, 'minutes', 39, 'L2', 'near'),
  'ready-vehicles-per-town': setting(1, 'vehicles', 50, 'L11', 'vehicles'),
  'minutes-to-ready': setting(3, 'minutes', 50, 'L11', 'vehicles', {
    zh: '从接令到出车',
    en: 'From call to departure.'
  }),
  'position-stale-minutes': setting(15, 'minutes', 50, 'L11', 'vehicles', {
    zh: '超过即视为定位过期',
    en: 'A position older than this is stale.'
  }),
  'free-beds-min': setting(1, 'beds', 49, 'B2', 'receive'),
  'referral-arrival-minutes': setting(120, 'minutes', 54, 'L2', 'timely'),
  'reserve-minutes': setting(30, 'minutes', 50, 'L11', 'vehicles', {
    zh: '储备车辆到村时限',
    en: 'A reserve vehicle reaches the village within this.'
  }),
  'people-count-max-age-days': setting(14, 'days', 57, 'L12', 'database'),
  'contacts-yellow': rule(2, 'contacts-per-week', 60, 'L14', 'contacts'),
  'contacts-red': rule(3, 'contacts-per-week', 60, 'L14', 'contacts'),
  'risk-aged-share-percent': setting(30, 'percent', 44, 'B2', 'risk', {
    zh: '65岁及以上占比达到此值计满分',
    en: 'Share of people aged 65 and over that takes all points.'
  }),
  'risk-red-share-percent': setting(5, 'percent', 44, 'B2', 'risk', {
    zh: '红色标识占比达到此值计满分',
    en: 'Share of red labels that takes all points.'
  }),
  'risk-weight-aged': setting(25, 'points', 44, 'B2', 'risk'),
  'risk-weight-labels': setting(25, 'points', 44, 'B2', 'risk'),
  'risk-weight-travel': setting(30, 'points', 44, 'B2', 'risk'),
  'risk-weight-stock': setting(20, 'points', 44, 'B2', 'risk'),
  'risk-alert-score': setting(60, 'points', 44, 'B2', 'risk'),
  'tile-medicines-percent': setting(95, 'percent', 90, 'B1', 'mechanisms'),
  'tile-care-percent': setting(95, 'percent', 90, 'B1', 'mechanisms'),
  'tile-accounts-percent': setting(95, 'percent', 90, 'B1', 'mechanisms'),
  'tile-transfer-percent': setting(100, 'percent', 90, 'B1', 'mechanisms'),
  'tile-guidance-percent': setting(95, 'percent', 90, 'B1', 'mechanisms'),
  'report-max-age-hours': setting(24, 'hours', 82, 'L20', 'report'),
  'report-cut-off': moment('17:00', 'clock', 82, 'L20', 'report', {
    zh: '每日报告截止时间',
    en: 'Every unit has reported by this time of the day.'
  }),
  'time-zone': moment('+08:00', 'utc-offset', 82, 'L20', 'report', {
    zh: '截止时间所用时区（与协调世界时之差）',
    en: 'Time zone of the cut-off, as its distance from UTC.'
  }),
  'emergency-telephone': entry('setting', '120', 'telephone', 83, 'L22', 'answers', {
    zh: '急救电话，按国家统一号码预设，可改为县内号码；留空为无',
    en: 'Emergency telephone, preset to the national number; a county may set its own, or none.'
  }),
  'hotline-telephone': entry('document', '12345', 'telephone', 83, 'B6', 'hotline'),
  'mean-use-days': setting(14, 'days', 2, 'L5', 'days', {
    zh: '日均用量按此天数平均',
    en: 'Mean daily use is the mean of this many days.'
  }),
  'odd-jump-factor': setting(3, 'factor', 7, 'L5', 'supply', {
    zh: '填报值与上次相差达到此倍数时请填报人核对',
    en: 'A reported value that changed by this factor is asked about.'
  }),
  'odd-jump-floor': setting(20, 'units', 7, 'L5', 'supply', {
    zh: '相差不足此数时不再询问',
    en: 'A smaller difference is not asked about.'
  }),
  'duty-horizon-days': setting(7, 'days', 81, 'L20', 'report', {
    zh: '值班表核查天数，含当日',
    en: 'Days of the roster that are looked at, today included.'
  }),
  'travel-minutes': setting(27, 'minutes', 52, 'L11', 'channel', {
    zh: '从出车到到达现场',
    en: 'From departure to the scene.'
  }),
  'scene-minutes': setting(20, 'minutes', 52, 'L11', 'channel', { zh: '现场停留', en: 'At the scene.' }),
  'transport-minutes': setting(60, 'minutes', 52, 'L11', 'channel', {
    zh: '从离开现场到到达医院',
    en: 'From the scene to the hospital.'
  }),
  'hand-over-minutes': setting(15, 'minutes', 52, 'L11', 'channel', {
    zh: '从到达医院到交接完成',
    en: 'From the arrival at the hospital to the hand-over.'
  }),
  'clock-warn-percent': setting(80, 'percent', 52, 'L11', 'channel', {
    zh: '用时达到时限的此比例时预警',
    en: 'A clock warns from this share of its limit.'
  }),
  'call-out-expiry-minutes': setting(60, 'minutes', 52, 'L11', 'channel', {
    zh: '未发出的调派超过此时间即失效',
    en: 'A call-out that could not be sent for this long is no longer sent.'
  }),
  'personal-retention-days': setting(30, 'days', 57, 'L12', 'database', {
    zh: '转运结束后个人信息保存天数',
    en: 'Personal data of a case are kept for this long after its end.'
  }),
  ...DUTIES
};
