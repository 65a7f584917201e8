import { expect, test } from 'vitest';
import type { Status } from '#shared/status.ts';
import { captionsStatusOf } from './captions-status.ts';

const connected: Status = { phase: 'listening', connected: true };
const idle: Status = { phase: 'idle' };
const on = (status: Status) => ({ status, areCaptionsOn: true });
const off = (status: Status) => ({ status, areCaptionsOn: false });

test.each<[string, Status, Status, Status]>([
  [
    'one that connects',
    connected,
    { phase: 'listening', connected: false },
    { phase: 'listening', connected: false },
  ],
  ['one that starts', connected, { phase: 'starting' }, { phase: 'starting' }],
  [
    'one that reconnects',
    { phase: 'starting' },
    { phase: 'reconnecting', heldSeconds: 3 },
    { phase: 'reconnecting', heldSeconds: 3 },
  ],
  [
    'more that waits',
    { phase: 'reconnecting', heldSeconds: 5 },
    { phase: 'reconnecting', heldSeconds: 3 },
    { phase: 'reconnecting', heldSeconds: 5 },
  ],
  [
    'the longer gap',
    { ...connected, catchUpSeconds: 4 },
    { ...connected, catchUpSeconds: 9 },
    { ...connected, catchUpSeconds: 9 },
  ],
])('of two sources, %s is shown', (_what, one, other, shown) => {
  expect(captionsStatusOf([on(one), on(other)])).toEqual(shown);
  expect(captionsStatusOf([on(other), on(one)])).toEqual(shown);
});

test('a dictation does not change the status of captions of the computer', () => {
  expect(captionsStatusOf([off({ phase: 'starting' }), on(connected)])).toEqual(connected);
});

test('without captions the status is that of a dictation, or of last words that are awaited', () => {
  expect(captionsStatusOf([off(connected), off(idle)])).toEqual(connected);
  expect(captionsStatusOf([off(idle), off({ phase: 'finishing' })])).toEqual({
    phase: 'finishing',
  });
  expect(captionsStatusOf([off(idle), off(idle)])).toEqual(idle);
});
