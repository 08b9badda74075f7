import { halfWidth } from './half-width';
import type { RowDraft } from './row-plan';

/** Red, yellow and green in one cell, as `3/5/10`; columns of their own go before. */
export function readLabels(draft: RowDraft): void {
  const values = draft.checked.values as Record<string, unknown>;
  const text = values.labels;
  if (typeof text !== 'string') return;
  const parts = /^\s*(\d+)\s*[/、,，-]\s*(\d+)\s*[/、,，-]\s*(\d+)\s*$/.exec(halfWidth(text));
  if (!parts) {
    draft.add('labels', 'not-a-number', 'refused', { wanted: '3/5/10' });
    return;
  }
  ['red', 'yellow', 'green'].forEach((field, i) => (values[field] ??= Number(parts[i + 1])));
}
