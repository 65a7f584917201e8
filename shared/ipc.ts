import * as v from 'valibot';
import type { BroadcastChannel, RequestChannel } from './channels.ts';
import type { CopiedCaptions } from './copied-captions.ts';
import type { DictionaryImport } from './dictionary.ts';
import type { PreferencesInUse } from './preferences.ts';
import type { DictationStatus } from './dictation-status.ts';
import type { DoctorRun } from './doctor.ts';
import {
  captionsIdSchema,
  exportedSchema,
  exportFormatSchema,
  historyActSchema,
  historyQuerySchema,
  type CaptionsLine,
  type HistoryPage,
} from './history.ts';
import { unfinishedActionSchema, type UnfinishedRecording } from './unfinished-recording.ts';
import { microphoneRefSchema } from './microphone.ts';
import type { Result } from './result.ts';
import { acceleratorSchema, dictationModeSchema } from './setting-values.ts';
import { hotkeyActionSchema } from './actions.ts';
import type { AppState } from './app-state.ts';
import type { PanelPlace } from './pages.ts';
import type { Pill } from './pill.ts';
import type { Problem } from './problem.ts';
import { problemSources, type CurrentProblem } from './problem-sources.ts';
import type { Status } from './status.ts';
import type { Turn } from './turn.ts';
import type { UiLanguage } from './ui-languages.ts';
import type { Usage } from './usage.ts';

/** The complete state for a new window. Patches with a greater `seq` follow. */
export interface Snapshot {
  seq: number;
  status: Status;
  problem: Problem | null;
  dictation: DictationStatus;
  /** The text of captions that were just stopped is on the clipboard; null otherwise. */
  copied: CopiedCaptions | null;
  /** Captions are on; a dictation without them is not. */
  areCaptionsOn: boolean;
  /** The newest turns, oldest first; older ones are not sent to the captions. */
  turns: Turn[];
  /** Turns before this one are not shown: a dictation without captions shows its own words only. */
  firstTurn: number;
}

/** What a page shows of the captions: everything, or all but the words. */
const captionsViewSchema = v.picklist(['words', 'status']);

export type CaptionsView = v.InferOutput<typeof captionsViewSchema>;

/** More steps than a person can tell apart on a meter. */
const mostLevelSteps = 60;

/** What changed since the patch before; at most one per painted frame. */
export interface Patch {
  seq: number;
  /** Turns that are new or replace the one with the same id. */
  turns: Turn[];
  status?: Status;
  problem?: Problem | null;
  dictation?: DictationStatus;
  copied?: CopiedCaptions | null;
  areCaptionsOn?: boolean;
  firstTurn?: number;
}

export const listeningCommandSchema = v.picklist([
  'start',
  'stop',
  'toggle',
  'cancel',
  'force-endpoint',
]);

/** The commands of hotkeys, verbs and buttons to the listening controller. */
export type ListeningCommand = v.InferOutput<typeof listeningCommandSchema>;

const schemas = {
  'captions:attach': v.tuple([captionsViewSchema]),
  'pill:attach': v.tuple([]),
  'level:watch': v.tuple([
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostLevelSteps)),
  ]),
  'listening:do': v.tuple([listeningCommandSchema]),
  'dictation:undo': v.tuple([]),
  'dictation:insert': v.tuple([]),
  'dictation:copy': v.tuple([]),
  'transcript:copy': v.tuple([]),
  'transcript:undo-copy': v.tuple([]),
  'transcript:open': v.tuple([]),
  'panel:open': v.tuple([]),
  'language:read': v.tuple([]),
  'problems:read': v.tuple([]),
  'problem:close': v.tuple([v.picklist(problemSources)]),
  'app-state:read': v.tuple([]),
  'key:save': v.tuple([v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(512))]),
  'key:forget': v.tuple([]),
  'microphone:choose': v.tuple([v.nullable(microphoneRefSchema)]),
  'microphone:rescan': v.tuple([]),
  'microphone:check': v.tuple([v.boolean()]),
  'hotkeys:suspend': v.tuple([v.boolean()]),
  'hotkeys:change': v.tuple([hotkeyActionSchema, acceleratorSchema]),
  'hotkeys:mode': v.tuple([dictationModeSchema]),
  'demo:start': v.tuple([]),
  'first-run:finish': v.tuple([]),
  'settings:read': v.tuple([]),
  // The handler parses it, because it names the setting that does not fit.
  'settings:change': v.tuple([v.record(v.string(), v.unknown())]),
  'usage:read': v.tuple([]),
  'unfinished:read': v.tuple([]),
  'unfinished:act': v.tuple([v.pipe(v.number(), v.safeInteger()), unfinishedActionSchema]),
  'history:read': v.tuple([historyQuerySchema]),
  'history:lines': v.tuple([captionsIdSchema]),
  'history:act': v.tuple([historyActSchema]),
  'history:clear': v.tuple([]),
  'history:export': v.tuple([exportedSchema, exportFormatSchema]),
  'dictionary:export': v.tuple([]),
  'dictionary:import': v.tuple([]),
  'diagnostics:copy': v.tuple([]),
  'doctor:read': v.tuple([]),
  'doctor:run': v.tuple([]),
  'doctor:copy': v.tuple([]),
} satisfies Record<RequestChannel, v.GenericSchema<unknown, unknown[]>>;

export type RequestArguments<C extends RequestChannel> = v.InferOutput<(typeof schemas)[C]>;

/**
 * The schemas with which the main process parses the arguments of every request. A renderer is not
 * trusted: arguments that do not fit are answered with an error and reach no handler.
 */
export const requestSchemas: {
  [C in RequestChannel]: v.GenericSchema<unknown, RequestArguments<C>>;
} = schemas;

/** The value of every answer. On the wire it is wrapped in a {@link Result}. */
export interface Answers extends Record<RequestChannel, unknown> {
  /** Attaches the captions or the panel: the snapshot, then patches with what the page shows. */
  'captions:attach': Snapshot;
  /** Attaches the pill: what it shows, then `pill:changed`. */
  'pill:attach': Pill;
  /** Subscribes to `level`, with this number of steps above silence; 0 unsubscribes. */
  'level:watch': null;
  'listening:do': null;
  /** Inserts the dictation that was cancelled last, if that is not too long ago. */
  'dictation:undo': null;
  /** Inserts the newest dictation in the window that has the focus, or had it before the panel. */
  'dictation:insert': null;
  /** Copies the text of the newest dictation to the clipboard. */
  'dictation:copy': null;
  /** Copies the text that is shown to the clipboard. */
  'transcript:copy': null;
  /** Restores what the text of the stopped captions has replaced on the clipboard. */
  'transcript:undo-copy': null;
  /** Opens the history at the captions that were just stopped. */
  'transcript:open': null;
  'panel:open': null;
  /** The language of the interface. */
  'language:read': UiLanguage;
  /** The current problems, the most urgent first. */
  'problems:read': CurrentProblem[];
  /** Closes the problem of a source, if it is a notice of something that has happened. */
  'problem:close': null;
  'app-state:read': AppState;
  /** Checks the key by a real handshake and stores it only when the service accepts it. */
  'key:save': AppState;
  'key:forget': AppState;
  'microphone:choose': AppState;
  'microphone:rescan': AppState;
  /** Opens (true) or releases (false) the microphone only to show its level. */
  'microphone:check': AppState;
  /** Suspends all hotkeys (true), so that a window can record a key press, or resumes them. */
  'hotkeys:suspend': AppState;
  /** Takes the shortcut for the action, or keeps the one before and says why; hotkeys are back. */
  'hotkeys:change': AppState;
  'hotkeys:mode': AppState;
  /** Runs the bundled recording through the demo server. */
  'demo:start': AppState;
  /** The first run was finished or skipped. */
  'first-run:finish': AppState;
  'settings:read': PreferencesInUse;
  /** Changes some preferences, or none where one of them is out of its range. */
  'settings:change': PreferencesInUse;
  'usage:read': Usage;
  /** Sound of earlier runs that has no text. */
  'unfinished:read': UnfinishedRecording[];
  /** Transcribes, keeps or deletes one; answers with those that remain. */
  'unfinished:act': UnfinishedRecording[];
  'history:read': HistoryPage;
  /** The sentences of captions, in order. */
  'history:lines': CaptionsLine[];
  /** Copies, inserts, transcribes or deletes one; answers with what the person is to know of it. */
  'history:act': Problem | null;
  /** Deletes all dictations and captions but those that run. */
  'history:clear': null;
  /** Writes dictations and captions where the person says; answers with the file, null where they changed their mind. */
  'history:export': string | null;
  /** Writes the terms and replacements to a file; answers with it, null if the person cancelled. */
  'dictionary:export': string | null;
  /** Adds the entries of a file; answers with what was added, null if the person cancelled. */
  'dictionary:import': DictionaryImport | null;
  /** Copies diagnostics for a bug report to the clipboard, without the key or any speech. */
  'diagnostics:copy': null;
  /** The newest run of the doctor. */
  'doctor:read': DoctorRun;
  /** Begins a run, unless one goes on. It ends early when the page goes. */
  'doctor:run': DoctorRun;
  /** Copies the report of the newest run, which holds no key and no speech. */
  'doctor:copy': null;
}

/** The messages that main sends to its windows without a request. */
export interface Broadcasts extends Record<BroadcastChannel, unknown> {
  'captions:patch': Patch;
  /** What the pill shows now. Only the page that attached receives it. */
  'pill:changed': Pill;
  /**
   * Where a meter stands, 0 at -60 dB and below and 1 at full scale: sent to pages that watch the
   * level, when it moves by one of their steps.
   */
  level: number;
  'language:changed': UiLanguage;
  'problems:changed': CurrentProblem[];
  'app-state:changed': AppState;
  /** The panel is to show this page, and what is named on it. */
  'panel:page': PanelPlace;
  'settings:changed': PreferencesInUse;
  /** More was used than `usage:read` answered before. */
  'usage:changed': null;
  /** Something else may be left than `unfinished:read` answered before. */
  'unfinished:changed': null;
  /** The answer of `history:read` may have changed. */
  'history:changed': null;
  /** The doctor has begun or ended a step. */
  'doctor:changed': DoctorRun;
}

/** What the preload puts on `window.captionkey`. */
export interface Bridge {
  request<C extends RequestChannel>(
    channel: C,
    ...args: RequestArguments<C>
  ): Promise<Result<Answers[C]>>;
  /** Calls back on every broadcast of that channel; returns the way to stop. */
  subscribe<C extends BroadcastChannel>(
    channel: C,
    callback: (value: Broadcasts[C]) => void,
  ): () => void;
}
