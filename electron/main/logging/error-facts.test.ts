import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorFacts } from './error-facts.ts';

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It did not throw.');
};

test('an error of the system is logged by its name, without its message', () => {
  const error = thrownBy(() => readFileSync('/nowhere/secret-key'));
  expect(errorFacts(error)).toMatchObject({ error: 'Error', errno: 'ENOENT' });
  expect(JSON.stringify(errorFacts(error))).not.toContain('secret-key');
});

test('a stack is logged as places in the bundle, without names and paths', () => {
  const error = new TypeError('secret');
  error.stack = `TypeError: secret
    at ListeningController.secret (file:///home/secret/app/out/main/index.js:12:34)
    at file:///home/secret/app/out/main/chunks/secret-1a2b.js:5:6
    at async Promise.all (index 0)
    at Object.send (/home/secret/node_modules/ws/lib/sender.js:7:8)
    at node:internal/process/task_queues:105:5
    at eval (eval at secret (file:///home/secret/other.js:1:2), <anonymous>:1:1)`;
  expect(errorFacts(error)).toEqual({
    error: 'TypeError',
    errno: 'none',
    at: ['main:12:34', 'chunk:5:6', 'package:7:8', 'node:105:5'],
  });
});

test('a message that looks like a stack is not logged as one', () => {
  const error = new Error('\n    at secret (/node_modules/secret.js:11:22)');
  expect(errorFacts(error).at).not.toContain('package:11:22');
});

test.each([null, 'secret', { code: 'secret' }, Object.assign(new Error(), { name: 'secret' })])(
  '%j is logged without anything that could come from outside',
  (thrown) => {
    expect(errorFacts(thrown)).toMatchObject({ error: 'other', errno: 'none' });
    expect(JSON.stringify(errorFacts(thrown))).not.toContain('secret');
  },
);

test.each(['secret', 'ESECRET', 7, 'toString'])(
  'the code %j is not logged as one of the system',
  (code) => {
    expect(errorFacts(Object.assign(new Error(), { code })).errno).toBe('none');
  },
);
