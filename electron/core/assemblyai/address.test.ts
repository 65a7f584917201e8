import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parametersInAddress, regionUrls, sessionUrl } from './address.ts';
import { afterUpdate, configurationChange } from './parameters/configuration-change.ts';
import { plainParameters } from './parameters/from-settings.ts';
import { anyParameters, onWire } from './parameters/parameters.fixture.ts';
import type { SessionParameters } from './parameters/table.ts';

test.each([
  ['global', 'streaming.assemblyai.com'],
  ['us', 'streaming.us.assemblyai.com'],
  ['eu', 'streaming.eu.assemblyai.com'],
] as const)('a session in the region %s is with %s, encrypted', (region, host) => {
  const { origin, pathname } = new URL(sessionUrl(regionUrls[region], plainParameters));
  expect(origin + pathname).toBe(`wss://${host}/v3/ws`);
});

const longest = 4_096;
const addressOf = (more: Partial<SessionParameters>) => {
  const parameters = onWire({
    ...{ model: 'u3-rt-pro', sampleRateHz: 16_000, encoding: 'pcm_s16le' },
    ...more,
  });
  const inAddress = parametersInAddress(regionUrls.global, parameters);
  return { inAddress, parameters, url: sessionUrl(regionUrls.global, inAddress) };
};

test('parameters that fit are in the address', () => {
  const { inAddress, parameters } = addressOf({ keyterms: ['Röde'], prompt: 'Two architects.' });
  expect(inAddress).toEqual(parameters);
});

test('if the address is too long, the longest parameter goes into an update', () => {
  const { inAddress, url } = addressOf({ keyterms: ['Röde'], prompt: 'Щ'.repeat(1_750) });
  expect(inAddress.values.has('prompt')).toBe(false);
  expect(inAddress.values.get('keyterms_prompt')).toEqual(['Röde']);
  expect(url.length).toBeLessThanOrEqual(longest);
});

test('an address that has just enough room keeps its parameters', () => {
  const keyterms = Array<string>(40).fill('x'.repeat(50));
  const room = longest - addressOf({ keyterms, prompt: '' }).url.length;
  const full = addressOf({ keyterms, prompt: 'x'.repeat(room) });
  expect(full.url).toHaveLength(longest);
  expect(full.inAddress).toEqual(full.parameters);
  const over = addressOf({ keyterms, prompt: 'x'.repeat(room + 1) });
  expect(over.inAddress.values.has('keyterms_prompt')).toBe(false);
});

test('a parameter that no update can change stays in the address, even if it is the longest', () => {
  const languageCodes = ['x'.repeat(2_500)];
  const { inAddress } = addressOf({ languageCodes, prompt: 'x'.repeat(1_750) });
  expect(inAddress.values.get('language_codes')).toEqual(languageCodes);
  expect(inAddress.values.has('prompt')).toBe(false);
});

test('the address is always short, and an update has the rest', () => {
  fc.assert(
    fc.property(anyParameters, (asked) => {
      const wanted = onWire(asked);
      const inAddress = parametersInAddress(regionUrls.eu, wanted);
      expect(sessionUrl(regionUrls.eu, inAddress).length).toBeLessThanOrEqual(longest);
      const { update, needsNewSession } = configurationChange(inAddress, wanted);
      expect(needsNewSession).toBe(false);
      const received = update === null ? inAddress : afterUpdate(inAddress, update);
      expect(new Map([...received.values].sort())).toEqual(new Map([...wanted.values].sort()));
    }),
  );
});
