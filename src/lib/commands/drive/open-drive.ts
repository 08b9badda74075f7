import { fetchDrivePlaces, readDriveView } from '../../store/drive';
import { drive } from '../../state/drive.svelte';
import { registerWorker } from '../register-worker';
import { readCrewQueue, releaseHeld, sendCrewQueue } from './give-step';
import { bindClient, driveClient, failed, refreshDrive } from './line';
import { keepSharing } from './share-position';

const EVERY_MS = 5000;

/**
 * Opens the page: by the secret of a link, or by the one this phone opened last, and keeps what it shows current for as
 * long as it is open. What waited on the phone is sent. @returns what ends it.
 */
export function openDrive(token: string | null): () => void {
  takeUp(token);
  if (drive.link === 'missing') return () => undefined;
  registerWorker();
  const look = () => void refreshDrive().then(sendCrewQueue);
  const seen = () => {
    if (document.visibilityState === 'visible') look();
  };
  const period = setInterval(seen, EVERY_MS);
  addEventListener('online', look);
  document.addEventListener('visibilitychange', seen);
  void begin();
  const stopSharing = keepSharing();
  return () => {
    clearInterval(period);
    removeEventListener('online', look);
    document.removeEventListener('visibilitychange', seen);
    stopSharing();
  };
}

/** What waited on the phone goes first: what is shown already counts it. */
async function begin(): Promise<void> {
  await readCrewQueue();
  await releaseHeld();
  await refreshDrive();
  await readCrewQueue();
  await sendCrewQueue();
  await renewPlaces();
}

function takeUp(token: string | null): void {
  if (!drive.recall() || !readable()) drive.forget();
  // Another link: what the last one showed may be of another vehicle.
  if (token !== null && token !== drive.kept.token)
    drive.keep({ token, view: null, viewAt: null, places: [], held: null, unsentFix: null });
  drive.setLink(drive.kept.token === '' ? 'missing' : 'open');
  bindClient();
}

function readable(): boolean {
  try {
    return drive.kept.view === null || readDriveView(drive.kept.view) !== null;
  } catch {
    return false;
  }
}

/** The nearest places anew, where there is a line. */
export async function renewPlaces(): Promise<void> {
  if (drive.link !== 'open') return;
  try {
    drive.keep({ places: await fetchDrivePlaces(driveClient()) });
  } catch (error) {
    failed(error);
  }
}
