import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { sessionUrl } from '../electron/core/assemblyai/address.ts';
import { configurationChange } from '../electron/core/assemblyai/parameters/configuration-change.ts';
import {
  anyModel,
  anyParameters,
  anyParametersOf,
  onWire,
} from '../electron/core/assemblyai/parameters/parameters.fixture.ts';
import type { SessionParameters } from '../electron/core/assemblyai/parameters/table.ts';
import { parseQuery, parseUpdate } from '../electron/demo-server/parameters/settings.ts';
import { speechModels } from '../shared/speech-model.ts';
import { startService, validKey, type Service } from './support/service.ts';

/* The client's table of parameters against the demo server's, which share no code. */

const readBy = (parameters: SessionParameters) =>
  parseQuery(new URL(sessionUrl('wss://host.example', onWire(parameters))).searchParams);

/** What a model waits for where nothing is sent; Universal-3 Pro's are the server's own. */
function silencesOf(model: string, mode = 'balanced'): [number?, number?] {
  if (model.startsWith('universal-streaming')) return [400, 1_280];
  if (model === 'u3-rt-pro') return [];
  if (mode === 'balanced') return [128, 1_280];
  return mode === 'min_latency' ? [128, 640] : [512, 2_560];
}

const brought = (ms: number | undefined) =>
  ms === undefined ? undefined : Math.min(10_000, Math.max(50, ms));

test('the server accepts every parameter of the app, with the same meaning', () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      const read = readBy(parameters);
      if ('error' in read) throw new Error(read.error);
      const { model, settings } = read.value;
      expect(model).toBe(parameters.model);
      expect(settings.inactivityTimeoutSeconds).toBe(parameters.inactivityTimeoutSeconds);
      if (model === 'whisper-rt') return;
      const { minTurnSilenceMs, maxTurnSilenceMs } = parameters;
      const [min, max] = silencesOf(model, parameters.latencyMode);
      expect(settings.timing.minTurnSilenceMs).toBe(brought(minTurnSilenceMs) ?? min);
      expect(settings.timing.maxTurnSilenceMs).toBe(brought(maxTurnSilenceMs) ?? max);
    }),
  );
});

test('the server accepts every change of a running session', () => {
  const anyTwo = anyModel.chain((model) =>
    fc.tuple(anyParametersOf(model), anyParametersOf(model)),
  );
  fc.assert(
    fc.property(anyTwo, ([from, to]) => {
      const { update } = configurationChange(onWire(from), onWire(to));
      if (update !== null) expect(parseUpdate(update, from.model)).toHaveProperty('value');
    }),
  );
});

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

test.each(speechModels)(
  'a session of %s begins with every parameter that it supports',
  async (model) => {
    const everything: SessionParameters = {
      model,
      sampleRateHz: 16_000,
      encoding: 'pcm_s16le',
      keyterms: Array.from({ length: 100 }, (_, index) => `a term with spaces, number ${index}`),
      prompt: 'Two architects; 100 % “sure” & so on?',
      previousContextTurns: 0,
      latencyMode: 'balanced',
      minTurnSilenceMs: 0,
      maxTurnSilenceMs: 2_000,
      formatTurns: false,
      vadThreshold: 0,
      interruptionDelayMs: 0,
      continuousPartials: false,
      languageCodes: ['en', 'de'],
      languageDetection: true,
      voiceFocus: 'near-field',
      domain: 'medical-v1',
      filterProfanity: false,
      inactivityTimeoutSeconds: 3_600,
    };
    const url = sessionUrl(service.env.CAPTIONKEY_STREAMING_URL, onWire(everything));
    const socket = new WebSocket(url, { headers: { authorization: validKey } });
    const [first] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(first.toString())).toMatchObject({ type: 'Begin' });
    socket.close();
  },
);
