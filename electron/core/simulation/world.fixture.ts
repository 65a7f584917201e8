import { millisecondsOf, samplesIn } from '../audio-format.ts';
import type { Dictated } from '../listening/dictation.ts';
import type { Listening, ListeningEvent } from '../listening/listening.ts';
import { silent, stepListening } from '../listening/step.ts';
import type { Failure } from '../streaming/failure.ts';
import type { PassageEffect } from '../streaming/passage/passage.ts';
import type { ServerMessage } from '../streaming/server-message.ts';
import {
  emptyTranscript,
  putTurn,
  textBetween,
  type Transcript,
} from '../transcript/transcript.ts';
import { Clock } from './clock.fixture.ts';
import { Hand } from './hand.fixture.ts';
import { Line } from './line.fixture.ts';
import type { Conditions, Outcome, Utterance } from './life.fixture.ts';
import { loudness, say, wordsIn, type SaidWord } from './speech.fixture.ts';

/** A rest, or the last stop, which nothing follows. */
interface Stop {
  atMs: number;
  lengthMs: number | null;
}

const chunkMs = 20;

/**
 * A person who says words into captions from 0 ms until `stopMs` of the sound, over a line that
 * may break.
 */
export function live(said: readonly SaidWord[], stopMs: number, conditions: Conditions): Outcome {
  return new World(said, conditions).run(stopMs);
}

/** A person who holds the key for some of what is said, with captions on or off. */
export function dictate(
  utterances: readonly Utterance[],
  hasCaptions: boolean,
  conditions: Conditions,
): Outcome {
  return new World([], conditions).dictate(utterances, hasCaptions);
}

class World {
  /** Grows where it is not known beforehand when something will be said. */
  readonly #said: SaidWord[];
  readonly #conditions: Conditions;
  readonly #clock = new Clock();
  #listening: Listening;
  #transcript: Transcript = emptyTranscript;
  readonly #lines = new Map<number, Line>();
  readonly #timers = new Map<string, () => void>();
  readonly #dictated: Dictated[] = [];
  readonly #saidIn = new Map<number, string[]>();
  readonly #hand = new Hand(this.#clock, {
    begin: (id) => {
      this.#saidIn.set(id, []);
      this.#dispatch({ type: 'dictate', id });
    },
    end: () => this.#dispatch({ type: 'end-dictation' }),
  });
  /** What the person does next, once so much sound was heard. */
  #next: { atSample: number; act: () => void } | null = null;
  #connections = 0;
  #frames = 0;
  #messages = 0;
  /** The stops that are still to come, in the order of the sound. */
  #stops: readonly Stop[] = [];

  constructor(said: readonly SaidWord[], conditions: Conditions) {
    this.#said = [...said];
    this.#conditions = conditions;
    this.#listening = silent({ maxAttempts: 500, warmMs: conditions.warmMs });
  }

  run(stopMs: number): Outcome {
    const { rests } = this.#conditions;
    this.#stops = [...rests, { atMs: stopMs, lengthMs: null }];
    this.#dispatch({ type: 'start' });
    for (const atMs of this.#conditions.endpointsMs)
      this.#clock.after(atMs, () => this.#dispatch({ type: 'force-endpoint' }));
    for (const atMs of this.#conditions.renewalsMs)
      this.#clock.after(atMs, () => this.#dispatch({ type: 'renew-session' }));
    const restsMs = rests.reduce((sumMs, { lengthMs }) => sumMs + lengthMs, 0);
    return this.#runFor(stopMs + restsMs);
  }

  dictate(utterances: readonly Utterance[], hasCaptions: boolean): Outcome {
    if (hasCaptions) this.#dispatch({ type: 'start' });
    this.#utter(utterances, hasCaptions);
    return this.#runFor(60 * 60_000);
  }

  #utter([utterance, ...later]: readonly Utterance[], hasCaptions: boolean): void {
    if (utterance === undefined) {
      if (hasCaptions) this.#dispatch({ type: 'stop' });
      return;
    }
    const { words, gesture, gapMs, leadMs, trailMs, togglesCaptions } = utterance;
    const toggle = (): void => {
      if (togglesCaptions && gesture !== null) this.#dispatch({ type: 'toggle' });
    };
    this.#clock.after(gapMs, () => {
      if (gesture !== null) this.#hand.begin(gesture);
      this.#clock.after(leadMs / 2, toggle);
      const fromMs = millisecondsOf(this.#listening.capturedTo) + leadMs;
      const said = say(words, fromMs);
      this.#said.push(...said);
      this.#saidIn.get(this.#hand.speaking ?? 0)?.push(...words.map(({ text }) => text));
      this.#next = {
        atSample: (said.at(-1)?.endSample ?? samplesIn(fromMs)) + samplesIn(trailMs),
        act: () => {
          toggle();
          if (gesture !== null) this.#hand.end(gesture);
          this.#utter(later, hasCaptions);
        },
      };
    });
  }

  #runFor(lengthMs: number): Outcome {
    const latestMs = lengthMs + 30 * 60_000;
    while (this.#clock.nowMs < latestMs && this.#clock.step());
    const { turns } = this.#transcript;
    return {
      dictated: this.#dictated,
      saidIn: [...this.#saidIn].map(([id, words]) => ({ id, words })),
      keying: this.#hand.phase,
      words: wordsIn(textBetween(this.#transcript, 0, Infinity)),
      turns,
      connections: this.#connections,
      frames: this.#frames,
      messages: this.#messages,
      listening: this.#listening,
    };
  }

  #capture(): void {
    if (this.#listening.microphone === 'closing') {
      this.#dispatch({ type: 'microphone-closed' });
      return;
    }
    const from = this.#listening.capturedTo;
    const toSample = from + samplesIn(chunkMs);
    this.#dispatch({ type: 'captured', toSample, levels: [loudness(this.#said, from, toSample)] });
    this.#stopWhereDue(millisecondsOf(toSample));
    const next = this.#next;
    if (next !== null && toSample >= next.atSample) {
      this.#next = null;
      next.act();
    }
    this.#clock.after(chunkMs, () => this.#capture());
  }

  #stopWhereDue(heardMs: number): void {
    const [stop, ...later] = this.#stops;
    if (stop === undefined || heardMs < stop.atMs) return;
    this.#stops = later;
    this.#dispatch({ type: 'stop' });
    if (stop.lengthMs !== null)
      this.#clock.after(stop.lengthMs, () => this.#dispatch({ type: 'start' }));
  }

  #dispatch(event: ListeningEvent): void {
    const [next, effects] = stepListening(this.#listening, event);
    this.#listening = next;
    for (const effect of effects) {
      if (effect.type === 'passage') this.#perform(effect.id, effect.effect);
      else if (effect.type === 'open-microphone') this.#clock.after(chunkMs, () => this.#capture());
      else if (effect.type === 'set-timeout')
        this.#setTimer('tail', effect.timeoutMs, { type: 'timeout' });
      else if (effect.type === 'set-dictation-timeout')
        this.#setTimer(`dictation ${effect.id}`, effect.timeoutMs, {
          type: 'dictation-timeout',
          id: effect.id,
        });
      else if (effect.type === 'dictated') {
        this.#dictated.push(effect.dictated);
        this.#hand.dictated(effect.dictated.id);
      }
    }
  }

  #perform(id: number, effect: PassageEffect): void {
    const line = this.#lines.get(id);
    switch (effect.type) {
      case 'connect':
        this.#connect(id);
        break;
      case 'send-audio':
        this.#frames += 1;
        line?.sendAudio(effect);
        break;
      case 'send':
        line?.send(effect.message.type);
        break;
      case 'ping':
        line?.ping();
        break;
      case 'disconnect':
        line?.close();
        this.#lines.delete(id);
        break;
      case 'set-session-timeout':
        this.#setTimer(`session ${id}`, effect.timeoutMs, {
          type: 'passage',
          id,
          event: { type: 'session', event: { type: 'timeout' } },
        });
        break;
      case 'set-timeout':
        this.#setTimer(`passage ${id}`, effect.timeoutMs, {
          type: 'passage',
          id,
          event: { type: 'timeout' },
        });
        break;
      case 'turn':
        [this.#transcript] = putTurn(this.#transcript, effect.turn);
        break;
      default:
        break;
    }
  }

  #setTimer(name: string, timeoutMs: number | null, event: ListeningEvent): void {
    this.#timers.get(name)?.();
    this.#timers.delete(name);
    if (timeoutMs === null) return;
    this.#timers.set(
      name,
      this.#clock.after(timeoutMs, () => this.#dispatch(event)),
    );
  }

  /** What is said as another session hears it: some of the words as others. */
  #heardAgain(): readonly SaidWord[] {
    const { misheard, random } = this.#conditions;
    if (misheard === 0) return this.#said;
    return this.#said.map((word) => (random() < misheard ? { ...word, text: 'other' } : word));
  }

  #connect(id: number): void {
    const number = this.#connections++;
    const { outages, mishaps } = this.#conditions;
    const isAway = outages.some(
      ({ fromMs, toMs }) => this.#clock.nowMs >= fromMs && this.#clock.nowMs < toMs,
    );
    const tell = (event: { message: ServerMessage } | { failure: Failure } | 'pong'): void => {
      if (this.#lines.get(id) !== line) return;
      if (event === 'pong') {
        this.#dispatch({ type: 'passage', id, event: { type: 'pong' } });
        return;
      }
      if ('message' in event) this.#messages += 1;
      this.#dispatch({
        type: 'passage',
        id,
        event: {
          type: 'session',
          event:
            'message' in event
              ? { type: 'message', message: event.message }
              : { type: 'disconnected', failure: event.failure },
        },
      });
    };
    const heard = number === 0 ? this.#said : this.#heardAgain();
    const line = new Line(this.#clock, heard, this.#conditions, {
      isAway,
      mishap: mishaps.find(({ connection }) => connection === number),
      tell,
    });
    this.#lines.set(id, line);
  }
}
