import * as v from 'valibot';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Child, Fork } from '../child.ts';
import type { Account } from '../listening/account.ts';

const replySchema = v.variant('type', [
  v.object({ type: v.literal('listening'), url: v.string() }),
  v.object({ type: v.literal('failed'), message: v.string() }),
]);

/** The demo server only has to know its own client. */
const demoKey = 'demo';

/** It reads a recording of 15 s and cuts it into words; a tenth of a second here. */
const startTimeoutMs = 10_000;

/** The demo server while it runs. */
export interface DemoServer {
  account: Account;
  stop(): void;
}

/**
 * Starts the demo server on loopback, in a process of its own.
 *
 * @param recordingFolder where the bundled recording and its words are
 */
export function startDemoServer(fork: Fork, recordingFolder: string): Promise<Result<DemoServer>> {
  const child: Child = fork('demo-server');
  return new Promise((resolve) => {
    const fail = (): void => {
      child.kill();
      resolve(
        failed('demo-server-failed', 'The demo server did not start. Install CaptionKey again.'),
      );
    };
    const timer = setTimeout(fail, startTimeoutMs);
    child.onExit(fail);
    child.onMessage((message) => {
      const reply = v.safeParse(replySchema, message);
      if (!reply.success || reply.output.type === 'failed') {
        fail();
        return;
      }
      clearTimeout(timer);
      const account = { baseUrl: reply.output.url, key: demoKey, parameters: plainParameters };
      resolve(ok({ account, stop: () => child.kill() }));
    });
    child.post({ type: 'start', key: demoKey, recordingFolder });
  });
}
