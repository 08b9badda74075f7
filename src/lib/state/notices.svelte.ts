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
let list = $state.raw<Notice[]>([]);
let next = 1;

export const notices = {
  get list() {
    return list;
  },
  say(tone: Notice['tone'], code: string, params: Notice['params'] = {}, conflicts: Notice['conflicts'] = []): number {
    const id = next++;
    list = [...list.filter((kept) => kept.code !== code), { id, tone, code, params, conflicts }].slice(-SHOWN_AT_MOST);
    return id;
  },
  dismiss(id: number) {
    list = list.filter((notice) => notice.id !== id);
  }
};
