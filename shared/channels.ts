/**
 * The names of all IPC channels between the windows and main. They are separate from the schemas because
 * the sandboxed preload needs only the names.
 */
export const requestChannels = [
  'captions:attach',
  'pill:attach',
  'level:watch',
  'listening:do',
  'dictation:undo',
  'dictation:insert',
  'dictation:copy',
  'transcript:copy',
  'panel:open',
  'language:read',
  'problems:read',
  'problem:close',
  'app-state:read',
  'key:save',
  'key:forget',
  'microphone:choose',
  'microphone:rescan',
  'microphone:check',
  'hotkeys:suspend',
  'hotkeys:change',
  'hotkeys:mode',
  'demo:start',
  'first-run:finish',
  'settings:read',
  'settings:change',
  'usage:read',
  'unfinished:read',
  'unfinished:act',
  'history:read',
  'history:lines',
  'history:act',
  'history:clear',
  'history:export',
  'dictionary:export',
  'dictionary:import',
  'diagnostics:copy',
  'doctor:read',
  'doctor:run',
  'doctor:copy',
] as const;

export const broadcastChannels = [
  'captions:patch',
  'pill:changed',
  'level',
  'language:changed',
  'problems:changed',
  'app-state:changed',
  'panel:page',
  'settings:changed',
  'usage:changed',
  'unfinished:changed',
  'history:changed',
  'doctor:changed',
] as const;

export type RequestChannel = (typeof requestChannels)[number];
export type BroadcastChannel = (typeof broadcastChannels)[number];
