let standing = $state(0);

/** Whether the bar with undo and redo is on the screen: a person then sees what is taken back. */
export const editBar = {
  get stands() {
    return standing > 0;
  },
  /** @returns takes it down. */
  stand(): () => void {
    standing += 1;
    return () => (standing -= 1);
  }
};
