import * as v from 'valibot';
import type { PresentMicrophone } from '#shared/microphone.ts';
import { ok, type Result } from '#shared/result.ts';
import { captureReportSchema, type CaptureCommand } from '../../capture/protocol.ts';
import type { Fork } from '../processes/child.ts';
import { captureProblems } from './problems.ts';
import { mainTuning } from '../time/tuning.ts';

/**
 * Lists the microphones in a new process, because PortAudio's list does not change in a process that
 * captures.
 */
export function listMicrophones(fork: Fork): Promise<Result<PresentMicrophone[]>> {
  const child = fork('capture');
  return new Promise<Result<PresentMicrophone[]>>((resolve) => {
    const fail = (cause: keyof typeof captureProblems): void => {
      resolve({ ok: false, problem: captureProblems[cause] });
    };
    const timer = setTimeout(() => fail('stalled'), mainTuning.listMicrophonesTimeoutMs);
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
