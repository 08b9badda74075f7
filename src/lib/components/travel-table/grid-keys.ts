/** What a key does in a cell, as spreadsheets have it. `ready`: the number stands; `typing`: it is being written. */
export type CellState = 'ready' | 'typing';

export type CellAct =
  /** Keep what was typed, then go by so many rows and columns. */
  | { act: 'go'; rows: number; columns: number }
  /** To an end of the row, or of the whole grid. */
  | { act: 'end'; edge: 'row-start' | 'row-end' | 'grid-start' | 'grid-end' }
  | { act: 'type' }
  | { act: 'revert' }
  | { act: 'undo' | 'redo' };

export interface CellKey {
  key: string;
  shiftKey: boolean;
  /** Control, or Command. */
  command: boolean;
}

/** Null where the key keeps its usual meaning. */
export function actOf({ key, shiftKey, command }: CellKey, state: CellState): CellAct | null {
  const ready = state === 'ready';
  if (command) {
    const letter = key.toLowerCase();
    if (ready && letter === 'z') return { act: shiftKey ? 'redo' : 'undo' };
    if (ready && letter === 'y') return { act: 'redo' };
    if (ready && key === 'Home') return { act: 'end', edge: 'grid-start' };
    if (ready && key === 'End') return { act: 'end', edge: 'grid-end' };
    return null;
  }
  switch (key) {
    case 'ArrowUp':
      return { act: 'go', rows: -1, columns: 0 };
    case 'ArrowDown':
      return { act: 'go', rows: 1, columns: 0 };
    case 'Enter':
      return { act: 'go', rows: shiftKey ? -1 : 1, columns: 0 };
    case 'PageUp':
      return { act: 'go', rows: -10, columns: 0 };
    case 'PageDown':
      return { act: 'go', rows: 10, columns: 0 };
    case 'ArrowLeft':
      return ready ? { act: 'go', rows: 0, columns: -1 } : null;
    case 'ArrowRight':
      return ready ? { act: 'go', rows: 0, columns: 1 } : null;
    case 'Home':
      return ready ? { act: 'end', edge: 'row-start' } : null;
    case 'End':
      return ready ? { act: 'end', edge: 'row-end' } : null;
    case 'F2':
      return ready ? { act: 'type' } : null;
    case 'Escape':
      return ready ? null : { act: 'revert' };
    default:
      return null;
  }
}

/** The cell an act leads to; it stops at the edges. */
export function cellAfter(
  from: { row: number; column: number },
  act: CellAct,
  { rows, columns }: { rows: number; columns: number }
): { row: number; column: number } {
  const clamp = (value: number, most: number) => Math.min(most - 1, Math.max(0, value));
  if (act.act === 'go') {
    return { row: clamp(from.row + act.rows, rows), column: clamp(from.column + act.columns, columns) };
  }
  if (act.act !== 'end') return from;
  const last = columns - 1;
  if (act.edge === 'row-start') return { row: from.row, column: 0 };
  if (act.edge === 'row-end') return { row: from.row, column: last };
  return act.edge === 'grid-start' ? { row: 0, column: 0 } : { row: rows - 1, column: last };
}
