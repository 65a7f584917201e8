import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { patient } from '../../../test/support/patient.ts';
import { refTo, SourcesDesk } from './sources-desk.fixture.ts';

/* Sources of a real PulseAudio that come and go, and servers that cannot be asked. */
let desk: SourcesDesk;

beforeEach(async () => {
  desk = await SourcesDesk.start();
});
afterEach(() => desk.stop());

test("the microphone changes with the system's default", async () => {
  const unplug = await desk.sound.plug('Headset', 'headset');
  desk.open(null);
  await desk.heardMore();
  await desk.recordsFrom('microphone');
  desk.pactl('set-default-source', 'headset');
  await desk.follow();
  await desk.recordsFrom('headset');
  await desk.heardMore();
  await unplug();
  await desk.follow();
  await desk.recordsFrom('microphone');
  await desk.heardMore();
  expect(desk.codes).toEqual([]);
});

test('a chosen monitor is heard, and stays open while others come and go', async () => {
  desk.open(refTo('speaker.monitor', 'Monitor of Speaker'));
  await desk.recordsFrom('speaker.monitor');
  await desk.follow();
  const unplug = await desk.sound.plug('Headset', 'headset');
  await desk.follow();
  await unplug();
  await desk.follow();
  await desk.heardMore();
  await desk.recordsFrom('speaker.monitor');
  expect(desk.codes).toEqual([]);
});

test('without pactl the chosen source is heard', async () => {
  await desk.sound.plug('Headset', 'headset');
  desk.env.PATH = '/nonexistent';
  desk.open(refTo('headset'));
  await desk.recordsFrom('headset');
  await desk.follow();
  await desk.heardMore();
  await desk.recordsFrom('headset');
  expect(desk.codes).toEqual([]);
});

test('without pactl a missing source is reported, and the default is heard', async () => {
  desk.env.PATH = '/nonexistent';
  desk.open(refTo('headset'));
  await desk.recordsFrom('microphone');
  await desk.reports('microphone-missing');
});

test.each([
  ['another language', { LANGUAGE: 'de', LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' }],
  ['a locale that is not installed', { LC_ALL: 'xx_XX.UTF-8', LANGUAGE: 'xx' }],
  ['no locale', { LC_ALL: '', LANG: '', LANGUAGE: '' }],
])('names, default and monitor are recognised in %s', async (_locale, variables) => {
  await desk.sound.plug('内置麦克风', 'internal');
  Object.assign(desk.env, variables);
  desk.open(refTo('internal'));
  await desk.recordsFrom('internal');
  expect(await desk.list()).toMatchObject([
    { id: 'speaker.monitor', isDefault: false, isMonitor: true },
    { id: 'microphone', name: 'Virtual_microphone', isDefault: true },
    { id: 'internal', name: '内置麦克风', isDefault: false },
  ]);
  expect(desk.codes).toEqual([]);
});

/* The output of pactl before version 16, and of one whose locale cannot print a description. */
test.each([
  ['has no JSON', 'case "$1" in --format=json) exit 1;; esac; exec REAL "$@"'],
  [
    'prints (null)',
    `REAL "$@" | case "$1" in --format=json) sed -E 's/"description":"[^"]*"/"description":"(null)"/g';; *) cat;; esac`,
  ],
])('a pactl that %s lists every source by its own name', async (_what, script) => {
  await desk.sound.plug('Röde “NT”', 'usb.a');
  await desk.sound.plug('Röde “NT”', 'usb.b');
  await desk.sound.plug('ميكروفون', 'usb.c');
  const real = execFileSync('sh', ['-c', 'command -v pactl'], { encoding: 'utf8' }).trim();
  const bin = join(desk.folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'pactl'), `#!/bin/sh\n${script.replaceAll('REAL', real)}\n`);
  chmodSync(join(bin, 'pactl'), 0o755);
  desk.env.PATH = `${bin}:${process.env.PATH}`;
  desk.open(refTo('usb.b'));
  await desk.recordsFrom('usb.b');
  expect((await desk.list()).map(({ id, name }) => [id, name])).toEqual([
    ['speaker.monitor', expect.stringContaining('Monitor') as string],
    ['microphone', 'Virtual_microphone'],
    ['usb.a', 'Röde “NT”'],
    ['usb.b', 'Röde “NT” (2)'],
    ['usb.c', 'ميكروفون'],
  ]);
});

test('a silent default microphone is reported together with the missing chosen one', async () => {
  desk.open(refTo('headset', 'Headset'));
  const sentences = () =>
    desk.events.flatMap((event) =>
      event.type === 'warned' ? [event.problem && sentenceOf(event.problem)] : [],
    );
  await vi.waitFor(
    () =>
      expect(sentences().at(-1)).toMatch(
        /^Headset isn't connected, and the default microphone is silent\./,
      ),
    patient,
  );
});
