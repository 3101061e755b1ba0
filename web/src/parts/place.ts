import { onCleanup } from 'solid-js';

/**
 * Keeps a panel below its anchor (above it, where there is more room) in the window's own coordinates, so that no
 * box that scrolls or a dialog cuts it off. Use as the panel's `ref`; it needs `position: fixed`.
 * @param anchor what the panel belongs to
 * @param edge `wide`: as wide as the anchor at least; else the panel keeps its width, with this edge in line
 */
export function place(
  anchor: () => HTMLElement | undefined,
  edge: 'wide' | 'left' | 'right',
): (panel: HTMLElement) => void {
  return (panel) => {
    const put = () => {
      const at = anchor()?.getBoundingClientRect();
      if (!at) return;
      const gap = 4;
      const below = innerHeight - at.bottom - gap;
      const up = below < panel.scrollHeight && at.top > below;
      if (edge === 'wide') panel.style.width = `${Math.max(at.width, Math.min(300, innerWidth - 24))}px`;
      const left = edge === 'right' ? at.right - panel.offsetWidth : at.left;
      panel.style.left = `${Math.max(8, Math.min(left, innerWidth - panel.offsetWidth - 8))}px`;
      panel.style.maxHeight = `${Math.min(380, (up ? at.top : below) - gap * 2)}px`;
      panel.style.top = up ? 'auto' : `${at.bottom + gap}px`;
      panel.style.bottom = up ? `${innerHeight - at.top + gap}px` : 'auto';
    };
    const later = () => requestAnimationFrame(put);
    queueMicrotask(put);
    later();
    const grown = new ResizeObserver(later);
    grown.observe(panel);
    addEventListener('resize', put);
    addEventListener('scroll', put, { capture: true, passive: true });
    onCleanup(() => {
      grown.disconnect();
      removeEventListener('resize', put);
      removeEventListener('scroll', put, { capture: true });
    });
  };
}
