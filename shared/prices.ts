/**
 * What AssemblyAI charges, in US dollars for an hour in which a session is open. The service reports no
 * price, so these are its list prices of November 2026, before any discount.
 */
import * as v from 'valibot';
import type { SessionConfiguration } from './session-configuration.ts';
import { speechModelSchema, type SpeechModel } from './speech-model.ts';

const pro = 0.45;
/** With keyterms, which are $0.04 of it: what is stored of a session does not say whether it had any. */
const universalStreaming = 0.19;

const ofModel: Record<SpeechModel, number> = {
  'u3-rt-pro': pro,
  'universal-3-5-pro': pro,
  'universal-3-6-pro': pro,
  'universal-streaming-english': universalStreaming,
  'universal-streaming-multilingual': universalStreaming,
  'whisper-rt': 0.3,
};

const ofVoiceFocus = 0.1;
const ofDomain = 0.15;

/**
 * The price of an hour of a session. An unknown model counts as the most expensive one.
 *
 * @param asked the requested model
 * @param configuration what the service said that it runs; null if it said nothing
 */
export function dollarsPerHour(asked: string, configuration: SessionConfiguration | null): number {
  const model = v.safeParse(speechModelSchema, configuration?.model ?? asked);
  return (
    (model.success ? ofModel[model.output] : pro) +
    (configuration?.voiceFocus ? ofVoiceFocus : 0) +
    (configuration?.domain ? ofDomain : 0)
  );
}

/** The cost of an open connection. */
export const dollarsOf = (seconds: number, perHour: number): number => (seconds / 3_600) * perHour;
