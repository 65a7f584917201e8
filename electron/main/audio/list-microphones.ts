import * as v from 'valibot';
import { tuning } from '#core/tuning.ts';
import type { Microphone } from '#shared/microphone.ts';
import { ok, type Result } from '#shared/result.ts';
import { captureReportSchema, type CaptureCommand } from '../../capture/protocol.ts';
import type { Fork } from '../child.ts';
import { microphoneProblems } from './problems.ts';

/**
 * Lists the microphones in a process made for it, because PortAudio's list is frozen in one that
 * captures (platform: naudiodon).
 */
export function listMicrophones(fork: Fork): Promise<Result<Microphone[]>> {
  const child = fork('capture');
  return new Promise<Result<Microphone[]>>((resolve) => {
    const fail = (cause: keyof typeof microphoneProblems): void => {
      resolve({ ok: false, problem: microphoneProblems[cause] });
    };
    const timer = setTimeout(() => fail('stalled'), tuning.listMicrophonesTimeoutMs);
    child.onExit(() => {
      clearTimeout(timer);
      fail('stopped');
    });
    child.onMessage((message) => {
      const report = v.safeParse(captureReportSchema, message);
      if (!report.success) fail('stopped');
      else if (report.output.type === 'microphones') resolve(ok(report.output.microphones));
      else if (report.output.type === 'failed') fail(report.output.code);
    });
    child.post({ type: 'list' } satisfies CaptureCommand);
  }).finally(() => child.kill());
}
