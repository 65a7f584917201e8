import { expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { parseStreamingUrl } from './streaming-url.ts';

test.each([undefined, ''])('%j uses the region’s service', (override) => {
  expect(parseStreamingUrl(override)).toEqual({ ok: true, value: null });
});

test.each([
  ['wss://streaming.eu.assemblyai.com', 'wss://streaming.eu.assemblyai.com'],
  ['WSS://Proxy.Example:8443/', 'wss://proxy.example:8443'],
  ['wss://host.example/v3/ws?token=1#x', 'wss://host.example'],
  ['wss://user:password@host.example', 'wss://host.example'],
  ['ws://localhost:1234', 'ws://localhost:1234'],
  ['ws://127.0.0.1:1234/v3/ws', 'ws://127.0.0.1:1234'],
  ['ws://127.9.9.9', 'ws://127.9.9.9'],
  ['ws://[::1]:1234', 'ws://[::1]:1234'],
])('%s is taken as %s', (override, value) => {
  expect(parseStreamingUrl(override)).toEqual({ ok: true, value });
});

test.each([
  // Clear text to another machine, in every spelling.
  ...['ws://streaming.assemblyai.com', 'ws://10.0.0.1', 'ws://0.0.0.0', 'ws://[::2]'],
  ...['ws://127.0.0.1.example.com', 'ws://localhost.example.com', 'ws://127.0.0.1@example.com'],
  ...['https://streaming.assemblyai.com', 'http://localhost', 'localhost:1234', 'wss://', 'x'],
])('%s is refused with a sentence', (override) => {
  expect(parseStreamingUrl(override)).toEqual({
    ok: false,
    problem: problem('bad-streaming-url', {}),
  });
});
