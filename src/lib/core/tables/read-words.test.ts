import { describe, expect, it } from 'vitest';
import { translate } from '../../i18n/t';
import { CAPABILITIES } from '../model/records';
import { readCapabilities } from './read-words';

describe('a list of capabilities', () => {
  it.each([
    ['intensive care, oxygen, dialysis', ['oxygen', 'icu', 'dialysis']],
    ['ICU oxygen', ['oxygen', 'icu']],
    ['重症监护、血液透析', ['icu', 'dialysis']],
    ['', []]
  ])('“%s” is %o', (text, value) => expect(readCapabilities(text)).toEqual({ value }));

  it('names the first word that is none', () =>
    expect(readCapabilities('oxygen, wings')).toEqual({ unknown: 'wings' }));

  it.each(['en', 'zh-CN'] as const)('reads the product’s own words, %s', (language) => {
    const words = CAPABILITIES.map((each) => translate(language, `capability-${each}`));
    expect(readCapabilities(words.join(', '))).toEqual({ value: [...CAPABILITIES] });
  });
});
