/** What the screen in view adds to the command bar. */
export interface Offer {
  id: string;
  label: string;
  run: () => void;
}

let open = $state(false);
let offered = $state.raw<() => readonly Offer[]>(() => []);

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
  },
  get offers(): readonly Offer[] {
    return offered();
  },
  /** Adds what a screen can do for as long as it is in view. @returns what takes it away. */
  offer(next: () => readonly Offer[]): () => void {
    offered = next;
    return () => {
      if (offered === next) offered = () => [];
    };
  }
};
