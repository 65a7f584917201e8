import { expect } from 'vitest';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Problem, Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import { validKey, type Service } from '../../../test/support/service.ts';
import { until } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { keepNothing, type Keeping } from '../keeping/keeping.ts';
import type { Account } from './account.ts';
import { Listener } from './listener.ts';
import { observing } from './observer.fixture.ts';

/** A listener that hears a recording in virtual time, and everything it says. */
export function listenTo(
  service: Service,
  pcm: Int16Array,
  account?: () => Result<Account>,
  warmMs = 0,
  keeping: Keeping = keepNothing,
) {
  const statuses: Status[] = [];
  const turns: Turn[] = [];
  const problems: (Problem | null)[] = [];
  const finished: string[] = [];
  /** Whether captions are on, each time that it is told. */
  const captions: boolean[] = [];
  /** Statuses and turns in the order they were told. */
  const told: (Status | Turn)[] = [];
  let rests = 0;
  let opened = 0;
  const listener = new Listener(
    () => {
      opened += 1;
      return new WavMicrophone(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength));
    },
    account ??
      (() =>
        ok({
          baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
          key: validKey,
          parameters: plainParameters,
        })),
    () => ({ maxAttempts: 2, warmMs }),
    keeping,
    observing({
      status: (status) => told.push(status) && statuses.push(status),
      captions: (areOn) => captions.push(areOn),
      turn: (turn) => told.push(turn) && turns.push(turn),
      problem: (problem) => problems.push(problem),
      finished: (text) => finished.push(text),
      rested: () => (rests += 1),
    }),
  );
  return {
    listener,
    statuses,
    turns,
    told,
    problems,
    finished,
    captions,
    opened: () => opened,
    finals: () => turns.filter(({ isFinal }) => isFinal).map(({ text }) => text),
    rested: (times = 1) => until(() => expect(rests).toBe(times)),
    says: (text: RegExp) => until(() => expect(turns.at(-1)?.text ?? '').toMatch(text)),
    hears: () => until(() => expect(statuses.at(-1)?.phase).toBe('listening')),
    listens: () => until(() => expect(statuses).toContainEqual(connected)),
  };
}

export const connected: Status = { phase: 'listening', connected: true };
