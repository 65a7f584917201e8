import { expect, test } from 'vitest';
import {
  defaultSourceIn,
  lacksDescription,
  microphonesOf,
  sourcesInJson,
  sourcesInText,
} from './sources.ts';

const text = (...sources: { name: string; description: string; monitorOf?: string }[]): string =>
  sources
    .map(({ name, description, monitorOf = 'n/a' }, index) =>
      [
        `Source #${index}`,
        '\tState: IDLE',
        `\tName: ${name}`,
        `\tDescription: ${description}`,
        '\tVolume: front-left: 65536 / 100% / 0.00 dB',
        `\tMonitor of Sink: ${monitorOf}`,
        '\tProperties:',
        `\t\tdevice.description = "${description}"`,
        '',
      ].join('\n'),
    )
    .join('\n');

test('sources are read from JSON, and outputs are no microphones', () => {
  const printed = JSON.stringify([
    { name: 'sink.monitor', description: 'Monitor of Speaker', monitor_source: 'sink' },
    { name: 'usb', description: 'USB Microphone', monitor_source: '' },
  ]);
  expect(sourcesInJson(printed)).toMatchObject([{ name: 'usb', description: 'USB Microphone' }]);
});

test('where JSON has no text for a script, the plain text has', () => {
  const json = sourcesInJson(
    JSON.stringify([
      { name: 'internal', description: '(null)' },
      { name: 'usb', description: 'USB Microphone' },
    ]),
  );
  expect(json !== null && lacksDescription(json)).toBe(true);
  const described = sourcesInText(
    text(
      { name: 'internal', description: '内置麦克风' },
      { name: 'usb', description: 'USB Microphone' },
    ),
  );
  expect(microphonesOf(json ?? [], described, 'internal')).toEqual([
    {
      id: 'internal',
      name: '内置麦克风',
      hostApi: 'PulseAudio',
      oldName: '(null)',
      isDefault: true,
    },
    {
      id: 'usb',
      name: 'USB Microphone',
      hostApi: 'PulseAudio',
      oldName: 'USB Microphone',
      isDefault: false,
    },
  ]);
});

test('a server that prints no JSON is read from its text', () => {
  const printed = text(
    { name: 'usb', description: 'Röde: NT-USB' },
    { name: 'sink.monitor', description: 'Monitor', monitorOf: 'sink' },
  );
  expect(sourcesInText(printed)).toEqual([{ name: 'usb', description: 'Röde: NT-USB' }]);
});

test.each(['', 'null', '{}', '{"a":1}', '[', '5', '"x"', 'Connection failure'])(
  'what is no list, such as %j, is none',
  (printed) => {
    expect(sourcesInJson(printed)).toBeNull();
    expect(sourcesInText(printed)).toEqual([]);
  },
);

test('an entry that makes no sense costs itself only', () => {
  const printed = JSON.stringify([
    ...[null, 5, 'x', [], {}, { name: 7 }, { name: '' }, { name: 'x'.repeat(1_000) }],
    { name: 'a', description: null, monitor_source: 7 },
    { name: 'b', description: 'x'.repeat(10_000) },
    { name: 'c', description: '' },
    { name: 'd', description: 'one\nSource #9\n\tName: evil' },
    { name: 'd', description: 'again' },
  ]);
  const microphones = microphonesOf(sourcesInJson(printed) ?? [], [], null);
  expect(microphones.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'a'],
    ['b', 'x'.repeat(200)],
    ['c', 'c'],
    ['d', 'again'],
  ]);
});

test.each([
  ['{"default_source_name":"usb"}', 'usb'],
  ['Server Name: x\nDefault Sink: out\nDefault Source: usb\n', 'usb'],
  ['', null],
  ['[]', null],
])('the default source in %j is %j', (printed, name) => {
  expect(defaultSourceIn(printed)).toBe(name);
});
