import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { isLoopback } from './loopback.ts';

/**
 * The address of CAPTIONKEY_STREAMING_URL, which replaces the service. Clear text is allowed to this
 * machine only, because the key travels with it.
 *
 * @returns `scheme://host[:port]`, or null if it is not set
 */
export function parseStreamingUrl(override: string | undefined): Result<string | null> {
  if (override === undefined || override === '') return ok(null);
  const url = URL.parse(override);
  if (url?.protocol === 'wss:' || (url?.protocol === 'ws:' && isLoopback(url.hostname)))
    return ok(`${url.protocol}//${url.host}`);
  return failed(problem('bad-streaming-url', {}));
}
