let open = $state(false);

/** The command bar under `/`. */
export const commandBar = {
  get open() {
    return open;
  },
  show() {
    open = true;
  },
  hide() {
    open = false;
  }
};
