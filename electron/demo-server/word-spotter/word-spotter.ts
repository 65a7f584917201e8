import { bandCount, bandEnergies, frameLength, frameStep, sampleRateHz } from './band-energies.ts';
import { confirm, interpolationReach, searchReach } from './confirm.ts';
import { History } from './history.ts';
import { frameCount, likeness, type Template } from './template.ts';
import { VoiceDetector } from './voice-detector.ts';

/** A word found in the sound. Times are in milliseconds since the session began. */
export interface HeardWord {
  text: string;
  startMs: number;
  endMs: number;
}

/** The result for 10 ms of sound. */
export interface HeardFrame {
  endMs: number;
  /** There is speech, with or without known words. */
  hasVoice: boolean;
  /** The words found in this step. They ended up to 40 ms earlier. */
  words: HeardWord[];
}

/** From this likeness on, a word is searched for sample by sample. */
const minLikeness = 0.9;

interface Search {
  template: Template;
  /** The frame to compare with the template's first frame next. */
  nextFrame: number;
  /** The search begins here, after the last place of the word. */
  searchedTo: number;
}

/** Finds the words of a recording by their sound in a stream of 16 kHz PCM. */
export class WordSpotter {
  readonly #voice = new VoiceDetector();
  readonly #sound: History;
  readonly #frames: History;
  readonly #searches: Search[];
  #frameCount = 0;

  constructor(templates: Template[]) {
    const longest = Math.max(...templates.map(({ samples }) => samples.length)) + sampleRateHz;
    this.#sound = new History(longest);
    this.#frames = new History(frameCount(longest) * bandCount);
    this.#searches = templates.map((template) => ({ template, nextFrame: 0, searchedTo: 0 }));
  }

  /** @param pcm at most one second, which continues the sound pushed before */
  push(pcm: Int16Array): HeardFrame[] {
    const samples = Float32Array.from(pcm);
    const heard: HeardFrame[] = [];
    for (let from = 0; from < samples.length;) {
      const frameEnd = this.#frameCount * frameStep + frameLength;
      const to = Math.min(from + frameEnd - this.#sound.length, samples.length);
      this.#sound.append(samples.subarray(from, to));
      from = to;
      if (this.#sound.length === frameEnd) heard.push(this.#completeFrame(frameEnd));
    }
    return heard;
  }

  #completeFrame(end: number): HeardFrame {
    const frame = this.#sound.view(end - frameLength, end);
    this.#frames.append(bandEnergies(frame));
    this.#frameCount += 1;
    const hasVoice = this.#voice.hasVoice(frame.subarray(frameLength - frameStep));
    const words = this.#searches.flatMap((search) => this.#advance(search));
    return { endMs: toMs(end), hasVoice, words };
  }

  /** Compares the template at the newest position for which there is enough sound. */
  #advance(search: Search): HeardWord[] {
    const { template, nextFrame } = search;
    const start = nextFrame * frameStep;
    const length = template.samples.length;
    if (start + length + searchReach + interpolationReach > this.#sound.length) return [];
    search.nextFrame += 1;
    if (start + searchReach < search.searchedTo) return [];
    const first = nextFrame * bandCount;
    const frames = this.#frames.view(first, first + template.shape.length);
    if (likeness(template.shape, frames) < minLikeness) return [];
    const found = confirm(template, this.#sound, start);
    if (found === undefined || found < search.searchedTo) return [];
    search.searchedTo = found + length / 2;
    return [{ text: template.text, startMs: toMs(found), endMs: toMs(found + length) }];
  }
}

const toMs = (position: number): number => Math.round((position * 1_000) / sampleRateHz);
