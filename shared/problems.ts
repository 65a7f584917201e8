/**
 * Everything that a person can be shown as a problem or an answer, each with the parameters of its
 * sentence. To add one, add it here and to each file of messages. Refusals are in refusal-problems.ts.
 * How urgent a problem is follows from the part that reports it (problem-sources.ts).
 */
import * as v from 'valibot';
import { hotkeyActionSchema } from './actions.ts';
import { expectationSchema } from './expectation.ts';
import { noticeWith, problemWith } from './problem-definition.ts';
import { refusalProblems } from './refusal-problems.ts';

const text = v.string();
const number = v.number();

const plain = problemWith({});
const inApp = problemWith({ app: text });
const atPath = problemWith({ path: text });
const withShortcut = problemWith({ shortcut: text });
/** Why a file could not be written, and in which folder. */
const unwritten = problemWith({ why: v.picklist(['full', 'unwritable']), folder: text });

export const problemDefinitions = {
  // Insertion
  'accessibility-denied': plain,
  'clipboard-contended': plain,
  'clipboard-taken': inApp,
  'clipboard-taken-over': inApp,
  'clipboard-unreadable': plain,
  'clipboard-unwritable': plain,
  'display-gone': plain,
  elevated: inApp,
  'enter-not-pressed': inApp,
  'focus-moved': inApp,
  'insertion-stopped': plain,
  'keyboard-taken': plain,
  'keys-asked': plain,
  'keys-refused': plain,
  'no-accessibility-bus': plain,
  'no-keys-on-wayland': plain,
  'no-paste-key': plain,
  'no-target': plain,
  'no-x-display': plain,
  'not-read': inApp,
  'nothing-said': plain,
  'own-window': plain,
  'portal-failed': plain,
  'portal-missing': plain,
  'pasteboard-denied': plain,
  'secure-input': plain,
  'unknown-window': plain,
  unseen: inApp,
  'x-display-gone': plain,

  // Dictation
  cancelled: plain,
  'not-scratched': plain,
  'not-transcribed': plain,
  scratched: plain,
  'on-clipboard': plain,
  'paste-from-clipboard': plain,
  transcribing: plain,
  unconfirmed: plain,

  // Copies
  'not-copied': noticeWith({}),
  'not-undone': noticeWith({}),

  // Audio
  'cannot-open-microphone': plain,
  'cannot-record': plain,
  'capture-stopped': plain,
  'computer-sound-away': plain,
  'computer-sound-failed': plain,
  'computer-sound-gap': problemWith({ seconds: number }),
  'default-silent': problemWith({ microphone: text }),
  'microphone-away': plain,
  'microphone-broken': plain,
  'microphone-gap': problemWith({ seconds: number, cause: v.picklist(['away', 'lost', 'other']) }),
  'microphone-missing': problemWith({ microphone: text }),
  'microphone-stalled': plain,
  'no-audio-library': plain,
  'no-computer-sound': plain,
  'no-microphone': plain,
  'no-microphone-listed': plain,
  'microphone-denied': plain,
  'no-sound': problemWith({ microphone: v.nullable(text) }),
  'cannot-read-wav': atPath,
  'unsupported-wav': atPath,
  'nothing-heard': plain,
  'captions-on': plain,
  'demo-cannot-transcribe': plain,
  'demo-server-failed': plain,
  'demo-starting': plain,

  // Connection: the rest is in refusal-problems.ts
  'bad-proxy': plain,
  'bad-streaming-url': plain,
  'cannot-dial': problemWith({ reason: text }),

  // Captions
  'captions-stop-soon': plain,
  'captions-stopped': noticeWith({ minutes: number }),
  'captions-limit-near': noticeWith({ dollars: number }),
  'captions-limit-passed': noticeWith({ dollars: number }),
  'captions-limit-stopped': noticeWith({ dollars: number }),

  // Key and settings
  'cannot-save': unwritten,
  'key-not-erased': unwritten,
  'key-not-saved': unwritten,
  'key-unreadable': problemWith({ isReplaced: v.boolean() }),
  'no-encrypted-storage': plain,
  'no-key': plain,
  'not-a-key': plain,
  'bad-setting': problemWith({ setting: text, expected: expectationSchema }),
  'list-full': problemWith({ most: number }),
  'term-too-long': problemWith({ most: number }),
  'term-known': plain,
  'more-fields': plain,
  'replaced-otherwise': plain,
  'text-too-long': problemWith({ most: number }),
  'words-missing': plain,
  'words-too-long': problemWith({ most: number }),
  'cannot-import': atPath,
  'not-a-dictionary': atPath,
  'unknown-setting': plain,
  'model-redirected': noticeWith({ asked: text, ran: text }),
  'settings-unread': noticeWith({
    path: text,
    values: v.array(text),
    lists: v.array(v.strictObject({ name: text, positions: v.array(number) })),
  }),

  // Files
  'login-needs-package': plain,
  'login-not-set': atPath,
  'cannot-keep': unwritten,
  'file-replaced': noticeWith({ file: text, aside: text }),
  'file-overwritten': noticeWith({ file: text, copy: text }),
  'file-set-aside': noticeWith({ file: text, aside: text }),
  'file-unreadable': noticeWith({ file: text }),

  // Storage and history
  'store-bad-call': problemWith({ name: text }),
  'store-busy': atPath,
  'store-failed': atPath,
  'store-full': plain,
  'store-gone': noticeWith({ path: text }),
  'store-newer': atPath,
  'store-set-aside': noticeWith({ path: text, aside: text }),
  'store-slow': plain,
  'store-stopped': plain,
  'store-unreadable-answer': plain,
  'store-unwritable': atPath,
  'cannot-delete-recording': atPath,
  'cannot-export': atPath,
  'cannot-read-recordings': atPath,
  copied: plain,
  'dictation-runs': plain,
  'dictation-without-text': plain,
  inserted: plain,
  'no-captions': plain,
  'no-dictation': plain,
  'no-recording': plain,
  'no-unfinished-recording': plain,
  'nothing-to-export': plain,
  'saved-as': problemWith({ file: text }),

  // Hotkeys
  'button-is-needed': plain,
  'button-needs-modifier': problemWith({ modifiers: text }),
  'button-not-heard': plain,
  'chosen-in-compositor': plain,
  'desktop-gone': problemWith({ desktop: text }),
  'desktop-keeps-shortcut': problemWith({ desktop: text, shortcut: text }),
  'desktop-needs-a-key': problemWith({ desktop: text }),
  'desktop-uses-shortcut': problemWith({ desktop: text, shortcut: text, owner: v.nullable(text) }),
  'key-impossible': problemWith({ key: text }),
  'key-needs-modifier': problemWith({ modifiers: text }),
  'lone-modifier-needs-hold': plain,
  'media-key-accessibility': plain,
  'no-global-keys': problemWith({ command: text }),
  'no-key-to-hold': plain,
  'no-release-accessibility': plain,
  'no-release-display': plain,
  'no-release-here': plain,
  'no-release-key': plain,
  'no-release-record': plain,
  'no-release-stopped': plain,
  'no-release-wayland': plain,
  'not-a-shortcut': withShortcut,
  'only-dictation-alone': plain,
  'shortcut-held-only': withShortcut,
  'shortcut-impossible': withShortcut,
  'shortcut-in-use': problemWith({ action: hotkeyActionSchema }),
  'shortcut-taken': withShortcut,

  // Command line
  'argument-slip': problemWith({ argument: text, known: v.array(text) }),
  'argument-takes-no-value': problemWith({ argument: text }),
  'argument-needs-value': problemWith({ argument: text }),
  'bad-print-format': problemWith({ format: text }),
  'bad-user-data-dir': problemWith({ folder: text }),
  'cannot-start': problemWith({ reason: text }),
  'runs-already': plain,

  // Doctor
  'check-after-dictation': plain,
  'focus-unknown': plain,
  'no-receipt': plain,
  'not-arrived': plain,
  'paste-not-chosen': plain,
  'press-unheard': plain,
  'release-unheard': plain,
  'shortcut-not-pressed': withShortcut,
  'test-window-behind': plain,

  // The app itself
  'bad-request': plain,
  'broken-inside': noticeWith({}),
  internal: plain,
  'ipc-channel': plain,
  'ipc-no-answer': plain,
  'untrusted-sender': plain,

  // Last, because TypeScript then finds a code that is defined twice.
  ...refusalProblems,
};
