/**
 * Gives the keyboard to an element.
 *
 * @returns what gives it back to where it was, once the element has left the page, unless a person has moved on.
 */
export function borrowFocus(element: HTMLElement): () => void {
  const before = document.activeElement;
  element.focus();
  return () => {
    // Not at once: while a click moves the keyboard elsewhere, for a moment nothing has it.
    setTimeout(() => {
      const nobody = document.activeElement === null || document.activeElement === document.body;
      if (nobody && before instanceof HTMLElement && before.isConnected) before.focus();
    });
  };
}
