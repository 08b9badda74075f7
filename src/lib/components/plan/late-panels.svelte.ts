import type * as panels from './panels';

type Panels = typeof panels;

let loaded = $state.raw<Panels | null>(null);
let failed = $state(false);
let asked = false;

/** The drawers of `panels.ts`, once they are here. */
export const latePanels = {
  get current(): Panels | null {
    return loaded;
  },
  /** True when they could not be fetched; `load` tries again. */
  get failed(): boolean {
    return failed;
  },
  load(): void {
    if (loaded || asked) return;
    asked = true;
    failed = false;
    import('./panels').then(
      (fetched) => (loaded = fetched),
      () => {
        asked = false;
        failed = true;
      }
    );
  }
};
