/** Sizes of a card, and how it is laid on paper. */
export const CARD_SIZES = ['a6', 'a5'] as const;
export type CardSize = (typeof CARD_SIZES)[number];
export const CARD_PAPERS = ['own', 'a4'] as const;
export type CardPaper = (typeof CARD_PAPERS)[number];
export const CARD_LANGUAGES = ['one', 'both'] as const;
export type CardLanguages = (typeof CARD_LANGUAGES)[number];

/** How many cards lie on a sheet of A4. */
export const ON_A4: Record<CardSize, number> = { a6: 4, a5: 2 };

let size = $state<CardSize>('a5');
let paper = $state<CardPaper>('own');
let languages = $state<CardLanguages>('one');

/** How cards are printed, as chosen last. */
export const cardUi = {
  get size() {
    return size;
  },
  setSize(next: CardSize) {
    size = next;
  },
  get paper() {
    return paper;
  },
  setPaper(next: CardPaper) {
    paper = next;
  },
  get languages() {
    return languages;
  },
  setLanguages(next: CardLanguages) {
    languages = next;
  }
};
