import { expect, test } from 'vitest';
import type { DictationOutcome } from '#shared/dictation.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Snapshot } from '#shared/ipc.ts';
import { cueOf } from './cue.ts';

type Heard = Pick<Snapshot, 'status' | 'problem' | 'dictation'>;

const quiet: Heard = { status: { phase: 'idle' }, problem: null, dictation: { phase: 'idle' } };
const problem = { code: 'no-microphone', params: {} } as const;
const speaking: DictationStatus = { phase: 'speaking', isLatched: false };
const done = (outcome: DictationOutcome): DictationStatus => ({
  ...{ phase: 'done', outcome, note: null, offers: [] },
});
const starting = { status: { phase: 'starting' } } as const;
const listening = { status: { phase: 'listening', connected: false } } as const;
const finishing = { status: { phase: 'finishing' } } as const;

/** What is heard of changes that come one after the other. */
function cues(...changes: Partial<Heard>[]): string[] {
  let heard = quiet;
  return changes.flatMap((change) => {
    const before = heard;
    heard = { ...heard, ...change };
    return cueOf(before, heard) ?? [];
  });
}

test('captions have a tone for their first sound and for their last', () => {
  expect(cues(starting)).toEqual([]);
  expect(cues(starting, listening)).toEqual(['begin']);
  const connected = { status: { phase: 'listening', connected: true } } as const;
  const lost = { status: { phase: 'reconnecting', heldSeconds: 1 } } as const;
  expect(cues(starting, listening, connected, lost, connected)).toEqual(['begin']);
  const ended = [finishing, { status: quiet.status }];
  expect(cues(starting, listening, ...ended)).toEqual(['begin', 'end']);
});

test.each<[DictationOutcome, string]>([
  ['inserted', 'end'],
  ['on-clipboard', 'end'],
  ['cancelled', 'end'],
  ['held', 'trouble'],
  ['failed', 'trouble'],
])('a dictation has a tone for its first sound, and for being %s', (outcome, ending) => {
  expect(
    cues(
      ...[{ dictation: speaking }, starting, listening],
      ...[{ dictation: { phase: 'finishing' } as const }, finishing],
      ...[{ dictation: done(outcome) }, { status: quiet.status }, { dictation: quiet.dictation }],
    ),
  ).toEqual(['begin', ending]);
});

test('a dictation in which nothing was said ends like any other', () => {
  expect(cues({ dictation: speaking, ...listening }, { dictation: quiet.dictation })).toEqual([
    ...['begin', 'end'],
  ]);
});

test('a dictation beside captions has tones of its own', () => {
  const latched: DictationStatus = { phase: 'speaking', isLatched: true };
  expect(
    cues(
      starting,
      listening,
      { dictation: speaking },
      { dictation: latched },
      {
        dictation: done('inserted'),
      },
    ),
  ).toEqual(['begin', 'begin', 'end']);
  expect(cues({ dictation: speaking, ...listening }, finishing)).toEqual(['begin']);
});

test('a problem has one tone, before that of an end', () => {
  expect(cues({ problem }, { problem: { ...problem } }, { problem: null })).toEqual(['trouble']);
  expect(cues(listening, { ...finishing, problem })).toEqual(['begin', 'trouble']);
});
