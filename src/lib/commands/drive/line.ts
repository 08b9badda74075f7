import { connectDrive, fetchDriveView, linkFaultOf, sendAs } from '../../store/drive';
import { asTrouble, type Client } from '../../store/client';
import { drive } from '../../state/drive.svelte';

let client: Client | null = null;
let asking: Promise<void> | null = null;
let again = false;

/** The page's client; it signs with the link that is open. */
export function driveClient(): Client {
  client ??= connectDrive(drive.kept.token);
  return client;
}

/** Whoever asks next signs with the secret that is kept now. */
export function bindClient(): void {
  client = null;
  bindQueue();
}

/** Commands are kept under the vehicle, so that they go on under its next link. */
export function keptAs({ area, vehicleId }: { area: string; vehicleId: string }): string {
  return `drive/${area}/${vehicleId}`;
}

function bindQueue(): void {
  const { view } = drive.kept;
  if (view) sendAs(driveClient(), keptAs(view.link));
}

/** Asks the server how the vehicle stands; a call while one is under way makes it ask once more. */
export function refreshDrive(): Promise<void> {
  if (asking) {
    again = true;
    return asking;
  }
  asking = ask().finally(() => (asking = null));
  return asking;
}

async function ask(): Promise<void> {
  do {
    again = false;
    if (drive.link !== 'open') return;
    try {
      const view = await fetchDriveView(driveClient());
      drive.hear(view, Date.now());
      drive.setLine('live');
      drive.setFault(null);
      bindQueue();
    } catch (error) {
      failed(error);
    }
  } while (again);
}

/** What a failure says of link and line. */
export function failed(error: unknown): void {
  const fault = linkFaultOf(error);
  if (fault) {
    drive.setLink(fault);
    // Of a vehicle that is no longer one's own nothing stays on the phone.
    drive.keep({ view: null, viewAt: null, places: [], held: null, unsentFix: null });
    return;
  }
  const { code, params } = asTrouble(error);
  if (code === 'network' || code === 'cancelled') drive.setLine('offline');
  else drive.setFault({ code: `trouble-${code}`, params: { detail: '', ...params } });
}
