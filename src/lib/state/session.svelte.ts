export const ROLES = ['planner', 'dispatcher', 'official', 'reporter', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who is signed in. `unit` is a township key or `county`, `area` an area key or `*` for all. */
export interface SignedInUser {
  id: string;
  username: string;
  name: string;
  role: Role;
  unit: string;
  area: string;
  mustChange: boolean;
  demo: boolean;
  /** Whether a code is asked for beside the password. */
  secondFactor: boolean;
}

/** Whether the server runs as a demonstration, and which roles it hands out with one click. */
export interface ServerMode {
  demo: boolean;
  roles: Role[];
}

let user = $state.raw<SignedInUser | null>(null);
let mode = $state.raw<ServerMode>({ demo: false, roles: [] });
let checked = $state(false);
let ended = $state(false);

export const session = {
  get user() {
    return user;
  },
  get mode() {
    return mode;
  },
  /** False until the kept sign-in has been looked at. */
  get checked() {
    return checked;
  },
  /** Signed in with a password of one's own. */
  get ready() {
    return user !== null && !user.mustChange;
  },
  /** The server ended the sign-in: account disabled, or role, unit or password changed. */
  get ended() {
    return ended;
  },
  setUser(next: SignedInUser | null) {
    user = next;
    checked = true;
    if (next) ended = false;
  },
  end() {
    ended = user !== null;
    user = null;
  },
  setMode(next: ServerMode) {
    mode = next;
  },
  /** Township whose vehicles, stock and counts alone this person is shown; null for one who sees them all. */
  get onlyUnit(): string | null {
    return user?.role === 'reporter' && user.unit !== 'county' ? user.unit : null;
  },
  /** Whether the role may save real changes of this kind; the server decides again. */
  may(act: 'close-road' | 'enter-crew' | 'edit-facility' | 'edit-vehicle-base' | 'save-scenario'): boolean {
    const role = user?.role;
    if (act === 'close-road' || act === 'enter-crew')
      return role === 'planner' || role === 'dispatcher' || role === 'admin';
    return role === 'planner' || role === 'admin';
  },
  /** Whether the role may set status and position of a vehicle of this unit; the server decides again. */
  maySetVehicle(unit: string): boolean {
    if (!user) return false;
    const ownUnit = user.unit === 'county' || user.unit === unit;
    return user.role === 'admin' || user.role === 'dispatcher' || (user.role === 'reporter' && ownUnit);
  }
};
