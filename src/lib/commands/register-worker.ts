/** Browsers give service workers to encrypted addresses and to this machine's own alone; elsewhere there is none. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
