import { failed, ok, type Result } from '#shared/result.ts';
import { isLoopback } from './loopback.ts';

/**
 * What CAPTIONKEY_STREAMING_URL names in the place of the service. In clear text only to this
 * machine, because the key travels with it.
 *
 * @returns `scheme://host[:port]`, or null where it is not set
 */
export function parseStreamingUrl(override: string | undefined): Result<string | null> {
  if (override === undefined || override === '') return ok(null);
  const url = URL.parse(override);
  if (url?.protocol === 'wss:' || (url?.protocol === 'ws:' && isLoopback(url.hostname)))
    return ok(`${url.protocol}//${url.host}`);
  return failed(
    'bad-streaming-url',
    'CAPTIONKEY_STREAMING_URL must be a wss:// address, or ws:// on this machine. Correct or unset it.',
  );
}
