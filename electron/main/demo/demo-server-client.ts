import * as v from 'valibot';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Child, Fork } from '../processes/child.ts';
import type { ConnectionTarget } from '../listening/connection-target.ts';
import { mainTuning } from '../time/tuning.ts';

const replySchema = v.variant('type', [
  v.object({ type: v.literal('listening'), url: v.string() }),
  v.object({ type: v.literal('failed'), message: v.string() }),
]);

/** A key for the demo server, which only has to recognise its own client. */
const demoKey = 'demo';

/** The demo server while it runs. */
export interface DemoServer {
  connectionTarget: ConnectionTarget;
  stop(): void;
}

/**
 * Starts the demo server on loopback, in a process of its own.
 *
 * @param recordingFolder the folder of the bundled recording and its words
 */
export function startDemoServer(fork: Fork, recordingFolder: string): Promise<Result<DemoServer>> {
  const child: Child = fork('demo-server');
  return new Promise((resolve) => {
    const fail = (): void => {
      child.kill();
      resolve(failed(problem('demo-server-failed', {})));
    };
    const timer = setTimeout(fail, mainTuning.demoServerStartTimeoutMs);
    child.onExit(fail);
    child.onMessage((message) => {
      const reply = v.safeParse(replySchema, message);
      if (!reply.success || reply.output.type === 'failed') {
        fail();
        return;
      }
      clearTimeout(timer);
      const connectionTarget = {
        baseUrl: reply.output.url,
        key: demoKey,
        parameters: plainParameters,
      };
      resolve(ok({ connectionTarget, stop: () => child.kill() }));
    });
    child.post({ type: 'start', key: demoKey, recordingFolder });
  });
}
