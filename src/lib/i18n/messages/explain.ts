import type { Messages } from '../locale';

export const explain: Messages = {
  'explain-formula': { en: 'Formula', 'zh-CN': '算法' },
  'explain-result': { en: 'Result', 'zh-CN': '结果' },
  'explain-inputs': { en: 'Inputs', 'zh-CN': '输入' },
  'explain-counted': { en: 'What is counted', 'zh-CN': '计入的对象' },
  'explain-more': { en: 'and {count, number} more', 'zh-CN': '另有 {count, number} 个' },
  'explain-left-out': { en: 'Left out', 'zh-CN': '未计入' },
  'explain-nothing-left-out': { en: 'Nothing is left out.', 'zh-CN': '没有未计入的内容。' },
  'explain-rule': { en: 'Rule {item}', 'zh-CN': '规则 {item}' },
  'explain-rule-pack': { en: '{document}, rule pack {version}', 'zh-CN': '{document}，规则包 {version}' },
  'explain-reports': { en: 'Past reports', 'zh-CN': '历史报告' },
  'explain-no-rule': { en: 'No document sets this; it is a setting.', 'zh-CN': '文件未作规定，为系统设置。' },
  'explain-sample': { en: 'sample', 'zh-CN': '样例' },
  'explain-old': { en: 'old report', 'zh-CN': '报告已过期' },
  'explain-undated': { en: 'undated', 'zh-CN': '无日期' },
  'explain-copy-link': { en: 'Copy link', 'zh-CN': '复制链接' },
  'explain-copied': { en: 'Link copied', 'zh-CN': '链接已复制' },
  'explain-loading': { en: 'Working out how it was made', 'zh-CN': '正在整理算法' },
  'explain-label': { en: 'How this figure was made', 'zh-CN': '这个数字的由来' }
};
