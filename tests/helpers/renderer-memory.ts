import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Greatest resident memory so far of the browser's page processes, workers included, MB. */
export async function rendererPeakMb(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const peaks = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
    return Math.max(...peaks) / 1024;
  } finally {
    await session.detach();
  }
}
