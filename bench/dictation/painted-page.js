/* global document, MutationObserver */

/*
 * Runs in the captions' page and records when each change has been painted. The captions change in a
 * callback of requestAnimationFrame, and the observer runs before that frame is laid out and painted. A
 * message posted then arrives after the page has painted the frame.
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
