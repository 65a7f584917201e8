import type { Region } from '#shared/settings.ts';
import { inQuery, type WireParameters } from './parameters/wire.ts';

/** The service by where it keeps and processes speech; `global` goes to the nearest place. */
export const regionUrls: Readonly<Record<Region, string>> = {
  global: 'wss://streaming.assemblyai.com',
  us: 'wss://streaming.us.assemblyai.com',
  eu: 'wss://streaming.eu.assemblyai.com',
};

/** Pins the message formats this client was written for (protocol: handshake). */
export const apiVersion = '2025-05-12';

/**
 * The address of a new session. Every parameter stands in it once, spelled as the service spells
 * it: it passes over misspelled ones without a word (protocol: handshake).
 *
 * @param baseUrl `wss://host[:port]`; a path is replaced
 */
export function sessionUrl(baseUrl: string, { model, values }: WireParameters): string {
  const url = new URL('/v3/ws', baseUrl);
  url.searchParams.set('speech_model', model);
  for (const [name, value] of values) url.searchParams.set(name, inQuery(value));
  return url.href;
}
