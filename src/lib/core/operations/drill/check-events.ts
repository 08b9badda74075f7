import type { AuditEvent } from '../audit-chain';
import { clocksOutOfOrder, NO_CLOCKS, spanMs, SPAN_NAMES, type Clocks, type SpanName } from '../clocks';
import { stageOf, type AssignmentState, type MachineName } from '../states';
import { NEW, nextState } from '../transitions';

/** What a client was told to be done: the key of its command. */
export interface JournalEntry {
  command: string;
}

/** One transport that was begun. */
export interface DrilledCase {
  referralId: string;
  assignmentId: string;
  vehicleId: string;
  state: AssignmentState;
  /** Milliseconds; null where a clock is missing. */
  spans: Record<SpanName, number | null>;
}

/** What went wrong, each finding as a line that names the event. All empty is the only good verdict. */
export interface DrillVerdict {
  /** A vehicle or a referral held by two at once. */
  doubleAssignments: string[];
  /** Acknowledged to a client and not in the log, or in it twice. */
  lostWrites: string[];
  /** A state that the table does not lead to, or a change from a state that was not the present one. */
  illegalTransitions: string[];
  clocksOutOfOrder: string[];
  /** A bed given away that was not there. */
  bedsBelowNothing: string[];
}

interface HeldAssignment extends Clocks {
  id: string;
  referralId: string;
  vehicleId: string;
  tripId: string;
  pooled: boolean;
  open: boolean;
  state: AssignmentState;
}

const MACHINES: Record<string, MachineName> = {
  referrals: 'referral',
  assignments: 'assignment',
  allocations: 'allocation'
};

/**
 * Judges what happened from the log alone, in the order of `seq`; it shares no state with the server. What clients were
 * told is in `journal`. Of one act the referral's event stands before that of its assignment.
 */
export function checkEvents(
  events: Iterable<AuditEvent>,
  journal: readonly JournalEntry[] = []
): { cases: DrilledCase[]; verdict: DrillVerdict } {
  const verdict: DrillVerdict = {
    doubleAssignments: [],
    lostWrites: [],
    illegalTransitions: [],
    clocksOutOfOrder: [],
    bedsBelowNothing: []
  };
  const states = new Map<string, string>();
  const assignments = new Map<string, HeldAssignment>();
  const commands = new Map<string, Set<string>>();
  for (const event of events) {
    noteCommand(event, commands, verdict);
    if (typeof event.after?.bedsFree === 'number' && event.after.bedsFree < 0)
      verdict.bedsBelowNothing.push(lineOf(event));
    const machine = MACHINES[event.subject];
    if (!machine) continue;
    if (event.after?.state !== undefined && !isLegal(event, machine, states, assignments))
      verdict.illegalTransitions.push(lineOf(event));
    if (event.after?.state !== undefined) states.set(placeOf(event), String(event.after.state));
    if (machine !== 'assignment') continue;
    const held = assignments.get(event.subjectKey);
    const next = follow(held, event);
    assignments.set(next.id, next);
    if (next.open && !held?.open) findDoubles(event, next, assignments, verdict);
  }
  for (const held of assignments.values())
    for (const [earlier, later] of clocksOutOfOrder(held))
      verdict.clocksOutOfOrder.push(`${held.id}: ${later} before ${earlier}`);
  for (const { command } of journal)
    if (!commands.has(command)) verdict.lostWrites.push(`command ${command} was acknowledged and is not in the log`);
  return { cases: [...assignments.values()].map(caseOf), verdict };
}

/** Nothing was found. */
export function isClean(verdict: DrillVerdict): boolean {
  return Object.values(verdict).every((findings: string[]) => findings.length === 0);
}

function lineOf({ seq, verb, subject, subjectKey }: AuditEvent): string {
  return `#${seq} ${verb} ${subject}/${subjectKey}`;
}

function placeOf({ area, subject, subjectKey }: AuditEvent): string {
  return `${area}/${subject}/${subjectKey}`;
}

function noteCommand(event: AuditEvent, commands: Map<string, Set<string>>, verdict: DrillVerdict): void {
  if (event.command === '') return;
  const done = commands.get(event.command) ?? new Set();
  commands.set(event.command, done);
  const what = `${event.verb} ${event.subject}/${event.subjectKey}`;
  if (done.has(what)) verdict.lostWrites.push(`#${event.seq} command ${event.command} did "${what}" twice`);
  done.add(what);
}

/** The event starts from the state that stands, and the table leads from there to where it ends. */
function isLegal(
  event: AuditEvent,
  machine: MachineName,
  states: ReadonlyMap<string, string>,
  assignments: ReadonlyMap<string, HeldAssignment>
): boolean {
  const state = states.get(placeOf(event)) ?? NEW;
  if ((event.before?.state ?? NEW) !== state) return false;
  const own = machine === 'assignment' ? assignments.get(event.subjectKey) : openOf(assignments, event.subjectKey);
  const stage = machine === 'allocation' ? 'none' : stageOf(own ?? null);
  return nextState(machine, state as never, event.verb as never, stage) === event.after?.state;
}

function openOf(assignments: ReadonlyMap<string, HeldAssignment>, referralId: string): HeldAssignment | undefined {
  return [...assignments.values()].find((each) => each.open && each.referralId === referralId);
}

function follow(held: HeldAssignment | undefined, { subjectKey, after }: AuditEvent): HeldAssignment {
  const next: HeldAssignment = held
    ? { ...held }
    : {
        ...NO_CLOCKS,
        id: subjectKey,
        referralId: '',
        vehicleId: '',
        tripId: '',
        pooled: false,
        open: false,
        state: 'reserved'
      };
  const fields = Object.keys(next).filter((field) => field !== 'id' && after !== null && field in after);
  for (const field of fields) Object.assign(next, { [field]: (after as Record<string, unknown>)[field] });
  return next;
}

function findDoubles(
  event: AuditEvent,
  next: HeldAssignment,
  assignments: ReadonlyMap<string, HeldAssignment>,
  verdict: DrillVerdict
): void {
  const others = [...assignments.values()].filter((each) => each.open && each.id !== next.id);
  const holders = others.filter((each) => each.vehicleId === next.vehicleId);
  if (holders.some(({ tripId }) => tripId !== next.tripId) || (holders.length > 0 && !next.pooled))
    verdict.doubleAssignments.push(
      `${lineOf(event)}: ${next.vehicleId} is held by ${holders.map(({ id }) => id).join(', ')}`
    );
  if (others.some((each) => each.referralId === next.referralId))
    verdict.doubleAssignments.push(`${lineOf(event)}: a second vehicle for ${next.referralId}`);
}

function caseOf(held: HeldAssignment): DrilledCase {
  const spans = {} as DrilledCase['spans'];
  for (const name of SPAN_NAMES) spans[name] = spanMs(held, name);
  return { referralId: held.referralId, assignmentId: held.id, vehicleId: held.vehicleId, state: held.state, spans };
}
