/** What is being asked for: figures typed by a person, and suggestions that were taken up. */
export function createRequestDraft(suggestion: (medicineId: string) => number | null) {
  /** Null: the field was emptied. A figure typed stands, whatever is suggested before or after. */
  let typed = $state.raw<ReadonlyMap<string, number | null>>(new Map());
  let taken = $state.raw<ReadonlySet<string>>(new Set());

  function valueOf(medicineId: string): number | null {
    if (typed.has(medicineId)) return typed.get(medicineId)!;
    return taken.has(medicineId) ? suggestion(medicineId) : null;
  }

  return {
    valueOf,
    /** Asks for what is suggested and follows it, unless a person has typed a figure. */
    follow(medicineId: string) {
      taken = new Set(taken).add(medicineId);
    },
    type(medicineId: string, doses: number | null) {
      typed = new Map(typed).set(medicineId, doses);
    },
    /** A person's own wish to have the suggestion after all. */
    takeSuggestion(medicineId: string) {
      const rest = new Map(typed);
      rest.delete(medicineId);
      typed = rest;
      taken = new Set(taken).add(medicineId);
    },
    linesOf(medicineIds: Iterable<string>): { medicineId: string; wantedDoses: number }[] {
      return [...medicineIds].flatMap((medicineId) => {
        const wantedDoses = valueOf(medicineId) ?? 0;
        return wantedDoses > 0 ? [{ medicineId, wantedDoses }] : [];
      });
    },
    get touched(): boolean {
      return typed.size > 0;
    },
    clear() {
      typed = new Map();
      taken = new Set();
    }
  };
}
export type RequestDraft = ReturnType<typeof createRequestDraft>;
