/** What is being asked for: figures typed by a person, and suggestions that were taken up. */
export function createRequestDraft(suggestion: (medicineId: string) => number | null) {
  /** Null: the field was emptied. A figure typed stands, whatever is suggested before or after. */
  let typed = $state.raw<Readonly<Record<string, number | null>>>({});
  let taken = $state.raw<readonly string[]>([]);

  function valueOf(medicineId: string): number | null {
    if (Object.hasOwn(typed, medicineId)) return typed[medicineId];
    return taken.includes(medicineId) ? suggestion(medicineId) : null;
  }

  return {
    valueOf,
    /** Asks for what is suggested and follows it, unless a person has typed a figure. */
    follow(medicineId: string) {
      taken = [...taken, medicineId];
    },
    type(medicineId: string, doses: number | null) {
      typed = { ...typed, [medicineId]: doses };
    },
    /** A person's own wish to have the suggestion after all. */
    takeSuggestion(medicineId: string) {
      typed = Object.fromEntries(Object.entries(typed).filter(([id]) => id !== medicineId));
      taken = [...taken, medicineId];
    },
    linesOf(medicineIds: Iterable<string>): { medicineId: string; wantedDoses: number }[] {
      return [...medicineIds].flatMap((medicineId) => {
        const wantedDoses = valueOf(medicineId) ?? 0;
        return wantedDoses > 0 ? [{ medicineId, wantedDoses }] : [];
      });
    },
    clear() {
      typed = {};
      taken = [];
    }
  };
}
