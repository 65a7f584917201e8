import { mock } from 'node:test';
import { AudioBuffer } from '../electron/core/segments/audio-buffer.ts';
import { firstReplaySample } from '../electron/core/listening/replay-window.ts';
import type { ListeningEvent } from '../electron/core/listening/listening.ts';
import { initialListening, stepListening } from '../electron/core/listening/step.ts';
import { parseServerMessage } from '../electron/core/assemblyai/server-message.ts';
import { emptyTranscript, putTurn } from '../electron/core/transcript/transcript.ts';
import { CaptionFeed, type Subscriber } from '../electron/main/ipc/caption-feed.ts';
import { fold } from '../renderer/lib/captions/fold.ts';
import type { Patch, Snapshot } from '../shared/ipc.ts';
import { reachableBytes } from '../test/fuzz/heap.ts';
import { nowMs } from './clock.ts';
import { ownRow, type Row } from './table.ts';

const chunkMs = 25;
const turnMs = 5_000;
/** The rest of a turn is silence, which ends it. */
const spokenMs = 4_000;
const partialMs = 500;
const wordMs = 250;
/** How much of the start is compared with the end. */
const compareMs = 5 * 60_000;

/**
 * Runs captions in virtual time: everything that main does for a chunk of sound and for a Turn message,
 * and the page's fold, without sockets and painting.
 */
export function measureThreeHours({ hours }: { hours: number }): Row[] {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    return run(hours * 3_600_000);
  } finally {
    mock.timers.reset();
  }
}

function run(endMs: number): Row[] {
  const page = new CaptionsPage();
  const app = new HeadlessApp(page);
  // Keep only the figures to compare, because memory is measured, too.
  const early: Took = { messages: [], chunks: [] };
  const late: Took = { messages: [], chunks: [] };
  const compared = Math.min(compareMs, endMs / 2);
  let earlyBytes = 0;
  const timed = (kind: keyof Took, atMs: number, work: () => void): void => {
    const fromMs = nowMs();
    work();
    const tookMicroseconds = (nowMs() - fromMs) * 1_000;
    if (atMs < compared) early[kind].push(tookMicroseconds);
    if (atMs >= endMs - compared) late[kind].push(tookMicroseconds);
    // The next paint of the page.
    mock.timers.tick(chunkMs);
  };
  app.dispatch({ type: 'start' });
  app.receive(JSON.stringify({ type: 'Begin', id: 'bench', expires_at: 0 }));
  for (let atMs = 0; atMs < endMs; atMs += chunkMs) {
    const inTurnMs = atMs % turnMs;
    timed('chunks', atMs, () => app.hear(inTurnMs < spokenMs ? 0.1 : 0.0002));
    if (inTurnMs % partialMs === 0 && inTurnMs > 0 && inTurnMs <= spokenMs + partialMs)
      timed('messages', atMs, () => app.receive(turnMessage(atMs)));
    if (atMs === compared) earlyBytes = reachableBytes();
  }
  const grownMb = (reachableBytes() - earlyBytes) / 1e6;
  if (page.turns === 0) throw new Error('No turn came through.');
  return [
    ownRow('Turn message → fold, µs, at the start', null, early.messages),
    ownRow('Turn message → fold, µs, after 3 hours', null, late.messages),
    ownRow('25 ms of sound → frame, µs, at the start', null, early.chunks),
    ownRow('25 ms of sound → frame, µs, after 3 hours', null, late.chunks),
    { what: 'memory grown in 3 hours, MB', figures: { captionkey: grownMb }, budget: 10 },
  ];
}

/** The time of each message and chunk, in microseconds. */
type Took = Record<'messages' | 'chunks', number[]>;

/** Does what the listening controller does, without a microphone and a socket. */
class HeadlessApp {
  readonly #feed = new CaptionFeed();
  readonly #audio = new AudioBuffer();
  #listening = initialListening({ maxAttempts: 1, warmMs: 0 });
  #transcript = emptyTranscript;

  constructor(page: CaptionsPage) {
    this.#feed.join(1, page);
    page.show(this.#feed.attach(1, 'words'));
  }

  hear(level: number): void {
    const startSample = this.#audio.endSample;
    this.#audio.append(startSample, new Uint8Array(chunkMs * 32));
    this.dispatch({ type: 'captured', toSample: this.#audio.endSample, levels: [level] });
  }

  receive(text: string): void {
    const parsed = parseServerMessage(text);
    if (parsed.kind !== 'used') return;
    const { message } = parsed;
    const event = { type: 'session', event: { type: 'message', message } } as const;
    this.dispatch({ type: 'segment', id: 0, event });
  }

  dispatch(event: ListeningEvent): void {
    const [listening, effects] = stepListening(this.#listening, event);
    this.#listening = listening;
    for (const effect of effects) {
      if (effect.type !== 'segment') continue;
      const { effect: own } = effect;
      if (own.type === 'send-audio')
        this.#audio.read(own.startSample, own.endSample, own.padToSample);
      if (own.type !== 'turn') continue;
      const [transcript, turn] = putTurn(this.#transcript, own.turn);
      this.#transcript = transcript;
      if (turn !== null) this.#feed.turn(turn);
    }
    this.#audio.forgetBefore(firstReplaySample(listening));
  }
}

/** The page of the captions, up to what it draws. */
class CaptionsPage implements Subscriber {
  #snapshot: Snapshot | null = null;

  get turns(): number {
    return this.#snapshot?.turns.length ?? 0;
  }

  show(snapshot: Snapshot): void {
    this.#snapshot = structuredClone(snapshot);
  }

  isVisible(): boolean {
    return true;
  }

  send(_channel: string, value: unknown): void {
    // Only patches are sent here.
    if (this.#snapshot !== null)
      this.#snapshot = fold(this.#snapshot, structuredClone(value as Patch));
  }
}

/** The Turn message at a time of the session. It grows by half a second each time. */
function turnMessage(atMs: number): string {
  const beganMs = atMs - (atMs % turnMs);
  const isFinal = atMs - beganMs > spokenMs;
  const words = Array.from(
    { length: (Math.min(atMs, beganMs + spokenMs) - beganMs) / wordMs },
    (_, index) => ({
      text: `word${(beganMs / wordMs + index) % 997}`,
      start: beganMs + index * wordMs,
      end: beganMs + (index + 1) * wordMs - 50,
      confidence: 0.9,
      word_is_final: isFinal,
    }),
  );
  return JSON.stringify({
    type: 'Turn',
    turn_order: beganMs / turnMs,
    turn_is_formatted: true,
    end_of_turn: isFinal,
    transcript: words.map(({ text }) => text).join(' '),
    end_of_turn_confidence: 0.9,
    words,
  });
}
