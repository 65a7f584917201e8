import { beforeEach, expect, test } from 'vitest';
import type { SoundSource } from '#shared/sound-source.ts';
import type { Turn } from '#shared/turn.ts';
import { CaptionSources } from './caption-sources.ts';
import { SharedCaptions } from './shared-captions.ts';

/* Two controllers that note what they are asked for, and captions that hear both. */
let asked: string[];
let wanted: SoundSource[];
let texts: string[];
let stopped: (readonly SoundSource[])[];
let again: boolean[];
let shown: Turn[];
let firstTurns: number[];
let captions: SharedCaptions;
let sources: CaptionSources;

const controllerOf = (source: SoundSource) => ({
  command: (command: string) => void asked.push(`${source} ${command}`),
  dispatch: ({ type }: { type: string }) => void asked.push(`${source} ${type}`),
  text: `all of ${source}`,
});

const say = (source: SoundSource, id: number, text: string): void =>
  captions.turn(source, { id, text, isFinal: true });

beforeEach(() => {
  asked = [];
  texts = [];
  stopped = [];
  again = [];
  shown = [];
  firstTurns = [];
  wanted = ['microphone', 'computer'];
  captions = new SharedCaptions({
    feed: {
      status: () => undefined,
      captions: () => undefined,
      showFrom: (firstTurn) => void firstTurns.push(firstTurn),
      hasTurn: (id) => shown.some((turn) => turn.id === id),
      turn: (turn) => void shown.push(turn),
    },
    visibility: { status: () => undefined, captions: () => undefined, turn: () => undefined },
    onStatus: () => undefined,
    onCaptions: () => undefined,
  });
  sources = new CaptionSources({
    controllers: { microphone: controllerOf('microphone'), computer: controllerOf('computer') },
    captions,
    wanted: () => wanted,
    onFinished: ({ text, sources: of, isAgain }) => {
      texts.push(text);
      stopped.push(of);
      again.push(isAgain);
    },
  });
});

/** Captions of these sources are on. */
const turnOn = (...on: SoundSource[]): void => {
  for (const source of on) captions.setCaptions(source, true);
};

test('a start reaches the sources that are wanted, and a toggle stops what is on', () => {
  wanted = ['computer'];
  sources.command('toggle');
  expect(asked).toEqual(['computer start']);
  turnOn('computer');
  sources.command('toggle');
  expect(asked.slice(1)).toEqual(['microphone stop', 'computer stop']);
});

test('the text of both is reported once, in the order of speech, a line for each change', () => {
  turnOn('microphone', 'computer');
  say('microphone', 0, 'Can you hear me?');
  say('computer', 0, 'Yes.');
  say('computer', 1, 'Very well.');
  say('microphone', 1, 'Good.');
  sources.command('stop');
  sources.finished('microphone', 'Can you hear me? Good.', false);
  expect(texts).toEqual([]);
  sources.finished('computer', 'Yes. Very well.', false);
  expect(texts).toEqual(['Can you hear me?\nYes. Very well.\nGood.']);
  expect(stopped).toEqual([['microphone', 'computer']]);
});

test('the text of one source is that of its controller', () => {
  turnOn('computer');
  say('computer', 0, 'Yes.');
  sources.command('stop');
  sources.finished('computer', 'Yes.', false);
  expect(texts).toEqual(['Yes.']);
  expect(stopped).toEqual([['computer']]);
  expect(sources.text).toBe('all of computer');
});

test('late words of one source report the text of both again', () => {
  turnOn('microphone', 'computer');
  say('microphone', 0, 'Can you hear me?');
  sources.command('stop');
  sources.finished('microphone', 'Can you hear me?', false);
  say('microphone', 1, 'Hello?');
  sources.finished('microphone', 'Can you hear me? Hello?', true);
  say('computer', 0, 'Yes.');
  sources.finished('computer', 'Yes.', false);
  say('computer', 1, 'Well.');
  sources.finished('computer', 'Yes. Well.', true);
  expect(texts).toEqual(['Can you hear me? Hello?\nYes.', 'Can you hear me? Hello?\nYes. Well.']);
  expect(again).toEqual([false, true]);
});

test('the sources are named in one order, whichever finished first, and again with late words', () => {
  turnOn('microphone', 'computer');
  sources.command('stop');
  sources.finished('computer', 'Yes.', false);
  sources.finished('microphone', 'Good.', false);
  sources.finished('computer', 'Yes. Well.', true);
  expect(stopped).toEqual([
    ['microphone', 'computer'],
    ['microphone', 'computer'],
  ]);
});

test.each([
  ['before', ['microphone', 'computer']],
  ['after', ['computer', 'microphone']],
] as const)(
  'a source that no text follows from is not awaited, and may say so %s the other one has its text',
  (_when, order) => {
    turnOn('microphone', 'computer');
    say('microphone', 0, 'To the cursor.');
    say('computer', 0, 'Yes.');
    sources.command('stop');
    for (const source of order)
      if (source === 'computer') sources.finished(source, 'Yes.', false);
      else sources.noTextFollows(source);
    expect(texts).toEqual(['Yes.']);
    expect(stopped).toEqual([['computer']]);
  },
);

test('late words before no text follows from the other source are the first that are reported', () => {
  turnOn('microphone', 'computer');
  sources.command('stop');
  sources.finished('computer', 'Yes.', false);
  sources.finished('computer', 'Yes. Well.', true);
  sources.noTextFollows('microphone');
  expect(texts).toEqual(['Yes. Well.']);
  expect(again).toEqual([false]);
});

test('captions that no text follows from do not keep later ones from being reported', () => {
  turnOn('microphone');
  sources.command('stop');
  captions.setCaptions('microphone', false);
  sources.noTextFollows('microphone');
  expect(texts).toEqual([]);
  turnOn('computer');
  sources.command('stop');
  sources.finished('computer', 'Yes.', false);
  expect(texts).toEqual(['Yes.']);
});

test('a dictation after captions of the computer has its own text', () => {
  turnOn('computer');
  captions.setCaptions('computer', false);
  captions.began('microphone', 3);
  expect(sources.text).toBe('all of microphone');
});

test('a dictation hides no captions that are on', () => {
  turnOn('computer');
  captions.began('microphone', 3);
  expect(firstTurns).toEqual([0]);
  expect(sources.text).toBe('all of computer');
});

test('another source takes over while captions are on, without their text', () => {
  turnOn('microphone');
  wanted = ['computer'];
  sources.settle();
  expect(asked).toEqual(['computer start', 'microphone end-captions']);
});

test('another setting does not start a source again that has failed', () => {
  sources.command('start');
  turnOn('microphone');
  sources.settle();
  expect(asked).toEqual(['microphone start', 'computer start']);
});

test('while captions are off, a choice starts nothing', () => {
  sources.settle();
  expect(asked).toEqual([]);
});

test('turns of the computer are marked, and have other ids than those of the microphone', () => {
  turnOn('microphone', 'computer');
  say('microphone', 0, 'One.');
  say('computer', 0, 'Two.');
  expect(shown.map(({ source }) => source)).toEqual([undefined, 'computer']);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(2);
});
