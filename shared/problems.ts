/**
 * Everything that a person can be shown as a problem or an answer, each with the parameters of its
 * sentence. To add one, add it here and to each file of messages. How urgent a problem is follows
 * from the part that reports it (problem-sources.ts).
 */
import * as v from 'valibot';
import { hotkeyActionSchema } from './actions.ts';
import { expectationSchema } from './expectation.ts';

const text = v.string();
const number = v.number();

interface ProblemDefinition<TEntries extends v.ObjectEntries> {
  params: v.StrictObjectSchema<TEntries, undefined>;
  /** It is about something that happened, so the person can close it. */
  isNotice: boolean;
}

const problem = <const TEntries extends v.ObjectEntries>(
  entries: TEntries,
): ProblemDefinition<TEntries> => ({ params: v.strictObject(entries), isNotice: false });

const notice = <const TEntries extends v.ObjectEntries>(
  entries: TEntries,
): ProblemDefinition<TEntries> => ({ params: v.strictObject(entries), isNotice: true });

const plain = problem({});
const inApp = problem({ app: text });
const atPath = problem({ path: text });
const withShortcut = problem({ shortcut: text });
/** Why a file could not be written, and in which folder. */
const unwritten = problem({ why: v.picklist(['full', 'unwritable']), folder: text });

/** How a session ended, or why there was none. A sentence names what it needs of these. */
const refusal = problem({
  /** Of the service: `host[:port]`. */
  host: text,
  /** What the service said as its reason; empty if it said nothing. */
  said: text,
  /** The close code or the HTTP status; 0 if there is none. */
  number,
  /** The model that was asked for, and one that is offered instead. */
  model: text,
  successor: text,
  /** `host[:port]` of a proxy; empty if there is none. */
  proxy: text,
  /** The network's own word for a failure, such as `ENOTFOUND`. */
  reason: text,
  /** Whether it may go well once the person starts again. */
  canStartAgain: v.boolean(),
});

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
  'not-copied': notice({}),
  'not-undone': notice({}),

  // Audio
  'cannot-open-microphone': plain,
  'cannot-record': plain,
  'capture-stopped': plain,
  'computer-sound-away': plain,
  'computer-sound-failed': plain,
  'computer-sound-gap': problem({ seconds: number }),
  'default-silent': problem({ microphone: text }),
  'microphone-away': plain,
  'microphone-broken': plain,
  'microphone-gap': problem({ seconds: number, cause: v.picklist(['away', 'lost', 'other']) }),
  'microphone-missing': problem({ microphone: text }),
  'microphone-stalled': plain,
  'no-audio-library': plain,
  'no-computer-sound': plain,
  'no-microphone': plain,
  'no-microphone-listed': plain,
  'microphone-denied': plain,
  'no-sound': problem({ microphone: v.nullable(text) }),
  'cannot-read-wav': atPath,
  'unsupported-wav': atPath,
  'nothing-heard': plain,
  'captions-on': plain,
  'demo-cannot-transcribe': plain,
  'demo-server-failed': plain,
  'demo-starting': plain,

  // Connection
  'account-disabled': refusal,
  'account-refused': refusal,
  'answered-otherwise': refusal,
  'bad-gateway-request': refusal,
  blocked: refusal,
  'certificate-outdated': refusal,
  'connection-lost': refusal,
  forbidden: refusal,
  http: refusal,
  'http-blocked': refusal,
  'interface-retired': refusal,
  'legally-blocked': refusal,
  'limit-reached': refusal,
  'message-rejected': refusal,
  'message-too-large': refusal,
  'model-refused': refusal,
  'network-login': refusal,
  'no-credit': refusal,
  'no-encryption': refusal,
  'other-region': refusal,
  outdated: refusal,
  'paid-only': refusal,
  'proxy-login': refusal,
  'proxy-refused': refusal,
  'proxy-unreachable': refusal,
  'request-too-long': refusal,
  'request-too-slow': refusal,
  'service-busy': refusal,
  'service-fault': refusal,
  'session-cancelled': refusal,
  'session-expired': refusal,
  'session-idle': refusal,
  'sound-rejected': refusal,
  stalled: refusal,
  'timed-out': refusal,
  'token-expired': refusal,
  'too-fast': refusal,
  'too-many-sessions': refusal,
  unanswered: refusal,
  unpaid: refusal,
  unreachable: refusal,
  untrusted: refusal,
  'wrong-address': refusal,
  'wrong-key': refusal,
  'bad-proxy': plain,
  'bad-streaming-url': plain,
  'cannot-dial': problem({ reason: text }),

  // Captions
  'captions-stop-soon': plain,
  'captions-stopped': notice({ minutes: number }),
  'captions-limit-near': notice({ dollars: number }),
  'captions-limit-passed': notice({ dollars: number }),
  'captions-limit-stopped': notice({ dollars: number }),

  // Key and settings
  'cannot-save': unwritten,
  'key-not-erased': unwritten,
  'key-not-saved': unwritten,
  'key-unreadable': problem({ isReplaced: v.boolean() }),
  'no-encrypted-storage': plain,
  'no-key': plain,
  'not-a-key': plain,
  'bad-setting': problem({ setting: text, expected: expectationSchema }),
  'list-full': problem({ most: number }),
  'term-too-long': problem({ most: number }),
  'term-known': plain,
  'more-fields': plain,
  'replaced-otherwise': plain,
  'text-too-long': problem({ most: number }),
  'words-missing': plain,
  'words-too-long': problem({ most: number }),
  'cannot-import': atPath,
  'not-a-dictionary': atPath,
  'unknown-setting': plain,
  'model-redirected': notice({ asked: text, ran: text }),
  'settings-unread': notice({
    path: text,
    values: v.array(text),
    lists: v.array(v.strictObject({ name: text, positions: v.array(number) })),
  }),

  // Files
  'login-needs-package': plain,
  'login-not-set': atPath,
  'cannot-keep': unwritten,
  'file-replaced': notice({ file: text, aside: text }),
  'file-overwritten': notice({ file: text, copy: text }),
  'file-set-aside': notice({ file: text, aside: text }),
  'file-unreadable': notice({ file: text }),

  // Storage and history
  'store-bad-call': problem({ name: text }),
  'store-busy': atPath,
  'store-failed': atPath,
  'store-full': plain,
  'store-gone': notice({ path: text }),
  'store-newer': atPath,
  'store-set-aside': notice({ path: text, aside: text }),
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
  'saved-as': problem({ file: text }),

  // Hotkeys
  'button-is-needed': plain,
  'button-needs-modifier': problem({ modifiers: text }),
  'button-not-heard': plain,
  'chosen-in-compositor': plain,
  'desktop-gone': problem({ desktop: text }),
  'desktop-keeps-shortcut': problem({ desktop: text, shortcut: text }),
  'desktop-needs-a-key': problem({ desktop: text }),
  'desktop-uses-shortcut': problem({ desktop: text, shortcut: text, owner: v.nullable(text) }),
  'key-impossible': problem({ key: text }),
  'key-needs-modifier': problem({ modifiers: text }),
  'lone-modifier-needs-hold': plain,
  'media-key-accessibility': plain,
  'no-global-keys': problem({ command: text }),
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
  'shortcut-in-use': problem({ action: hotkeyActionSchema }),
  'shortcut-taken': withShortcut,

  // Command line
  'argument-slip': problem({ argument: text, known: v.array(text) }),
  'argument-takes-no-value': problem({ argument: text }),
  'argument-needs-value': problem({ argument: text }),
  'bad-print-format': problem({ format: text }),
  'bad-user-data-dir': problem({ folder: text }),
  'cannot-start': problem({ reason: text }),
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
  'broken-inside': notice({}),
  internal: plain,
  'ipc-channel': plain,
  'ipc-no-answer': plain,
  'untrusted-sender': plain,
};
