import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SpeechModel } from '#shared/speech-model.ts';
import { sessionUrl } from '../address.ts';
import { anyParameters, onWire } from './parameters.fixture.ts';
import { table, type SessionParameters } from './table.ts';
import { wireParameters } from './wire.ts';

const parameters = (more: Partial<SessionParameters> = {}): SessionParameters => ({
  model: 'u3-rt-pro',
  sampleRateHz: 16_000,
  encoding: 'pcm_s16le',
  ...more,
});
const queryOf = (more: Partial<SessionParameters>) => [
  ...new URL(sessionUrl('wss://host.example', onWire(parameters(more)))).searchParams,
];

test('the address has path, model and audio format', () => {
  expect(sessionUrl('wss://host.example:8443', onWire(parameters()))).toBe(
    'wss://host.example:8443/v3/ws?speech_model=u3-rt-pro&sample_rate=16000&encoding=pcm_s16le',
  );
});

test.each<[Partial<SessionParameters>, string, string]>([
  [{ keyterms: ['a, b', 'ç&='] }, 'keyterms_prompt', '["a, b","ç&="]'],
  [{ keyterms: [] }, 'keyterms_prompt', '[]'],
  [{ languageCodes: ['en', 'de'] }, 'language_codes', '["en","de"]'],
  [{ prompt: '123' }, 'prompt', '123'],
  [{ interruptionDelayMs: 0 }, 'interruption_delay', '0'],
  [{ vadThreshold: 0 }, 'vad_threshold', '0'],
  [{ continuousPartials: false }, 'continuous_partials', 'false'],
  [{ previousContextTurns: 0 }, 'previous_context_n_turns', '0'],
  [{ latencyMode: 'min_latency', model: 'universal-3-6-pro' }, 'mode', 'min_latency'],
])('%j goes out once, as %s=%s', (more, name, value) => {
  expect(queryOf(more).filter(([sent]) => sent === name)).toEqual([[name, value]]);
});

test.each<[SpeechModel, Partial<SessionParameters>]>([
  ['u3-rt-pro', { latencyMode: 'balanced', formatTurns: true }],
  [
    'universal-streaming-english',
    { latencyMode: 'balanced', prompt: 'x', languageDetection: true },
  ],
  ['whisper-rt', { keyterms: ['x'], minTurnSilenceMs: 100, voiceFocus: 'near-field', prompt: 'x' }],
])('parameters that %s does not have are not sent to it: %j', (model, more) => {
  expect(queryOf({ model, ...more })).toHaveLength(3);
});

test.each<[string, Partial<SessionParameters>]>([
  ['sampleRateHz', { sampleRateHz: 96_001 }],
  ['keyterms', { keyterms: Array.from({ length: 101 }, () => 'term') }],
  ['prompt', { prompt: 'x'.repeat(1_751) }],
  ['previousContextTurns', { previousContextTurns: 101 }],
  ['minTurnSilenceMs', { minTurnSilenceMs: -1 }],
  ['maxTurnSilenceMs', { maxTurnSilenceMs: 0.5 }],
  ['vadThreshold', { vadThreshold: 1.1 }],
  ['vadThreshold', { vadThreshold: NaN }],
  ['interruptionDelayMs', { interruptionDelayMs: 1_001 }],
  ['languageCodes', { languageCodes: ['multi', 'en'] }],
  ['languageCodes', { languageCodes: Array.from({ length: 11 }, () => 'en') }],
  ['inactivityTimeoutSeconds', { inactivityTimeoutSeconds: 4 }],
  ['inactivityTimeoutSeconds', { inactivityTimeoutSeconds: 3_601 }],
])('a problem names %s if it is out of range, before a connection opens', (name, more) => {
  const checked = wireParameters(parameters(more));
  expect(checked).toMatchObject({
    ok: false,
    problem: { code: 'bad-setting', params: { setting: name } },
  });
});

test.each<[string, Partial<SessionParameters>]>([
  ['sampleRateHz', { sampleRateHz: 7_999 }],
  ['keyterms', { keyterms: ['x'.repeat(51)] }],
  ['minTurnSilenceMs', { minTurnSilenceMs: 49 }],
  ['maxTurnSilenceMs', { maxTurnSilenceMs: 10_001 }],
])('%s that the service may take otherwise is sent, with a warning', (name, more) => {
  const { warnings } = onWire(parameters(more));
  expect(warnings).toMatchObject([{ setting: name, warning: {} }]);
  expect(queryOf(more).join()).toContain(JSON.stringify(Object.values(more)[0]));
});

test.each<[Partial<SessionParameters>]>([
  [{ sampleRateHz: 8_000 }],
  [{ keyterms: Array.from({ length: 100 }, () => 'x'.repeat(50)) }],
  [{ minTurnSilenceMs: 50, maxTurnSilenceMs: 10_000 }],
])('nothing is said of %j', (more) => {
  expect(onWire(parameters(more)).warnings).toEqual([]);
});

test('sent parameters parse back to the same values', () => {
  const byWireName = new Map(Object.entries(table).map(([key, { name }]) => [name, key]));
  fc.assert(
    fc.property(anyParameters, (meant) => {
      const { searchParams } = new URL(sessionUrl('wss://host.example', onWire(meant)));
      const { speech_model, ...sent } = Object.fromEntries(searchParams);
      expect(speech_model).toBe(meant.model);
      for (const [name, value] of Object.entries(sent)) {
        const key = byWireName.get(name) ?? name;
        const said: unknown = Object.entries(meant).find(([given]) => given === key)?.[1];
        // A double that is -0 is written as 0.
        expect(typeof said === 'string' ? value : JSON.parse(value)).toEqual(said === 0 ? 0 : said);
      }
    }),
  );
});
