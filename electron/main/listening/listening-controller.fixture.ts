import { expect } from 'vitest';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import { validKey, type Service } from '../../../test/support/service.ts';
import { until } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing, type TranscriptStore } from '../storage/transcript/transcript-store.ts';
import type { ConnectionTarget } from './connection-target.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';

/** A listening controller that hears a recording in virtual time, with everything that it reports. */
export function listenTo(
  service: Service,
  pcm: Int16Array,
  connectionTarget?: () => Result<ConnectionTarget>,
  warmMs = 0,
  transcriptStore: TranscriptStore = storeNothing,
) {
  const statuses: Status[] = [];
  const turns: Turn[] = [];
  const problems: (Problem | null)[] = [];
  const finished: string[] = [];
  /** Each report of whether captions are on. */
  const captions: boolean[] = [];
  /** Statuses and turns in the order of their reports. */
  const shown: (Status | Turn)[] = [];
  let rests = 0;
  let opened = 0;
  const listeningController = new ListeningController(
    () => {
      opened += 1;
      return new WavMicrophone(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength));
    },
    connectionTarget ??
      (() =>
        ok({
          baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
          key: validKey,
          parameters: plainParameters,
        })),
    () => ({ maxAttempts: 2, warmMs }),
    transcriptStore,
    observing({
      status: (status) => shown.push(status) && statuses.push(status),
      captions: (areOn) => captions.push(areOn),
      turn: (turn) => shown.push(turn) && turns.push(turn),
      problem: (problem) => problems.push(problem),
      finished: (text) => finished.push(text),
      rested: () => (rests += 1),
    }),
  );
  return {
    listeningController,
    statuses,
    turns,
    shown,
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
