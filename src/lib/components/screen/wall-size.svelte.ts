import { innerHeight, innerWidth } from 'svelte/reactivity/window';

/** Below this width the wall is one scrolling column. */
export const NARROW_WIDTH = 900;
const NARROW_ROOT_PX = 10;

/** Root font size of the wall as its style sheet has it (`--gl-wall-root`), for what is measured in pixels. */
export const wallSize = {
  get narrow(): boolean {
    return (innerWidth.current ?? 0) <= NARROW_WIDTH;
  },
  get rootPx(): number {
    if (this.narrow) return NARROW_ROOT_PX;
    return Math.min((innerHeight.current ?? 1080) / 67.5, (innerWidth.current ?? 1920) / 120);
  },
  /** Size of symbols and map text: 1 at 1920 × 1080. */
  get scale(): number {
    return this.rootPx / 16;
  }
};
