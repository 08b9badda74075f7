import type { Messages } from '../locale';

/** Figures of a gap, wherever one is shown; the rest of Review comes with its screen. */
export const gapValues: Messages = {
  'review-all-area': { en: 'Whole area', 'zh-CN': '全区域' },
  'review-sample-note': {
    en: 'Stocks, suppliers, vehicles, crews, posts, rosters, zones, beds and people counts are sample data.',
    'zh-CN': '库存、保供单位、车辆、人员、岗位、值班、片区、床位和人数为样例数据。'
  },
  'review-yes': { en: 'yes', 'zh-CN': '有' },
  'review-no': { en: 'no', 'zh-CN': '无' },
  'review-report-by': { en: 'by {time}', 'zh-CN': '{time} 前' },
  'review-value-days': { en: '{value} d', 'zh-CN': '{value} 天' },
  'review-value-percent': { en: '{value}%', 'zh-CN': '{value}%' },
  'review-value-minutes': { en: '{value} min', 'zh-CN': '{value} 分' },
  'review-value-hours': { en: '{value} h', 'zh-CN': '{value} 时' },
  'review-value-points': { en: '{value} points', 'zh-CN': '风险分 {value}' },
  'review-value-contacts': { en: '{value}', 'zh-CN': '{value} 次' },
  'review-value-persons': { en: '{value}', 'zh-CN': '{value} 人' },
  'review-value-beds': { en: '{value}', 'zh-CN': '{value} 张' },
  'review-value-vehicles': { en: '{value}', 'zh-CN': '{value} 辆' },
  'review-value-units': { en: '{value}', 'zh-CN': '{value} 台' },
  'review-value-count': { en: '{value}', 'zh-CN': '{value} 个' },
  'review-value-truth': { en: '{value}', 'zh-CN': '{value} 项' }
};
