import { expect, test } from 'vitest';
import {
  defaultsIn,
  lacksDescription,
  microphonesOf,
  sourcesInJson,
  sourcesInText,
} from './sources.ts';

const noDefaults = { source: null, output: null };

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

test('reads sources from JSON and marks the monitors of outputs', () => {
  const printed = JSON.stringify([
    { name: 'sink.monitor', description: 'Monitor of Speaker', monitor_source: 'sink' },
    { name: 'usb', description: 'USB Microphone', monitor_source: '' },
  ]);
  const sources = sourcesInJson(printed) ?? [];
  expect(sources).toEqual([
    { name: 'sink.monitor', description: 'Monitor of Speaker', monitorOf: 'sink' },
    { name: 'usb', description: 'USB Microphone', monitorOf: null },
  ]);
  expect(microphonesOf(sources, [], noDefaults).map(({ isMonitor }) => isMonitor)).toEqual([
    true,
    undefined,
  ]);
});

test('takes a description that the JSON lacks from the plain text', () => {
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
  expect(microphonesOf(json ?? [], described, { source: 'internal', output: null })).toEqual([
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

test('reads sources from plain text if there is no JSON', () => {
  const printed = text(
    { name: 'usb', description: 'Röde: NT-USB' },
    { name: 'sink.monitor', description: 'Monitor', monitorOf: 'sink' },
  );
  expect(sourcesInText(printed)).toEqual([
    { name: 'usb', description: 'Röde: NT-USB', monitorOf: null },
    { name: 'sink.monitor', description: 'Monitor', monitorOf: 'sink' },
  ]);
});

test.each(['', 'null', '{}', '{"a":1}', '[', '5', '"x"', 'Connection failure'])(
  'finds no source in %j, which is not a list',
  (printed) => {
    expect(sourcesInJson(printed)).toBeNull();
    expect(sourcesInText(printed)).toEqual([]);
  },
);

test('leaves out an invalid entry and keeps the others', () => {
  const printed = JSON.stringify([
    ...[null, 5, 'x', [], {}, { name: 7 }, { name: '' }, { name: 'x'.repeat(1_000) }],
    { name: 'a', description: null, monitor_source: 7 },
    { name: 'b', description: 'x'.repeat(10_000) },
    { name: 'c', description: '' },
    { name: 'd', description: 'one\nSource #9\n\tName: evil' },
    { name: 'd', description: 'again' },
  ]);
  const microphones = microphonesOf(sourcesInJson(printed) ?? [], [], noDefaults);
  expect(microphones.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'a'],
    ['b', 'x'.repeat(200)],
    ['c', 'c'],
    ['d', 'again'],
  ]);
});

test.each([
  ['{"default_source_name":"usb","default_sink_name":"out"}', { source: 'usb', output: 'out' }],
  ['Server Name: x\nDefault Sink: out\nDefault Source: usb\n', { source: 'usb', output: 'out' }],
  ['', noDefaults],
  ['[]', noDefaults],
])('the defaults in %j are %j', (printed, defaults) => {
  expect(defaultsIn(printed)).toEqual(defaults);
});

test('marks the monitor of the default output', () => {
  const sources = ['speaker', 'screen'].map((output) => ({
    ...{ name: `${output}.monitor`, description: output, monitorOf: output },
  }));
  const marked = microphonesOf(sources, [], { source: null, output: 'screen' });
  expect(marked.filter(({ isOfDefaultOutput }) => isOfDefaultOutput)).toMatchObject([
    { id: 'screen.monitor', isMonitor: true },
  ]);
});
