let current = $state<string | null>(null);

/** Key of the saved scenario that the plan was opened from or saved as; null for an unnamed trial. */
export const scenario = {
  get current() {
    return current;
  },
  set(id: string | null) {
    current = id;
  }
};
