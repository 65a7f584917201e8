import { expect, test } from 'vitest';
import { VerbRunner } from './verbs.ts';

const record = () => {
  const done: string[] = [];
  const actions = {
    verb: (verb: string) => void done.push(verb),
    openPanel: () => void done.push('panel'),
    quit: () => void done.push('quit'),
  };
  return { done, actions };
};

test('each verb runs its action, in order', () => {
  const { done, actions } = record();
  const runner = new VerbRunner();
  runner.begin(actions);
  runner.run(['start', 'force-endpoint', 'captions', 'cancel', 'stop', 'toggle', 'quit']);
  expect(done).toEqual(['start', 'force-endpoint', 'captions', 'cancel', 'stop', 'toggle', 'quit']);
});

test('a launch without a verb asks for the panel', () => {
  const { done, actions } = record();
  const runner = new VerbRunner();
  runner.begin(actions);
  runner.run([]);
  expect(done).toEqual(['panel']);
});

test('verbs during the start wait, and run once in order', () => {
  const { done, actions } = record();
  const runner = new VerbRunner();
  runner.run(['start']);
  runner.run([]);
  expect(done).toEqual([]);
  runner.begin(actions);
  runner.run(['stop']);
  expect(done).toEqual(['start', 'panel', 'stop']);
});
