import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFinishing, isSpeaking, noDictation } from '../dictation/lifecycle-state.ts';
import {
  stepLifecycle,
  type LifecycleEffect,
  type LifecycleEvent,
} from '../dictation/lifecycle.ts';

/*
 * Random races of a person with their own dictations: keys, verbs, cancel, undo and shortcuts of
 * other programs fall between the answers of microphone, service and target in any order.
 */

/** What happens next, by a number that says which of the answers that are due comes. */
const happenings = [
  ...['press', 'release', 'other-key', 'start', 'stop', 'toggle', 'cancel', 'undo', 'shown'],
  ...['ended', 'recognise', 'recognise', 'target-reads'],
] as const;

interface Dictation {
  id: number;
  text: string;
  isEnded: boolean;
  isRecognised: boolean;
  inserts: number;
  outcomes: string[];
}

class World {
  lifecycle = noDictation;
  readonly dictations: Dictation[] = [];
  /** What the target is asked for, in order. */
  readonly #reading: { id: number; isScratch: boolean }[] = [];
  #nowMs = 0;

  step(event: LifecycleEvent): void {
    const [lifecycle, effects] = stepLifecycle(this.lifecycle, event);
    this.lifecycle = lifecycle;
    for (const effect of effects) this.#perform(effect);
  }

  happen(what: (typeof happenings)[number], number: number): void {
    this.#nowMs += number % 700;
    const atMs = this.#nowMs;
    switch (what) {
      case 'press':
      case 'release':
        this.step({ type: 'key', event: { type: what, atMs, hasRelease: true, mode: 'auto' } });
        break;
      case 'other-key':
        this.step({ type: 'key', event: { type: 'other-key', atMs } });
        break;
      case 'undo':
      case 'shown':
        this.step({ type: what });
        break;
      case 'ended': {
        const last = this.dictations.at(-1);
        if (last !== undefined) this.#end(last);
        break;
      }
      case 'recognise':
        this.recognise(number);
        break;
      case 'target-reads':
        this.targetReads(number);
        break;
      default:
        this.step({ type: 'command', command: what });
    }
  }

  /** The service answers in order of speech, once nothing more is recorded. */
  recognise(number: number): boolean {
    const next = this.dictations.find(({ isRecognised }) => !isRecognised);
    if (next?.isEnded !== true) return false;
    next.isRecognised = true;
    const text = number % 5 === 0 ? '' : next.text;
    if (text === '') next.text = '';
    const isScratch = number % 7 === 0;
    const said = { id: next.id, text, isScratch, isComplete: number % 3 !== 0 };
    this.step({ type: 'recognised', ...said });
    return true;
  }

  targetReads(number: number): boolean {
    const asked = this.#reading.shift();
    if (asked === undefined) return false;
    const { id, isScratch } = asked;
    if (isScratch) {
      this.step({ type: 'scratched', id, isErased: number % 2 === 0 });
      return true;
    }
    const done = { outcome: 'inserted', isComplete: true, problem: null } as const;
    this.step({ type: 'inserted', id, done });
    return true;
  }

  #perform(effect: LifecycleEffect): void {
    switch (effect.type) {
      case 'begin': {
        const { id } = effect;
        if (id % 11 === 0) {
          this.step({ type: 'refused', id });
          break;
        }
        const none = { isEnded: false, isRecognised: false, inserts: 0, outcomes: [] };
        this.dictations.push({ id, text: `Text ${id}`, ...none });
        this.step({ type: 'begun', id });
        break;
      }
      case 'end': {
        const last = this.dictations.findLast(({ isEnded }) => !isEnded);
        if (last !== undefined) last.isEnded = true;
        break;
      }
      case 'insert': {
        const wanted = this.#of(effect.id);
        wanted.inserts += 1;
        expect(effect.text).toBe(wanted.text);
        this.#reading.push({ id: effect.id, isScratch: false });
        break;
      }
      case 'scratch':
        this.#reading.push({ id: effect.id, isScratch: true });
        break;
      case 'conclude':
        this.#of(effect.id).outcomes.push(effect.outcome);
        break;
      default:
    }
  }

  #end(dictation: Dictation): void {
    dictation.isEnded = true;
    this.step({ type: 'ended', id: dictation.id });
  }

  #of(id: number): Dictation {
    const found = this.dictations.find((dictation) => dictation.id === id);
    if (found === undefined) throw new Error(`Dictation ${id} never began.`);
    return found;
  }
}

test('whatever the keys do, each dictation comes to one end, and no text is inserted twice', () => {
  const happening = fc.tuple(fc.constantFrom(...happenings), fc.nat(10_000));
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (all) => {
      const world = new World();
      for (const [what, number] of all) world.happen(what, number);
      world.step({ type: 'command', command: 'stop' });
      while (world.recognise(1) || world.targetReads(1));
      world.step({ type: 'shown' });
      expect(world.lifecycle.entries).toEqual([]);
      expect(isSpeaking(world.lifecycle) || isFinishing(world.lifecycle)).toBe(false);
      for (const { inserts, outcomes, text } of world.dictations) {
        const last = outcomes.at(-1);
        expect(inserts).toBe(last === 'inserted' ? 1 : 0);
        // A cancellation or a refused command that is undone is the only way to a second outcome.
        expect([
          ['inserted'],
          ['cancelled'],
          ['silent'],
          ['failed'],
          ['cancelled', 'inserted'],
        ]).toContainEqual(outcomes);
        if (text === '') expect(['silent', 'failed']).toContain(last);
      }
    }),
    { numRuns: 2_000, endOnFailure: true },
  );
});
