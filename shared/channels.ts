/**
 * The names of everything that crosses between the windows and main. They stand apart from the
 * schemas because the sandboxed preload needs no more than them.
 */
export const requestChannels = [
  'captions:attach',
  'level:watch',
  'listening:do',
  'dictation:undo',
  'dictation:insert',
  'transcript:copy',
  'panel:open',
  'problem:close',
  'setup:read',
  'key:save',
  'key:forget',
  'microphone:choose',
  'microphone:rescan',
  'microphone:check',
  'hotkeys:suspend',
  'hotkeys:change',
  'hotkeys:mode',
  'demo:start',
  'settings:read',
  'settings:change',
  'usage:read',
  'leftovers:read',
  'leftovers:act',
  'history:read',
  'history:act',
  'history:export',
  'diagnostics:copy',
] as const;

export const broadcastChannels = [
  'captions:patch',
  'level',
  'setup:changed',
  'settings:changed',
  'usage:changed',
  'leftovers:changed',
  'history:changed',
] as const;

export type RequestChannel = (typeof requestChannels)[number];
export type BroadcastChannel = (typeof broadcastChannels)[number];
