import { sampleRateHz } from '../audio-format.ts';

/** The service's edge that routes to the nearest region. */
export const globalStreamingUrl = 'wss://streaming.assemblyai.com';

/** Pins the message formats this client was written for (protocol: handshake). */
export const apiVersion = '2025-05-12';

/**
 * The address of a new session. Every parameter is spelled out: the service's defaults drift,
 * and it passes over misspelled ones without a word (protocol: handshake).
 *
 * @param baseUrl `wss://host[:port]`, without a path
 */
export function sessionUrl(baseUrl: string): string {
  const url = new URL('/v3/ws', baseUrl);
  url.searchParams.set('speech_model', 'u3-rt-pro');
  url.searchParams.set('sample_rate', String(sampleRateHz));
  url.searchParams.set('encoding', 'pcm_s16le');
  return url.href;
}
