const STEP = 0.04;
const LEAST = 0.6;

/** Scales a card's words down until everything lies within it: names and addresses are as long as they are. */
export function fitCard(card: HTMLElement): void {
  for (let scale = 1; scale >= LEAST; scale -= STEP) {
    card.style.setProperty('--fit', scale.toFixed(2));
    if (card.scrollHeight <= card.clientHeight && card.scrollWidth <= card.clientWidth) return;
  }
}
