import type { Box } from './labels/box-grid';

/** Elements with `data-map-panel` that lie over the map, in map pixels: labels keep clear of them. */
export function panelBoxes(container: HTMLElement): Box[] {
  const map = container.getBoundingClientRect();
  return [...document.querySelectorAll<HTMLElement>('[data-map-panel]')].flatMap((panel) => {
    const box = panel.getBoundingClientRect();
    if (
      box.width === 0 ||
      box.right <= map.left ||
      box.left >= map.right ||
      box.bottom <= map.top ||
      box.top >= map.bottom
    )
      return [];
    return [
      { left: box.left - map.left, top: box.top - map.top, right: box.right - map.left, bottom: box.bottom - map.top }
    ];
  });
}

/** Calls back whenever such an element comes or goes. @returns what ends it. */
export function watchPanels(onchange: () => void): () => void {
  const isPanel = (node: Node) =>
    node instanceof Element && (node.matches('[data-map-panel]') || node.querySelector('[data-map-panel]') !== null);
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(isPanel))) onchange();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
