import { expect, test } from 'vitest';
import type { Status } from '#shared/status.ts';
import { SleepPause } from './sleep-pause.ts';

const listening: Status = { phase: 'listening', connected: true };

/** What the app is told to do when this happens to it, one after the other. */
const told = (...happened: (Status | 'suspend' | 'resume')[]): string[] =>
  toldWhile(true, ...happened);

const toldWhile = (
  areCaptionsOn: boolean,
  ...happened: (Status | 'suspend' | 'resume')[]
): string[] => {
  const commands: string[] = [];
  const pause = new SleepPause(
    (command) => commands.push(command),
    () => areCaptionsOn,
  );
  for (const event of happened) {
    if (event === 'suspend') pause.suspend();
    else if (event === 'resume') pause.resume();
    else pause.status(event);
  }
  return commands;
};

test.each<Status>([listening, { phase: 'starting' }, { phase: 'reconnecting', heldSeconds: 3 }])(
  'captions that are $phase end before sleep and begin after it',
  (status) => {
    expect(told(status, 'suspend', { phase: 'idle' }, 'resume')).toEqual(['close', 'go-on']);
  },
);

test.each<Status>([{ phase: 'idle' }, { phase: 'finishing' }])(
  'captions that are $phase stay off',
  (status) => {
    expect(told(status, 'suspend', { phase: 'idle' }, 'resume', { phase: 'idle' })).toEqual([
      'close',
    ]);
  },
);

test('a stop that sleep interrupted is completed before captions begin anew', () => {
  const finishing: Status = { phase: 'finishing' };
  expect(told(listening, 'suspend', finishing, 'resume')).toEqual(['close']);
  expect(told(listening, 'suspend', finishing, 'resume', { phase: 'idle' })).toEqual([
    'close',
    'go-on',
  ]);
});

test('captions that somebody began in the meantime are not begun again', () => {
  const idle: Status = { phase: 'idle' };
  const starting: Status = { phase: 'starting' };
  const finishing: Status = { phase: 'finishing' };
  expect(told(listening, 'suspend', finishing, 'resume', starting, idle)).toEqual(['close']);
});

test('sleep that is told twice is one sleep, and waking twice one waking', () => {
  const idle: Status = { phase: 'idle' };
  expect(told(listening, 'suspend', 'suspend', idle, 'resume', 'resume', listening)).toEqual([
    'close',
    'go-on',
  ]);
});

test('a dictation that sleep has ended leaves nothing on after it', () => {
  expect(toldWhile(false, listening, 'suspend', { phase: 'idle' }, 'resume')).toEqual(['close']);
});

test('a dictation after waking is no start of captions: they go on behind it', () => {
  const commands: string[] = [];
  let areCaptionsOn = true;
  const pause = new SleepPause(
    (command) => commands.push(command),
    () => areCaptionsOn,
  );
  pause.status(listening);
  pause.suspend();
  areCaptionsOn = false;
  pause.status({ phase: 'finishing' });
  pause.resume();
  pause.status(listening);
  pause.status({ phase: 'finishing' });
  expect(commands).toEqual(['close']);
  pause.status({ phase: 'idle' });
  expect(commands).toEqual(['close', 'go-on']);
});
