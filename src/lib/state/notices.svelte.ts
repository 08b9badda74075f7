/** A word to the person at the screen, without a modal: message code and values. */
export interface Notice {
  id: number;
  tone: 'done' | 'attention' | 'alarm';
  code: string;
  params: Record<string, string | number>;
  /** Fields that another desk changed first. */
  conflicts: { field: string; theirs: unknown; yours: unknown }[];
}

const SHOWN_AT_MOST = 3;
/** What went well leaves by itself; what went wrong stays until it is closed. */
const DONE_MS = 8_000;
let list = $state.raw<Notice[]>([]);
let next = 1;
let clear = $state.raw({ left: 0, right: 0, bottom: 0 });

export const notices = {
  get list() {
    return list;
  },
  /** Pixels of the screen's edges that notices must not cover: where people work. */
  get clear() {
    return clear;
  },
  keepClear(edges: { left?: number; right?: number; bottom?: number }) {
    clear = { left: 0, right: 0, bottom: 0, ...edges };
  },
  say(tone: Notice['tone'], code: string, params: Notice['params'] = {}, conflicts: Notice['conflicts'] = []): number {
    const id = next++;
    list = [...list.filter((kept) => kept.code !== code), { id, tone, code, params, conflicts }].slice(-SHOWN_AT_MOST);
    if (tone === 'done') setTimeout(() => notices.dismiss(id), DONE_MS);
    return id;
  },
  /** What was said is no longer so. */
  takeBack(code: string) {
    list = list.filter((notice) => notice.code !== code);
  },
  dismiss(id: number) {
    list = list.filter((notice) => notice.id !== id);
  }
};
