import * as v from 'valibot';
import type { BroadcastChannel, RequestChannel } from './channels.ts';
import {
  dictationActionSchema,
  dictationIdSchema,
  exportedSchema,
  exportFormatSchema,
  historyQuerySchema,
  type HistoryPage,
} from './dictation.ts';
import type { ChoicesInUse } from './choices.ts';
import type { DictationStatus } from './dictation-status.ts';
import { leftoverActionSchema, type Leftover } from './leftover.ts';
import { microphoneRefSchema } from './microphone.ts';
import type { Result } from './result.ts';
import { acceleratorSchema, dictationModeSchema } from './settings.ts';
import { hotkeyActionSchema, type Setup } from './setup.ts';
import type { Problem, Status } from './status.ts';
import type { Turn } from './turn.ts';
import type { Usage } from './usage.ts';

/** What a window needs to draw from nothing. Patches with a greater `seq` follow. */
export interface Snapshot {
  seq: number;
  status: Status;
  problem: Problem | null;
  dictation: DictationStatus;
  /** Captions are on; a dictation without them is not. */
  areCaptionsOn: boolean;
  /** The newest turns, oldest first; older ones are not sent to the captions. */
  turns: Turn[];
  /** Turns before this one are not shown: a dictation without captions shows its own words only. */
  firstTurn: number;
}

/** What a page shows of the captions: everything, or all but the words. */
export const captionsViewSchema = v.picklist(['words', 'status']);

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

/** What hotkeys, verbs and buttons can ask of the one owner of microphone and socket. */
export type ListeningCommand = v.InferOutput<typeof listeningCommandSchema>;

const schemas = {
  'captions:attach': v.tuple([captionsViewSchema]),
  'level:watch': v.tuple([
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostLevelSteps)),
  ]),
  'listening:do': v.tuple([listeningCommandSchema]),
  'dictation:undo': v.tuple([]),
  'dictation:insert': v.tuple([]),
  'transcript:copy': v.tuple([]),
  'panel:open': v.tuple([]),
  'problem:close': v.tuple([]),
  'setup:read': v.tuple([]),
  'key:save': v.tuple([v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(512))]),
  'key:forget': v.tuple([]),
  'microphone:choose': v.tuple([v.nullable(microphoneRefSchema)]),
  'microphone:rescan': v.tuple([]),
  'microphone:check': v.tuple([v.boolean()]),
  'hotkeys:suspend': v.tuple([v.boolean()]),
  'hotkeys:change': v.tuple([hotkeyActionSchema, acceleratorSchema]),
  'hotkeys:mode': v.tuple([dictationModeSchema]),
  'demo:start': v.tuple([]),
  'settings:read': v.tuple([]),
  // What does not fit is told by the name of its setting, so it is parsed where that is known.
  'settings:change': v.tuple([v.record(v.string(), v.unknown())]),
  'usage:read': v.tuple([]),
  'leftovers:read': v.tuple([]),
  'leftovers:act': v.tuple([v.pipe(v.number(), v.safeInteger()), leftoverActionSchema]),
  'history:read': v.tuple([historyQuerySchema]),
  'history:act': v.tuple([dictationIdSchema, dictationActionSchema]),
  'history:export': v.tuple([exportedSchema, exportFormatSchema]),
  'diagnostics:copy': v.tuple([]),
} satisfies Record<RequestChannel, v.GenericSchema<unknown, unknown[]>>;

export type RequestArguments<C extends RequestChannel> = v.InferOutput<(typeof schemas)[C]>;

/**
 * The arguments of every request, as the main process parses them. A renderer is not trusted:
 * what does not fit is answered with an error and reaches no handler.
 */
export const requestSchemas: {
  [C in RequestChannel]: v.GenericSchema<unknown, RequestArguments<C>>;
} = schemas;

/** The value of every answer. On the wire it is wrapped in a {@link Result}. */
export interface Answers extends Record<RequestChannel, unknown> {
  /** Attaches the captions or the panel: the snapshot, then patches with what the page shows. */
  'captions:attach': Snapshot;
  /** From now on `level` is sent, in so many steps above silence; 0: no more of it. */
  'level:watch': null;
  'listening:do': null;
  /** Delivers the dictation that was cancelled last, if that is not too long ago. */
  'dictation:undo': null;
  /** Inserts the newest dictation in the window that has the focus, or had it before the panel. */
  'dictation:insert': null;
  /** Copies the text that is shown to the clipboard. */
  'transcript:copy': null;
  'panel:open': null;
  /** Closes the problem that is shown, if it is a notice of something that has happened. */
  'problem:close': null;
  'setup:read': Setup;
  /** Checks the key by a real handshake and stores it only when the service accepts it. */
  'key:save': Setup;
  'key:forget': Setup;
  'microphone:choose': Setup;
  'microphone:rescan': Setup;
  /** Opens (true) or releases (false) the microphone only to show its level. */
  'microphone:check': Setup;
  /** Lets go of all hotkeys (true), so that a window can be pressed one, or takes them again. */
  'hotkeys:suspend': Setup;
  /** Takes the shortcut for the action, or keeps the one before and says why; hotkeys are back. */
  'hotkeys:change': Setup;
  'hotkeys:mode': Setup;
  /** Runs the bundled recording through the demo server. */
  'demo:start': Setup;
  'settings:read': ChoicesInUse;
  /** Changes some choices, or none where one of them is out of its range. */
  'settings:change': ChoicesInUse;
  'usage:read': Usage;
  /** Sound of earlier runs that has no text. */
  'leftovers:read': Leftover[];
  /** Transcribes, keeps or deletes one; answers with those that remain. */
  'leftovers:act': Leftover[];
  'history:read': HistoryPage;
  /** Copies, delivers, transcribes or deletes one; answers with what the person is to know of it. */
  'history:act': string | null;
  /** Writes dictations where the person says; answers with the file, null where they changed their mind. */
  'history:export': string | null;
  /** Copies what a report of a fault needs to the clipboard; no key and nothing that was said. */
  'diagnostics:copy': null;
}

/** What main sends to its windows unasked. */
export interface Broadcasts extends Record<BroadcastChannel, unknown> {
  'captions:patch': Patch;
  /**
   * Where a meter stands, 0 at -60 dB and below and 1 at full scale: sent to pages that watch the
   * level, when it moves by one of their steps.
   */
  level: number;
  'setup:changed': Setup;
  'settings:changed': ChoicesInUse;
  /** More was used than `usage:read` answered before. */
  'usage:changed': null;
  /** Something else may be left than `leftovers:read` answered before. */
  'leftovers:changed': null;
  /** The history may hold something else than `history:read` answered before. */
  'history:changed': null;
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
