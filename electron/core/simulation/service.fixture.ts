import { millisecondsOf } from '../audio-format.ts';
import type { ServerMessage, TurnMessage } from '../assemblyai/server-message.ts';
import type { Clock } from './clock.fixture.ts';
import { wordsBetween, type SaidWord } from './speech.fixture.ts';

/** How the simulated service behaves. */
export interface ServiceBehaviour {
  /** Returns random numbers from 0 to 1: the same sequence for the same seed. */
  random: () => number;
  /** The most a word is reported to begin early. */
  earlyMs: number;
  /** The percentage of Turns with useless word times. */
  badTimesPercent: number;
  /** The longest turn. Longer speech is cut into turns, even within a sentence. */
  longestTurnMs: number;
  /** The pause that ends a turn. */
  turnSilenceMs: number;
  /** How much sound may wait for recognition before the service refuses more. */
  longestBacklogMs: number;
  /** How long data is on its way, either way. */
  lineDelayMs: number;
  /** The longest that an answer of the service takes, besides its way. */
  answerMs: number;
}

/**
 * How late the end of a word is reported: at least 70 ms, 240 ms at the median, and 1,344 ms at the
 * most, as measured on the live service. Each hearing of a word draws another.
 */
function latenessMs(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(1_344, 70 + 170 * Math.exp(normal * 0.9));
}

const badTimes = ['zero', 'reversed', 'missing'] as const;

interface HeardWord extends SaidWord {
  startMs: number;
  endMs: number;
}

const tickMs = 50;
/** How much faster than real time the service recognises a backlog. */
const speed = 1.25;
const partialEveryMs = 700;

/**
 * One session of the service in virtual time. It recognises the words whose sound it was sent, in the
 * order of that sound. A word that was cut becomes `<cut>`.
 */
export class SimulatedSession {
  readonly #clock: Clock;
  readonly #said: readonly SaidWord[];
  readonly #behaviour: ServiceBehaviour;
  readonly #send: (message: ServerMessage) => void;
  #receivedMs = 0;
  #processedMs = 0;
  /** Words of the sound that was received; the last may still be incomplete. */
  #heard: HeardWord[] = [];
  /** When the word at the end of the sound began, if it is incomplete; else null. */
  #begunMs: number | null = null;
  /** The next sample of the continuous sound, and where that sound began. */
  #nextSample: number | null = null;
  #pieceFrom = 0;
  #firstOpen = 0;
  #order = 0;
  #partialAtMs = 0;
  #isOver = false;

  constructor(
    clock: Clock,
    said: readonly SaidWord[],
    behaviour: ServiceBehaviour,
    send: (message: ServerMessage) => void,
  ) {
    this.#clock = clock;
    this.#said = said;
    this.#behaviour = behaviour;
    this.#send = send;
    this.#clock.after(tickMs, () => this.#tick());
  }

  hear(startSample: number, endSample: number, padToSample: number): void {
    if (startSample !== this.#nextSample) this.#pieceFrom = startSample;
    const offsetMs = this.#receivedMs - millisecondsOf(startSample);
    const words = wordsBetween(this.#said, startSample, endSample);
    const begun = words.find((word) => word.endSample > endSample);
    this.#begunMs = begun === undefined ? null : offsetMs + millisecondsOf(begun.startSample);
    for (const word of words) {
      if (word.endSample > endSample) continue;
      this.#heard.push({
        ...word,
        text: word.startSample < this.#pieceFrom ? '<cut>' : word.text,
        startMs: offsetMs + millisecondsOf(word.startSample),
        endMs: offsetMs + millisecondsOf(word.endSample),
      });
    }
    this.#nextSample = padToSample === endSample ? endSample : null;
    this.#receivedMs += millisecondsOf(padToSample - startSample);
    if (this.#receivedMs - this.#processedMs > this.#behaviour.longestBacklogMs && !this.#isOver) {
      this.#send({ type: 'Error', error_code: 3007, error: 'Audio transmission rate exceeded' });
      this.stop();
    }
  }

  forceEndpoint(): void {
    this.#processedMs = this.#receivedMs;
    this.#endTurn();
  }

  terminate(): void {
    this.forceEndpoint();
    this.#send({
      type: 'Termination',
      audio_duration_seconds: this.#receivedMs / 1_000,
      session_duration_seconds: this.#clock.nowMs / 1_000,
    });
    this.stop();
  }

  stop(): void {
    this.#isOver = true;
  }

  #tick(): void {
    if (this.#isOver) return;
    this.#processedMs = Math.min(this.#receivedMs, this.#processedMs + tickMs * speed);
    const open = this.#openWords();
    const last = open.at(-1);
    const [first] = open;
    const { longestTurnMs, turnSilenceMs } = this.#behaviour;
    if (first !== undefined && this.#processedMs - first.startMs >= longestTurnMs) {
      this.#turn(open, true);
      this.#firstOpen += open.length;
      this.#order += 1;
    } else if (
      last !== undefined &&
      (this.#quietToMs ?? this.#processedMs) - last.endMs >= turnSilenceMs
    )
      this.#endTurn();
    else if (open.length > 0 && this.#clock.nowMs - this.#partialAtMs >= partialEveryMs) {
      this.#partialAtMs = this.#clock.nowMs;
      this.#turn(open, false);
    }
    this.#clock.after(tickMs, () => this.#tick());
  }

  /** Where the current pause ends, if a word is being spoken: that word keeps the turn open. */
  get #quietToMs(): number | null {
    const spoken = this.#heard
      .slice(this.#firstOpen)
      .find(({ startMs, endMs }) => startMs < this.#processedMs && endMs > this.#processedMs);
    if (spoken !== undefined) return spoken.startMs;
    const begunMs = this.#begunMs;
    return begunMs !== null && begunMs < this.#processedMs ? begunMs : null;
  }

  /** The words of the open turn up to the first pause that ends it. */
  #openWords(): HeardWord[] {
    const words = this.#heard
      .slice(this.#firstOpen)
      .filter(({ endMs }) => endMs <= this.#processedMs);
    const end = words.findIndex(
      (word, index) =>
        (words[index + 1]?.startMs ?? 0) - word.endMs >= this.#behaviour.turnSilenceMs,
    );
    return end === -1 ? words : words.slice(0, end + 1);
  }

  #endTurn(): void {
    for (let open = this.#openWords(); open.length > 0; open = this.#openWords()) {
      this.#turn(open, true);
      this.#firstOpen += open.length;
      this.#order += 1;
    }
  }

  #turn(words: HeardWord[], isFinal: boolean): void {
    const text = words.map((word) => word.text).join(' ');
    this.#send({
      type: 'Turn',
      turn_order: this.#order,
      end_of_turn: isFinal,
      transcript: isFinal ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : text,
      words: this.#timed(words),
    });
  }

  #timed(words: HeardWord[]): TurnMessage['words'] {
    const { random, earlyMs, badTimesPercent } = this.#behaviour;
    const timed = words.map(({ text, startMs, endMs }) => ({
      text,
      start: Math.max(0, startMs - random() * earlyMs),
      end: endMs + latenessMs(random),
    }));
    if (random() * 100 >= badTimesPercent) return timed;
    switch (badTimes[Math.floor(random() * badTimes.length)]) {
      case 'zero':
        return timed.map(({ text }) => ({ text, start: 0, end: 0 }));
      case 'reversed':
        return timed.map(({ text, start, end }) => ({ text, start: end, end: start }));
      default:
        return [];
    }
  }
}
