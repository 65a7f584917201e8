/* global document, MutationObserver */

/*
 * Notes when the captions have been painted with what they show. Runs in their page. They change in
 * a callback of requestAnimationFrame, and the observer is called before that frame is laid out and
 * painted; a message that is posted then is read once the frame is out of the page's hands.
 */

const frames = (globalThis.paintedFrames = []);
const framesOut = new MessageChannel();
let waiting = [];

framesOut.port1.onmessage = () => {
  const atMs = performance.now();
  for (const shown of waiting) frames.push({ ...shown, atMs });
  waiting = [];
};

new MutationObserver(() => {
  const textOf = (selector) => document.querySelector(selector)?.textContent.trim() ?? '';
  waiting.push({ status: textOf('[role=status]'), words: textOf('[role=log] p:last-child') });
  framesOut.port2.postMessage(null);
}).observe(document.body, { subtree: true, childList: true, characterData: true });
