/**
 * What a Mac lacks to build CaptionKey, as a sentence; null if nothing. There is no pinned Node for it.
 *
 * @param {number} nodeMajor the version of the Node that runs
 * @param {boolean} hasTools whether Apple's command line tools are installed
 */
export function whatMacLacks(nodeMajor, hasTools) {
  if (nodeMajor < 24) return 'there is no pinned Node for this system. Install Node 24 or newer.';
  return hasTools ? null : 'Apple’s command line tools are missing. Run “xcode-select --install”.';
}
