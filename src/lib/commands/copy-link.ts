import { notices } from '../state/notices.svelte';

/** Puts an address on the clipboard; on plain http from another machine the browser only copies a marked text. */
export async function copyLink(address: string): Promise<void> {
  if (navigator.clipboard) await navigator.clipboard.writeText(address).catch(() => copyMarked(address));
  else copyMarked(address);
  notices.say('done', 'explain-copied');
}

function copyMarked(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.style.cssText = 'position:fixed;opacity:0';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
