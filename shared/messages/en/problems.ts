import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { dollarsIn, withDecimal } from '../numbers.ts';
import { actionNames } from './actions.ts';
import { hotkeyProblems } from './hotkey-problems.ts';
import { entryWords, expectationWords, whyNotWritten } from './parts.ts';
import { refusals } from './refusals.ts';
import { settingTitles } from './settings.ts';
import { storageProblems } from './storage-problems.ts';

const dollars = dollarsIn('en-US');

/** What happened, then what to do. One entry for each code: a missing one does not compile. */
export const problems: { [C in ProblemCode]: (params: ProblemParams<C>) => string } = {
  ...refusals,
  ...hotkeyProblems,
  ...storageProblems,

  // Insertion
  'accessibility-denied': () =>
    "macOS doesn't let CaptionKey press ⌘V, so the text is on the clipboard. Allow it in System Settings › Privacy & Security › Accessibility. If it's already on, quit CaptionKey, then remove it with − and add it again. Then start CaptionKey again.",
  'clipboard-contended': () =>
    'Another program was using the clipboard, so nothing was typed. Choose Insert last dictation.',
  'clipboard-taken': ({ app }) =>
    `Another program copied something else. Check ${app} before you insert the text again.`,
  'clipboard-taken-over': ({ app }) =>
    `A clipboard manager read the text first. It is on the clipboard. Check whether it is in ${app}, too.`,
  'clipboard-unreadable': () =>
    "Your clipboard couldn't be saved, so nothing was pasted. Copy something else, then choose Insert last dictation.",
  'clipboard-unwritable': () => "Couldn't write to the clipboard. Copy the text from the history.",
  'display-gone': () =>
    "The desktop isn't responding, so nothing was typed. Choose Insert last dictation.",
  elevated: ({ app }) =>
    `${app} runs as administrator, so CaptionKey can't type there. Paste with Ctrl+V.`,
  'enter-not-pressed': ({ app }) =>
    `The text is in ${app}, but Enter was not pressed. Press it yourself.`,
  'focus-moved': ({ app }) =>
    `You switched windows, so nothing was typed in ${app}. Click where the text belongs and choose Insert last dictation.`,
  'insertion-stopped': () => 'Inserting was interrupted. Check before inserting again.',
  'keyboard-taken': () =>
    'Something else has the keyboard. Close it and choose Insert last dictation.',
  'keys-asked': () =>
    'The desktop asks whether CaptionKey may press keys. Until you allow it, paste with Ctrl+V.',
  'keys-refused': () =>
    "You didn't allow CaptionKey to press keys. The text is on the clipboard: paste it with Ctrl+V.",
  'no-accessibility-bus': () =>
    'Nothing tells CaptionKey which window is in front. Install at-spi2-core, then log in again.',
  'no-keys-on-wayland': () =>
    'This Wayland desktop lets no app press keys. The text is on the clipboard: paste it with Ctrl+V.',
  'no-paste-key': () =>
    "No key here can paste. The text is on the clipboard: paste it from the app's menu.",
  'unknown-window': () =>
    "GNOME doesn't say which window is in front, so the text is on the clipboard. Paste it with Ctrl+V.",
  'no-x-display': () => 'No X display was found. The text is on the clipboard.',
  'no-target': () =>
    'No window had the focus. The text is on the clipboard: paste it where it belongs.',
  'not-read': ({ app }) =>
    `${app} didn't take the text. It is on the clipboard: paste it where it belongs.`,
  'nothing-said': () => 'Nothing was said, so there is nothing to insert.',
  'own-window': () => 'CaptionKey was in front, so the text is on the clipboard.',
  'portal-failed': () =>
    "The desktop portal couldn't press keys. The text is on the clipboard: paste it with Ctrl+V.",
  'pasteboard-denied': () =>
    "macOS doesn't let CaptionKey read what you copied, so it couldn't put it back. The text is on the clipboard: paste it with ⌘V. Allow it in System Settings › Privacy & Security › Paste from Other Apps.",
  'secure-input': () =>
    'A password field, or a program that guards the keyboard, keeps CaptionKey from pressing keys, so the text is on the clipboard. Paste it with ⌘V.',
  'portal-missing': () =>
    'The desktop portal that presses keys is missing. The text is on the clipboard: paste it with Ctrl+V.',
  unseen: ({ app }) => `Pasted. CaptionKey can't see whether ${app} took it, so check.`,
  'x-display-gone': () =>
    "The X display can't be reached, so nothing was typed. Check DISPLAY and XAUTHORITY, then start CaptionKey again.",

  // Dictation
  cancelled: () => 'Cancelled. Nothing was typed.',
  'not-scratched': () =>
    "Nothing was removed: the last dictation isn't right before the cursor, or the program doesn't show it.",
  scratched: () => 'The last dictation was removed.',
  'not-transcribed': () => "Couldn't transcribe that. The recording is saved in the history.",
  'on-clipboard': () => 'The text is on the clipboard.',
  'paste-from-clipboard': () => 'It is on the clipboard: paste it where it belongs.',
  transcribing: () => 'A recording is being transcribed. Dictate when it is done.',
  unconfirmed: () => "The last words may be missing: AssemblyAI didn't confirm them.",

  // Copies
  'not-copied': () => "Couldn't write to the clipboard. Copy it again.",
  'not-undone': () => 'The clipboard has changed since, so Undo left it alone.',

  // Audio
  'cannot-open-microphone': () =>
    "The microphone couldn't be opened. Close other apps that use it or choose another microphone, then start again.",
  'cannot-record': () =>
    "The recording can't be saved; captions go on without it. Free some disk space.",
  'capture-stopped': () => 'The microphone stopped unexpectedly. Start again to go on.',
  'computer-sound-away': () =>
    'The output was disconnected, so no computer sound is heard. Captions go on once there is another.',
  'computer-sound-failed': () => 'The computer sound stopped coming. Start captions again.',
  'computer-sound-gap': ({ seconds }) =>
    `Computer sound is back. ${withDecimal('en-GB', seconds)} s were not heard.`,
  'default-silent': ({ microphone }) =>
    `${microphone} isn't connected, and the default microphone is silent. Connect it or choose another microphone.`,
  'microphone-away': () =>
    'The microphone was disconnected. Connect it again; CaptionKey keeps trying.',
  'microphone-broken': () =>
    'The microphone reported an error. Reconnect it or choose another, then start again.',
  'microphone-denied': () =>
    "macOS doesn't let CaptionKey hear the microphone. Allow it in System Settings › Privacy & Security › Microphone, then restart CaptionKey.",
  'microphone-gap': ({ seconds, cause }) => {
    const what = {
      away: 'The microphone is back. ',
      lost: 'The microphone lost sound. ',
      other: '',
    };
    return `${what[cause]}${withDecimal('en-GB', seconds)} s were not heard; please say that again.`;
  },
  'microphone-missing': ({ microphone }) =>
    `${microphone} isn't connected, so the default microphone is used. Connect it or choose another.`,
  'microphone-stalled': () =>
    'The microphone stopped delivering sound. Reconnect it or choose another, then start again.',
  'no-audio-library': () => "The audio library couldn't be loaded. Reinstall CaptionKey.",
  'no-computer-sound': () =>
    'No computer sound can be heard here. Choose Microphone under Captions › Listen to.',
  'no-microphone': () => 'No microphone was found. Connect one, then start again.',
  'no-microphone-listed': () => 'No microphone was found. Connect one, then Rescan.',
  'no-sound': ({ microphone }) =>
    `No sound is coming from ${microphone ?? 'the microphone'}. Unmute it or choose another microphone.`,
  'cannot-read-wav': ({ path }) => `Cannot read ${path}. Name a WAV file that exists.`,
  'unsupported-wav': ({ path }) =>
    `${path} is not a WAV file that CaptionKey can read. Convert it to 16-bit PCM, 8 to 48 kHz, mono or stereo.`,
  'nothing-heard': () =>
    'No speech was heard in this recording. Check that it is the right file and loud enough.',
  'captions-on': () => 'Stop captions first, then try again.',
  'demo-cannot-transcribe': () =>
    "The demo can't transcribe this. Start CaptionKey without --demo.",
  'demo-server-failed': () => "The demo server didn't start. Reinstall CaptionKey.",
  'demo-starting': () => 'The demo is already starting.',

  // Connection
  'bad-proxy': () =>
    'HTTPS_PROXY or ALL_PROXY must be an http:// or https:// address. Correct or unset it.',
  'bad-streaming-url': () =>
    'CAPTIONKEY_STREAMING_URL must be a wss:// address, or ws:// on this machine. Correct or unset it.',
  'cannot-dial': ({ reason }) =>
    `CaptionKey cannot open a connection (${reason}). Check the API key and CAPTIONKEY_STREAMING_URL.`,

  // Key and settings
  'cannot-save': (file) => `Your change couldn't be saved, because ${whyNotWritten(file)}.`,
  'key-not-erased': (file) =>
    `The key is no longer used, but will be back at the next start, because ${whyNotWritten(file)}.`,
  'key-not-saved': (file) => `The key couldn't be saved, because ${whyNotWritten(file)}.`,
  'key-unreadable': ({ isReplaced }) =>
    `The stored API key can't be decrypted on this system. ${isReplaced ? 'ASSEMBLYAI_API_KEY is used instead. ' : ''}Paste it again on the Home page.`,
  'no-encrypted-storage': () =>
    'This system has no encrypted storage. To keep the key, set ASSEMBLYAI_API_KEY.',
  'no-key': () => 'No API key yet. Paste yours on the Home page, or try the demo recording.',
  'not-a-key': () => "That isn't an API key: it has spaces or other odd characters. Copy it again.",
  'bad-setting': ({ setting, expected }) =>
    `${settingName(setting)} ${expectationWords(expected)}. Correct it.`,
  'list-full': ({ most }) => `The list is full, at ${most}. Remove one first.`,
  'term-too-long': ({ most }) => `A term can have at most ${most} characters.`,
  'term-known': () => 'That is already in the list.',
  'more-fields': () => 'There is a second arrow or tab. Write it as \\→ or \\t.',
  'replaced-otherwise': () => 'The dictionary writes something else for these words.',
  'text-too-long': ({ most }) => `The text can have at most ${most} characters.`,
  'words-missing': () => 'There are no words before the arrow.',
  'words-too-long': ({ most }) => `The words can have at most ${most} characters.`,
  'cannot-import': ({ path }) => `${path} can't be read. Check that you own it.`,
  'not-a-dictionary': ({ path }) =>
    `${path} is not a text in UTF-8. Save it as one, then try again.`,
  'unknown-setting': () => "That setting isn't in the panel. Look for it in settings.json.",
  'model-redirected': ({ asked, ran }) =>
    `AssemblyAI runs ${ran} instead of ${asked}. To keep it, choose it under Recognition.`,
  'settings-unread': ({ path, values, lists }) => {
    const entries = lists.map(({ name, positions }) => `${entryWords(positions)} of ${name}`);
    return [
      ...(values.length === 0
        ? []
        : [`What settings.json says of ${values.join(' and ')} can't be used, so the default is.`]),
      ...(entries.length === 0
        ? []
        : [`CaptionKey ignores ${entries.join(' and ')} in settings.json.`]),
      `Correct it in ${path}, then start CaptionKey again.`,
    ].join(' ');
  },

  // Captions
  'captions-stop-soon': () =>
    'Nobody speaks, so captions will stop in a minute. Speak to keep them on.',
  'captions-stopped': ({ minutes }) => `Captions stopped after ${minutes} minutes without speech.`,
  'captions-limit-near': ({ dollars: limit }) =>
    `Over 90% of this month’s ${dollars(limit)} is spent. Captions will stop at the limit.`,
  'captions-limit-passed': ({ dollars: limit }) =>
    `This month’s limit of ${dollars(limit)} is passed. Captions and dictations still work, and still cost.`,
  'captions-limit-stopped': ({ dollars: limit }) =>
    `Captions stopped: this month’s ${dollars(limit)} is spent. Raise the limit, or start them again.`,

  // Hotkeys: the rest is in hotkey-problems.ts
  'shortcut-in-use': ({ action }) =>
    `These keys already ${actionNames[action].does}. Press others, or change that hotkey first.`,

  // Command line
  'argument-slip': ({ argument, known }) =>
    `--${argument} is not an option of CaptionKey. Known are ${known.map((one) => `--${one}`).join(', ')}.`,
  'argument-takes-no-value': ({ argument }) => `--${argument} takes no value. Write --${argument}.`,
  'argument-needs-value': ({ argument }) => `--${argument} needs a value: --${argument}=PATH.`,
  'bad-print-format': ({ format }) =>
    `--print=${format} is not known. Write --print or --print=json.`,
  'bad-user-data-dir': ({ folder }) =>
    `cannot use ${folder}. Name a folder that can be written with --user-data-dir.`,
  'cannot-start': ({ reason }) =>
    `cannot start: ${reason}. Check that its folder can be read and written.`,
  'runs-already': () => 'CaptionKey is already running. Quit it, then try again.',

  // Doctor
  'check-after-dictation': () => 'A dictation is running. Finish it, then check again.',
  'focus-unknown': () =>
    "This desktop doesn't say which window is in front, so text goes to the clipboard.",
  'no-receipt': () =>
    "This desktop doesn't show who reads the clipboard. Check whether the text arrived.",
  'not-arrived': () =>
    "The test word didn't arrive. Under Dictation, choose to copy texts to the clipboard.",
  'paste-not-chosen': () =>
    'You chose that texts are copied to the clipboard. To have them pasted, choose it under Dictation.',
  'press-unheard': () => "CaptionKey didn't notice the key. Choose another under Hotkeys.",
  'release-unheard': () =>
    "CaptionKey didn't notice the key's release. Tap the key to start and to stop.",
  'shortcut-not-pressed': ({ shortcut }) =>
    `CaptionKey can't press keys here. Press ${shortcut} to try it.`,
  'test-window-behind': () => "The test window didn't come to the front. Click it and start again.",

  // The app itself
  'bad-request': () => "CaptionKey didn't understand that. Check what you entered.",
  'broken-inside': () =>
    'Something broke inside CaptionKey. It carries on; restart it when you have finished.',
  internal: () => 'Something went wrong in CaptionKey. Try again.',
  'ipc-channel': () => "This window asked for something CaptionKey doesn't have.",
  'ipc-no-answer': () => "CaptionKey isn't responding. Quit it and start it again.",
  'untrusted-sender': () => 'This page may not talk to CaptionKey.',
};

/** The panel shows some settings by a title; the rest are in settings.json only. */
const settingName = (setting: string): string => {
  const title = Object.entries(settingTitles).find(([name]) => name === setting)?.[1];
  return title === undefined ? `The setting ${setting}` : `“${title}”`;
};
