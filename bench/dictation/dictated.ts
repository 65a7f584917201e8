import type { Arrival } from '../stamping-service.ts';
import type { Frame } from './painted.ts';
import type { Growth } from './recorded-sound.ts';

type TurnArrival = Extract<Arrival, { kind: 'turn' }>;

/** The observed times of one dictation, in milliseconds of one clock. */
export interface Dictated {
  pressedAtMs: number;
  /** When the captions were on the screen. */
  shownAtMs: number;
  frames: Frame[];
  growths: Growth[];
  arrivals: Arrival[];
  /** When the text was in the target. */
  textAtMs: number;
}

/** The times between the steps of one dictation, in milliseconds. */
export interface Delays {
  keyToStarting: number;
  keyToFirstSample: number;
  firstBufferToListening: number;
  tailToEndpoint: number;
  /** For each turn, partial or final. */
  turnToPaint: number[];
  finalToText: number;
}

const bytesPerMs = 32;
const chunkMs = 50;

/** @throws if a step was not observed */
export function delaysOf(dictated: Dictated): Delays {
  const { pressedAtMs, frames, growths, arrivals, textAtMs } = dictated;
  const seenAtMs = (isWanted: (frame: Frame) => boolean): number =>
    Math.max(seen('frame', frames.find(isWanted)).atMs, dictated.shownAtMs);
  const firstBuffer = seen('sound on disk', growths[0]);
  return {
    keyToStarting: seenAtMs(isOn) - pressedAtMs,
    keyToFirstSample: firstBuffer.atMs - firstBuffer.byteLength / bytesPerMs - pressedAtMs,
    firstBufferToListening: seenAtMs(isListening) - firstBuffer.atMs,
    tailToEndpoint: delayOfTail(growths, arrivals),
    turnToPaint: arrivals
      .filter(isTurn)
      .map(({ text, atMs }) => seenAtMs(({ words }) => numberIn(words) >= numberIn(text)) - atMs),
    finalToText: textAtMs - seen('final', finalOf(arrivals)).atMs,
  };
}

/** The turn that answers ForceEndpoint. */
export function finalOf(arrivals: Arrival[]): TurnArrival | undefined {
  const endpointAtMs = endpointIn(arrivals)?.atMs ?? Infinity;
  return arrivals.filter(isTurn).find(({ atMs }) => atMs >= endpointAtMs);
}

/**
 * From the last sent sound to ForceEndpoint. Silence fills the last frame, so the file may reach that
 * size only one chunk later.
 */
function delayOfTail(growths: Growth[], arrivals: Arrival[]): number {
  const endpoint = seen('ForceEndpoint', endpointIn(arrivals));
  const sentBytes = arrivals
    .slice(0, arrivals.indexOf(endpoint))
    .reduce((sum, arrival) => sum + (arrival.kind === 'audio' ? arrival.byteLength : 0), 0);
  const last = growths.findLast(
    ({ atMs, byteLength }) => byteLength <= sentBytes && atMs < endpoint.atMs + chunkMs / 2,
  );
  return endpoint.atMs - seen('tail on disk', last).atMs;
}

const isTurn = (arrival: Arrival): arrival is TurnArrival => arrival.kind === 'turn';

const endpointIn = (arrivals: Arrival[]): Arrival | undefined =>
  arrivals.find((arrival) => arrival.kind === 'text' && arrival.type === 'ForceEndpoint');

/** If the microphone opens before a frame is due, the captions skip “Starting”. */
const isOn = ({ status }: Frame): boolean => /^(Starting|Connecting|Listening)/.test(status);

const isListening = ({ status }: Frame): boolean => status.startsWith('Listening');

/** The number of the newest message in a text. A newer message replaces an older one. */
const numberIn = (words: string): number => Number(/.*\bthe(\d+)th/.exec(words)?.[1] ?? -1);

function seen<T>(what: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`Of a dictation no ${what} was seen.`);
  return value;
}
