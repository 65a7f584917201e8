import { expect, test } from 'vitest';
import { regionUrls, sessionUrl } from './address.ts';
import { plainParameters } from './parameters/from-settings.ts';

test.each([
  ['global', 'streaming.assemblyai.com'],
  ['us', 'streaming.us.assemblyai.com'],
  ['eu', 'streaming.eu.assemblyai.com'],
] as const)('a session in the region %s is with %s, encrypted', (region, host) => {
  const { origin, pathname } = new URL(sessionUrl(regionUrls[region], plainParameters));
  expect(origin + pathname).toBe(`wss://${host}/v3/ws`);
});
