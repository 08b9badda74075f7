import type { RuleCode } from '$core/rules/rule-pack';

export const VIEWS = ['rules', 'history'] as const;
export type RulesView = (typeof VIEWS)[number];

let view = $state<RulesView>('rules');
let draft = $state<string | null>(null);
let rule = $state<RuleCode | null>(null);
let version = $state<string | null>(null);
let head = $state(true);

/** Where a panel lies over the list rather than beside it, it opens when asked for. */
const hasRoom = () => !matchMedia('(max-width: 900px)').matches;

/** How the page of rules is being used. An open draft stays open while other screens are looked at. */
export const rulesUi = {
  get view() {
    return view;
  },
  show(next: RulesView) {
    view = next;
    rule = null;
    version = null;
  },
  /** Id of the draft that is open, and tried on this screen. */
  get draft() {
    return draft;
  },
  openDraft(id: string | null) {
    draft = id;
    view = 'rules';
    rule = null;
    version = null;
    head = hasRoom();
  },
  /** Whether the draft's own panel is open: version, day, name, publication. */
  get head() {
    return head;
  },
  showHead(next: boolean) {
    head = next;
    rule = null;
  },
  /** Rule whose panel is open. */
  get rule() {
    return rule;
  },
  choose(next: RuleCode | null) {
    rule = next;
  },
  /** Id of the version whose panel is open. */
  get version() {
    return version;
  },
  chooseVersion(next: string | null) {
    version = next;
  }
};
