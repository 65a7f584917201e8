import { sessionUrl } from '#core/streaming/address.ts';
import { describeFailure, type Failure } from '#core/streaming/failure.ts';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { parseServerMessage } from '#core/streaming/server-message.ts';
import { tuning } from '#core/tuning.ts';
import { ok, type Result } from '#shared/result.ts';
import { dial } from './dial.ts';

/**
 * Begins a session and ends it at once: the one sure way to know that a key works. It costs the
 * second or so that the session is open.
 *
 * @param baseUrl where the sessions will go: a key may be good in one region only
 */
export function checkKey(baseUrl: string, key: string): Promise<Result<null>> {
  return new Promise((resolve) => {
    const finish = (result: Result<null>): void => {
      clearTimeout(timer);
      connection.close();
      resolve(result);
    };
    const fail = (failure: Failure): void =>
      finish({ ok: false, problem: describeFailure(failure, new URL(baseUrl).host) });
    const timer = setTimeout(() => fail({ cause: 'timed-out' }), tuning.connectTimeoutMs);

    const connection = dial(sessionUrl(baseUrl, plainParameters), key, (event) => {
      if (event.type === 'disconnected') {
        fail(event.failure);
        return;
      }
      const parsed = parseServerMessage(event.text);
      if (parsed.kind !== 'used') return;
      const { message } = parsed;
      if (message.type === 'Error') {
        fail({ cause: 'error', code: message.error_code, text: message.error });
        return;
      }
      if (message.type !== 'Begin') return;
      connection.sendText(JSON.stringify({ type: 'Terminate' }));
      finish(ok(null));
    });
  });
}
