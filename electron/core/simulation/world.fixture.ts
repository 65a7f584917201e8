import { millisecondsOf, samplesIn } from '../audio-format.ts';
import type { Dictated } from '../listening/dictation.ts';
import type { Listening, ListeningEvent } from '../listening/listening.ts';
import { areCaptionsWanted } from '../listening/captions.ts';
import { isSettled } from '../listening/rest.ts';
import { isHeard } from '../listening/segment-control.ts';
import { initialListening, stepListening } from '../listening/step.ts';
import type { SpokenTurn } from '../segments/spoken.ts';
import { tuning } from '../tuning.ts';
import {
  emptyTranscript,
  putTurn,
  textBetween,
  type Transcript,
} from '../transcript/transcript.ts';
import { Clock } from './clock.fixture.ts';
import { Connections } from './connections.fixture.ts';
import { Disk } from './disk.fixture.ts';
import { Hand } from './hand.fixture.ts';
import type { Conditions, Outcome, Utterance } from './life.fixture.ts';
import { loudness, say, wordsIn, type SaidWord, type ScriptedWord } from './speech.fixture.ts';
import { Timers } from './timers.fixture.ts';

/** A rest, or the last stop, whose `lengthMs` is null. */
interface Stop {
  atMs: number;
  lengthMs: number | null;
}

const chunkMs = 20;

/** Longer than the pre-roll: what is said before it is not in it. */
const unheardPauseMs = 700;

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
  /** Grows while dictations are simulated, because their times are not known beforehand. */
  readonly #said: SaidWord[];
  readonly #conditions: Conditions;
  readonly #clock = new Clock();
  #listening: Listening;
  #transcript: Transcript = emptyTranscript;
  readonly #timers: Timers;
  readonly #connections: Connections;
  readonly #dictated: Dictated[] = [];
  readonly #saidIn = new Map<number, string[]>();
  readonly #hand = new Hand(this.#clock, {
    begin: (id) => {
      this.#saidIn.set(id, []);
      const isApart = this.#conditions.areApart && this.#listening.captions.phase === 'off';
      this.#dispatch({ type: 'dictate', id, isApart });
    },
    end: () => this.#dispatch({ type: 'end-dictation' }),
  });
  /** What the person does next, once a sample was captured. */
  #next: { atSample: number; act: () => void } | null = null;
  /** The stops that are still to come, in the order of the sound. */
  #stops: readonly Stop[] = [];
  readonly #disk = new Disk(this.#clock, () => this.#listening);
  #isKilled = false;

  constructor(said: readonly SaidWord[], conditions: Conditions) {
    this.#said = [...said];
    this.#conditions = conditions;
    const dispatch = (event: ListeningEvent): void => this.#dispatch(event);
    this.#timers = new Timers(this.#clock, dispatch);
    this.#connections = new Connections(
      this.#clock,
      this.#said,
      conditions,
      this.#timers,
      dispatch,
    );
    this.#listening = initialListening({ maxAttempts: 500, warmMs: conditions.warmMs });
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
    if (this.#conditions.hasPreRoll) this.#dispatch({ type: 'pre-roll', isOn: true });
    if (hasCaptions) this.#dispatch({ type: 'start' });
    this.#utter(utterances, hasCaptions);
    const gapsMs = utterances.reduce((sumMs, { gapMs }) => sumMs + gapMs, 0);
    return this.#runFor(gapsMs + 4 * 60 * 60_000);
  }

  #utter([utterance, ...later]: readonly Utterance[], hasCaptions: boolean): void {
    if (utterance === undefined) {
      if (hasCaptions) this.#dispatch({ type: 'stop' });
      this.#dispatch({ type: 'pre-roll', isOn: false });
      return;
    }
    const { first, gapMs, unheard } = utterance;
    const hadCaptions = areCaptionsWanted(this.#listening);
    if (first === 'stop') this.#dispatch({ type: 'stop' });
    if (first === 'sleep') this.#dispatch({ type: 'close' });
    this.#clock.after(gapMs, () => {
      if (first === 'sleep' && hadCaptions) this.#dispatch({ type: 'go-on' });
      this.#speakUnheard(unheard, () => this.#begin(utterance, later, hasCaptions));
    });
  }

  /** Words that are said while no sound is wanted, except by the level meter and for the pre-roll. */
  #speakUnheard(words: readonly ScriptedWord[], then: () => void): void {
    if (words.length === 0) {
      then();
      return;
    }
    // After the longest tail, and until the microphone is closed.
    this.#clock.after(2 * tuning.tailTimeoutMs, () => {
      this.#dispatch({ type: 'check-level', isOn: true });
      if (isHeard(this.#listening)) {
        then();
        return;
      }
      const said = say(words, millisecondsOf(this.#listening.capturedTo) + unheardPauseMs);
      this.#said.push(...said);
      this.#next = {
        atSample: (said.at(-1)?.endSample ?? 0) + samplesIn(unheardPauseMs),
        act: () => {
          this.#dispatch({ type: 'check-level', isOn: false });
          then();
        },
      };
    });
  }

  #begin(utterance: Utterance, later: readonly Utterance[], hasCaptions: boolean): void {
    const { words, gesture, leadMs, trailMs, togglesCaptions } = utterance;
    const toggle = (): void => {
      if (togglesCaptions && gesture !== null) this.#dispatch({ type: 'toggle' });
    };
    if (gesture !== null) this.#hand.begin(gesture);
    // Nobody speaks to captions that are off.
    else if (!areCaptionsWanted(this.#listening)) this.#dispatch({ type: 'start' });
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
  }

  #runFor(lengthMs: number): Outcome {
    const latestMs = lengthMs + 30 * 60_000;
    const { killedAtMs } = this.#conditions;
    if (killedAtMs !== null) this.#clock.after(killedAtMs, () => (this.#isKilled = true));
    while (!this.#isKilled && this.#clock.nowMs < latestMs && this.#clock.step());
    const { turns } = this.#transcript;
    return {
      dictated: this.#dictated,
      saidIn: [...this.#saidIn].map(([id, words]) => ({ id, words })),
      keying: this.#hand.phase,
      words: wordsIn(textBetween(this.#transcript, 0, Infinity)),
      turns,
      kept: this.#disk.kept,
      ...this.#connections.counts,
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
    const level = loudness(this.#said, from, toSample, samplesIn(this.#conditions.softMs));
    this.#dispatch({ type: 'captured', toSample, levels: [level] });
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
    const wasSettled = isSettled(this.#listening);
    this.#listening = next;
    for (const effect of effects) {
      if (effect.type === 'segment') {
        this.#connections.perform(effect.id, effect.effect);
        if (effect.effect.type === 'turn') this.#hear(effect.effect.turn);
      }
      if (effect.type === 'open-microphone') this.#clock.after(chunkMs, () => this.#capture());
      else if (effect.type === 'set-timeout')
        this.#timers.set('tail', effect.timeoutMs, { type: 'timeout' });
      else if (effect.type === 'set-dictation-timeout')
        this.#timers.set(`dictation ${effect.id}`, effect.timeoutMs, {
          type: 'dictation-timeout',
          id: effect.id,
        });
      else if (effect.type === 'dictated') {
        this.#dictated.push(effect.dictated);
        this.#hand.dictated(effect.dictated.id);
      }
    }
    if (isSettled(next) && !wasSettled) this.#disk.rest(next.capturedTo);
  }

  #hear(spoken: SpokenTurn): void {
    const [transcript, turn] = putTurn(this.#transcript, spoken);
    this.#transcript = transcript;
    if (turn?.isFinal === true) this.#disk.store(spoken);
  }
}
