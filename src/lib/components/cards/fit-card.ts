const LEAST = 0.6;
/** A card with little on it is read from farther away. */
const MOST = 1.4;
const STEPS = 6;

/**
 * Scales a card's words so that they fill it and nothing lies outside: names and addresses are as long as they are. Where
 * even the smallest do not fit they stay at that.
 */
export function fitCard(card: HTMLElement): void {
  const fits = (scale: number) => {
    card.style.setProperty('--fit', scale.toFixed(3));
    return card.scrollHeight <= card.clientHeight && card.scrollWidth <= card.clientWidth;
  };
  let [low, high] = [LEAST, MOST];
  if (fits(high)) return;
  for (let i = 0; i < STEPS; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  fits(low);
}
