/* global document, getComputedStyle, requestAnimationFrame */

/* Runs in a page: the words of each turn as they are drawn, the oldest turn first. */
globalThis.drawnTurns = () => {
  const log = document.querySelector('[role="log"]');
  const seen = log.getBoundingClientRect();
  return [...log.querySelectorAll('.final, .partial')].map((turn) => {
    const paragraph = turn.closest('p').getBoundingClientRect();
    const linePx = parseFloat(getComputedStyle(turn).lineHeight);
    const node = turn.firstChild;
    let at = 0;
    return turn.textContent
      .trim()
      .split(' ')
      .map((text) => {
        const from = node.data.indexOf(text, at);
        at = from + text.length;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, at);
        const [box] = range.getClientRects();
        return {
          text,
          x: box.left - paragraph.left,
          line: Math.round((box.top - paragraph.top) / linePx),
          isSeen: box.bottom > seen.top + 1 && box.top < seen.bottom - 1,
        };
      });
  });
};

/** Shows a patch, and resolves with what is drawn once it is painted. */
globalThis.showAndLook = async (patch) => {
  const startedAtMs = performance.now();
  globalThis.showPatch(patch);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return { turns: globalThis.drawnTurns(), tookMs: performance.now() - startedAtMs };
};
