import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Microphone as MicrophoneInfo, MicrophoneRef } from '#shared/microphone.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import {
  captureReportSchema,
  type CaptureCommand,
  type CaptureFailureCode,
  type CaptureReport,
} from '../../capture/protocol.ts';
import type { Child, Fork } from '../child.ts';
import type { Microphone, MicrophoneEvent } from './microphone.ts';

/** A microphone device, captured in a process of its own that stays ready between openings. */
export class CaptureClient implements Microphone {
  readonly #fork: Fork;
  readonly #recordingsFolder: string;
  readonly #wanted: () => MicrophoneRef | null;
  #child: Child | null = null;
  #listener: ((event: MicrophoneEvent) => void) | null = null;

  /**
   * @param recordingsFolder where the WAV files go; made when the first is written
   * @param wanted the microphone to open; null is the system's default
   */
  constructor(fork: Fork, recordingsFolder: string, wanted: () => MicrophoneRef | null) {
    this.#fork = fork;
    this.#recordingsFolder = recordingsFolder;
    this.#wanted = wanted;
  }

  /** Starts the capture process ahead of need, so that the first opening is as fast as any. */
  prepare(): void {
    this.#process();
  }

  open(startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.#listener = listener;
    this.#post({ type: 'open', microphone: this.#wanted(), startSample });
  }

  record(): void {
    mkdirSync(this.#recordingsFolder, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replaceAll(':', '-')}.wav`;
    this.#post({ type: 'record', path: join(this.#recordingsFolder, name) });
  }

  close(): void {
    this.#post({ type: 'close' });
  }

  /** Ends the capture process. */
  dispose(): void {
    this.#listener = null;
    this.#child?.kill();
    this.#child = null;
  }

  #post(command: CaptureCommand): void {
    this.#process().post(command);
  }

  #process(): Child {
    if (this.#child !== null) return this.#child;
    const child = this.#fork('capture');
    child.onMessage((message) => {
      if (child === this.#child) this.#receive(v.parse(captureReportSchema, message));
    });
    child.onExit(() => {
      if (child === this.#child) this.#fail('stopped');
    });
    this.#child = child;
    return child;
  }

  #receive(report: CaptureReport): void {
    switch (report.type) {
      case 'chunk':
        return this.#listener?.({ type: 'chunk', chunk: report });
      case 'closed': {
        this.#end({ type: 'closed' });
        return;
      }
      case 'failed':
        if (report.code !== 'cannot-record') {
          this.#fail(report.code);
          return;
        }
        return this.#listener?.({ type: 'warned', problem: problems['cannot-record'] });
      case 'microphones':
        return;
    }
  }

  /** After a failure PortAudio cannot be trusted to see devices anew: the process goes too. */
  #fail(cause: CaptureFailureCode | 'stopped'): void {
    const child = this.#child;
    this.#child = null;
    child?.kill();
    this.#end({ type: 'failed', problem: problems[cause] });
  }

  #end(event: MicrophoneEvent): void {
    const listener = this.#listener;
    this.#listener = null;
    listener?.(event);
  }
}

/**
 * Lists the microphones in a process made for it, because PortAudio's list is frozen in one that
 * captures (platform: naudiodon).
 */
export function listMicrophones(fork: Fork): Promise<Result<MicrophoneInfo[]>> {
  const child = fork('capture');
  return new Promise<Result<MicrophoneInfo[]>>((resolve) => {
    child.onMessage((message) => {
      const report = v.parse(captureReportSchema, message);
      if (report.type === 'microphones') resolve(ok(report.microphones));
      if (report.type === 'failed') resolve({ ok: false, problem: problems[report.code] });
    });
    child.onExit(() => resolve(failed(problems.stopped.code, problems.stopped.sentence)));
    child.post({ type: 'list' } satisfies CaptureCommand);
  }).finally(() => child.kill());
}

const problems: Record<CaptureFailureCode | 'stopped', Problem> = {
  'no-microphone': {
    code: 'no-microphone',
    sentence: 'No microphone was found. Plug one in, then start again.',
  },
  'cannot-open': {
    code: 'cannot-open-microphone',
    sentence:
      'The microphone could not be opened. Close other apps that use it or choose another in CaptionKey, then start again.',
  },
  'cannot-record': {
    code: 'cannot-record',
    sentence:
      'The recording cannot be written to disk; captions go on without it. Free some space there.',
  },
  'no-audio-library': {
    code: 'no-audio-library',
    sentence: 'The audio library could not be loaded. Install CaptionKey again.',
  },
  stopped: {
    code: 'capture-stopped',
    sentence: 'The microphone stopped without a reason. Start again to go on.',
  },
};
