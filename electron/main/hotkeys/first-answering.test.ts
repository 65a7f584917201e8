import { expect, test } from 'vitest';
import type { BackEnd } from './back-end.ts';
import { FirstAnswering } from './first-answering.ts';

/* Back ends that record their calls. */
let asked: string[] = [];

const way = (name: string): BackEnd => ({
  areChosenElsewhere: name === 'verbs',
  hearsEscape: name !== 'verbs',
  bind: () => {
    asked.push(`${name} bind`);
    return Promise.resolve({ problem: null, holdProblem: null });
  },
  unbind: () => asked.push(`${name} unbind`),
  watchEscape: (onEscape) => asked.push(`${name} escape ${onEscape === null ? 'off' : 'on'}`),
  watchInput: () => () => true,
  dispose: () => asked.push(`${name} dispose`),
});
const binding = { action: 'dictate', accelerator: 'F9', isHeld: true } as const;

function open(...ways: (() => Promise<BackEnd | null>)[]): FirstAnswering {
  asked = [];
  return new FirstAnswering(ways, () => way('verbs'));
}

test('the first back end that answers is used, and no other', async () => {
  const backEnd = open(
    () => Promise.resolve(null),
    () => Promise.reject(new Error('broken')),
    () => Promise.resolve(way('kde')),
    () => Promise.resolve(way('later')),
  );
  await backEnd.bind(binding);
  backEnd.unbind('dictate');
  await backEnd.bind(binding);
  backEnd.watchEscape(() => undefined);
  expect(backEnd.watchInput(null)()).toBe(true);
  backEnd.dispose();
  expect(asked).toEqual(['kde bind', 'kde unbind', 'kde bind', 'kde escape on', 'kde dispose']);
});

test('the last back end is used if none answers', async () => {
  const backEnd = open(() => Promise.resolve(null));
  await backEnd.bind(binding);
  expect(backEnd.areChosenElsewhere).toBe(true);
  expect(backEnd.hearsEscape).toBe(false);
  expect(asked).toEqual(['verbs bind']);
});

test('calls before an answer are made afterwards', async () => {
  const answer = Promise.withResolvers<BackEnd>();
  const backEnd = open(() => answer.promise);
  const bound = backEnd.bind(binding);
  backEnd.watchEscape(() => undefined);
  expect(backEnd.watchInput(null)()).toBe(null);
  backEnd.dispose();
  answer.resolve(way('kde'));
  await bound;
  expect(asked).toEqual(['kde escape on', 'kde dispose', 'kde bind']);
});
