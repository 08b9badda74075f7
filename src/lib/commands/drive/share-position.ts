import { newerFix, nextFix } from '../../core/operations/next-fix';
import { sendFix } from '../../store/drive';
import { asTrouble } from '../../store/client';
import { drive, type SharingState } from '../../state/drive.svelte';
import { driveClient, failed, refreshDrive } from './line';

/** A fix goes at most this often; the newest is held until then. */
const EVERY_MS = 10_000;

let watching: number | null = null;
let awake: WakeLockSentinel | null = null;
let sending = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Goes on sharing where the crew had it on, and sends the fix that waited. @returns what ends it. */
export function keepSharing(): () => void {
  drive.setSharing('off');
  if (drive.kept.shares) sharePosition();
  const online = () => void sendNewest();
  addEventListener('online', online);
  const period = setInterval(online, EVERY_MS);
  void sendNewest();
  return () => {
    removeEventListener('online', online);
    clearInterval(period);
    clearTimeout(timer);
    stopWatching();
  };
}

/** Tells where this phone is, for as long as the page is open; why not stands in `drive.sharing`. */
export function sharePosition(): void {
  drive.keep({ shares: true });
  const hindrance = hindranceHere();
  if (hindrance) return drive.setSharing(hindrance);
  stopWatching();
  drive.setSharing('asking');
  watching = navigator.geolocation.watchPosition(
    ({ coords }) => {
      drive.setSharing('on');
      noteFix({ lon: coords.longitude, lat: coords.latitude });
    },
    ({ code, PERMISSION_DENIED }) => drive.setSharing(code === PERMISSION_DENIED ? 'denied' : 'unavailable'),
    { enableHighAccuracy: true, maximumAge: 5000 }
  );
  void stayAwake();
}

export function stopSharing(): void {
  drive.keep({ shares: false });
  stopWatching();
  drive.setSharing('off');
}

/** Browsers give positions to encrypted addresses and to this machine's own alone. */
function hindranceHere(): SharingState | null {
  if (!globalThis.isSecureContext) return 'insecure';
  return 'geolocation' in navigator ? null : 'unsupported';
}

function stopWatching(): void {
  if (watching !== null) navigator.geolocation.clearWatch(watching);
  watching = null;
  void awake?.release().catch(() => undefined);
  awake = null;
}

/** A dark screen tells no position. Not every browser lets a page ask for that. */
async function stayAwake(): Promise<void> {
  awake = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null;
}

/** Says in words what a phone without a position cannot: where the vehicle is. */
export function sayPlace(place: { lon: number; lat: number }): void {
  noteFix(place, true);
}

function noteFix(place: { lon: number; lat: number }, atOnce = false): void {
  const fix = nextFix(drive.kept.lastFix, place, drive.serverTime());
  drive.keep({ lastFix: fix, unsentFix: newerFix(drive.kept.unsentFix, fix) });
  if (atOnce) void sendNewest();
  else if (timer === undefined) timer = setTimeout(() => void sendNewest(), lastSentAgo() >= EVERY_MS ? 0 : EVERY_MS);
}

let sentAt = 0;
const lastSentAgo = () => Date.now() - sentAt;

/** Of fixes that waited the newest alone goes: the server would pass the others over. */
async function sendNewest(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const { unsentFix: fix } = drive.kept;
  if (!fix || sending || drive.link !== 'open') return;
  sending = true;
  try {
    await sendFix(driveClient(), fix);
    sentAt = Date.now();
    drive.setLine('live');
    done(fix);
    void refreshDrive();
  } catch (error) {
    failed(error);
    if (asTrouble(error).code !== 'rejected') return;
    // What the server will never take does not wait.
    done(fix);
    drive.setSharing('refused');
  } finally {
    sending = false;
  }
}

function done(fix: NonNullable<typeof drive.kept.unsentFix>): void {
  if (drive.kept.unsentFix?.seq === fix.seq) drive.keep({ unsentFix: null });
}
