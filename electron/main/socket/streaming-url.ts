import { failed, ok, type Result } from '#shared/result.ts';

/**
 * What CAPTIONKEY_STREAMING_URL names in the place of the service. In clear text only to this
 * machine, because the key travels with it.
 *
 * @returns `scheme://host[:port]`, or null where it is not set
 */
export function parseStreamingUrl(override: string | undefined): Result<string | null> {
  if (override === undefined || override === '') return ok(null);
  const url = URL.parse(override);
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url?.hostname ?? '');
  if (url?.protocol === 'wss:' || (url?.protocol === 'ws:' && isLoopback))
    return ok(`${url.protocol}//${url.host}`);
  return failed(
    'bad-streaming-url',
    'CAPTIONKEY_STREAMING_URL must be a wss:// address, or ws:// on this machine. Correct or unset it.',
  );
}
