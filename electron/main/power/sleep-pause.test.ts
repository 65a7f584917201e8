import { expect, test } from 'vitest';
import type { Status } from '#shared/status.ts';
import { SleepPause } from './sleep-pause.ts';

const listening: Status = { phase: 'listening', connected: true };

/** The commands that follow these events. */
const commandsAfter = (...happened: (Status | 'suspend' | 'resume')[]): string[] =>
  commandsWhile(true, ...happened);

const commandsWhile = (
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
    expect(commandsAfter(status, 'suspend', { phase: 'idle' }, 'resume')).toEqual([
      'close',
      'go-on',
    ]);
  },
);

test.each<Status>([{ phase: 'idle' }, { phase: 'finishing' }])(
  'captions that are $phase stay off',
  (status) => {
    expect(
      commandsAfter(status, 'suspend', { phase: 'idle' }, 'resume', { phase: 'idle' }),
    ).toEqual(['close']);
  },
);

test('a stop that sleep interrupted completes before captions begin again', () => {
  const finishing: Status = { phase: 'finishing' };
  expect(commandsAfter(listening, 'suspend', finishing, 'resume')).toEqual(['close']);
  expect(commandsAfter(listening, 'suspend', finishing, 'resume', { phase: 'idle' })).toEqual([
    'close',
    'go-on',
  ]);
});

test('captions that the person has begun meanwhile do not begin again', () => {
  const idle: Status = { phase: 'idle' };
  const starting: Status = { phase: 'starting' };
  const finishing: Status = { phase: 'finishing' };
  expect(commandsAfter(listening, 'suspend', finishing, 'resume', starting, idle)).toEqual([
    'close',
  ]);
});

test('repeated reports of sleep and waking count once', () => {
  const idle: Status = { phase: 'idle' };
  expect(
    commandsAfter(listening, 'suspend', 'suspend', idle, 'resume', 'resume', listening),
  ).toEqual(['close', 'go-on']);
});

test('a dictation that sleep ended does not begin again', () => {
  expect(commandsWhile(false, listening, 'suspend', { phase: 'idle' }, 'resume')).toEqual([
    'close',
  ]);
});

test('captions go on after a dictation that follows waking', () => {
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
