import { expect, test } from 'vitest';
import * as v from 'valibot';
import { requestChannels, type RequestChannel } from './channels.ts';
import { requestSchemas } from './ipc.ts';

const accepts = (channel: RequestChannel, ...args: unknown[]): boolean =>
  v.safeParse(requestSchemas[channel], args).success;

test('every request has a schema', () => {
  expect(Object.keys(requestSchemas).toSorted()).toEqual([...requestChannels].toSorted());
});

test('an argument too many reaches no handler', () => {
  expect(v.parse(requestSchemas['app-state:read'], [1])).toEqual([]);
  expect(v.parse(requestSchemas['listening:do'], ['start', { evil: true }])).toEqual(['start']);
});

test.each<[RequestChannel, unknown[]]>([
  ['listening:do', ['toggle']],
  ['key:save', ['a-key']],
  ['microphone:choose', [null]],
  ['microphone:choose', [{ name: 'Webcam', hostApi: 'ALSA' }]],
  ['microphone:check', [true]],
  ['settings:change', [{ sounds: true }]],
  ['hotkeys:suspend', [true]],
  ['hotkeys:change', ['dictate', 'Control+Alt+D']],
  ['hotkeys:mode', ['hold']],
  ['panel:open', []],
])('%s takes %j', (channel, args) => {
  expect(accepts(channel, ...args)).toBe(true);
});

test.each<[RequestChannel, unknown[]]>([
  ['listening:do', []],
  ['listening:do', ['captured']],
  ['listening:do', ['microphone-failed']],
  ['listening:do', [{ type: 'start' }]],
  ['key:save', ['']],
  ['key:save', [' \n ']],
  ['key:save', ['x'.repeat(513)]],
  ['key:save', [['a-key']]],
  ['microphone:choose', [undefined]],
  ['microphone:choose', [{ name: '', hostApi: 'ALSA' }]],
  ['microphone:choose', [{ name: 'x'.repeat(501), hostApi: 'ALSA' }]],
  ['microphone:choose', ['Webcam']],
  ['microphone:check', ['yes']],
  ['settings:change', []],
  ['settings:change', ['sounds']],
  ['settings:change', [null]],
  ['hotkeys:suspend', []],
  ['hotkeys:change', ['quit', 'F9']],
  ['hotkeys:change', ['dictate', '']],
  ['hotkeys:change', ['dictate', 'x'.repeat(101)]],
  ['hotkeys:mode', ['latch']],
])('%s does not take %j', (channel, args) => {
  expect(accepts(channel, ...args)).toBe(false);
});

test('a key arrives without the space around it', () => {
  expect(v.parse(requestSchemas['key:save'], [' a-key\n'])).toEqual(['a-key']);
});
