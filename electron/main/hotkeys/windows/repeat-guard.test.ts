import { beforeEach, expect, test } from 'vitest';
import { parseAccelerator } from '#shared/accelerator.ts';
import { RepeatGuard } from './repeat-guard.ts';

let grabbed: Set<string>;
let taken: string[];
let guard: RepeatGuard;

beforeEach(() => {
  grabbed = new Set();
  taken = [];
  guard = new RepeatGuard({
    grab: (accelerator) => {
      if (taken.includes(accelerator)) return 'taken';
      grabbed.add(accelerator);
      return null;
    },
    release: (accelerator) => {
      grabbed.delete(accelerator);
    },
  });
});

function hold(accelerator: string): void {
  const chord = parseAccelerator(accelerator, false);
  if (chord !== null) guard.begin(chord);
}

test('while a shortcut is held, its key is taken with every rest of its modifiers', () => {
  hold('Control+Alt+Space');
  expect([...grabbed].sort()).toEqual(['Alt+Space', 'Control+Space', 'Space']);
  guard.end();
  expect([...grabbed]).toEqual([]);
});

test('shortcuts of other programs are left to them', () => {
  taken = ['Alt+Space'];
  hold('Control+Alt+Space');
  expect([...grabbed].sort()).toEqual(['Control+Space', 'Space']);
});

test.each(['F13', 'RightControl'])('%s without modifiers needs no guard', (accelerator) => {
  hold(accelerator);
  expect([...grabbed]).toEqual([]);
});
