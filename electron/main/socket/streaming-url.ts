import { globalStreamingUrl } from '#core/streaming/address.ts';
import { failed, ok, type Result } from '#shared/result.ts';

/**
 * Where sessions go: the service, or what CAPTIONKEY_STREAMING_URL names in its place. In clear
 * text only to this machine, because the key travels with it.
 *
 * @returns `scheme://host[:port]`
 */
export function parseStreamingUrl(override: string | undefined): Result<string> {
  if (override === undefined || override === '') return ok(globalStreamingUrl);
  const url = URL.parse(override);
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url?.hostname ?? '');
  if (url?.protocol === 'wss:' || (url?.protocol === 'ws:' && isLoopback))
    return ok(`${url.protocol}//${url.host}`);
  return failed(
    'bad-streaming-url',
    'CAPTIONKEY_STREAMING_URL must be a wss:// address, or ws:// on this machine. Correct or unset it.',
  );
}
