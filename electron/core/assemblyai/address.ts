import type { Region } from '#shared/setting-values.ts';
import type { WireValue } from './parameters/parameter.ts';
import { table } from './parameters/table.ts';
import { inQuery, type WireParameters } from './parameters/wire.ts';

/** The service by the region in which it stores and processes speech; `global` is the nearest one. */
export const regionUrls: Readonly<Record<Region, string>> = {
  global: 'wss://streaming.assemblyai.com',
  us: 'wss://streaming.us.assemblyai.com',
  eu: 'wss://streaming.eu.assemblyai.com',
};

/** Pins the message formats this client was written for. */
export const apiVersion = '2025-05-12';

/**
 * The address of a new session. It has each parameter once, under the service's own name, because the
 * service ignores misspelled ones silently.
 *
 * @param baseUrl `wss://host[:port]`; a path is replaced
 */
export function sessionUrl(baseUrl: string, { model, values }: WireParameters): string {
  const url = new URL('/v3/ws', baseUrl);
  url.searchParams.set('speech_model', model);
  for (const [name, value] of values) url.searchParams.set(name, inQuery(value));
  return url.href;
}

/** Many front ends refuse request headers of more than 8 KB; the other headers need room, too. */
const longestAddress = 4_096;

/**
 * The parameters that go into the address, so that no front end refuses it. The others go into an
 * UpdateConfiguration after Begin, before any sound: terms and prompts in non-Latin scripts are six to
 * nine times as long in an address as in a message.
 */
export function parametersInAddress(baseUrl: string, parameters: WireParameters): WireParameters {
  const { model } = parameters;
  const values = new Map(parameters.values);
  const longestFirst = Object.values(table)
    .filter(({ updatedOn }) => updatedOn.includes(model))
    .map(({ name }) => ({ name, length: encodedLength(values.get(name)) }))
    .sort((a, b) => b.length - a.length);
  for (const { name } of longestFirst) {
    if (sessionUrl(baseUrl, { ...parameters, values }).length <= longestAddress) break;
    values.delete(name);
  }
  return { ...parameters, values };
}

const encodedLength = (value: WireValue | undefined): number =>
  value === undefined ? 0 : encodeURIComponent(inQuery(value)).length;
