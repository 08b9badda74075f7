/** A number of 0 or more as typed, full-width digits and Chinese full stop included. */
export function typedNumber(text: string): number | 'empty' | 'no-number' {
  const plain = text.normalize('NFKC').replace('。', '.').trim();
  if (plain === '') return 'empty';
  return /^\d*\.?\d*$/.test(plain) && /\d/.test(plain) ? Number(plain) : 'no-number';
}
