import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import type { Microphone as PresentMicrophone, MicrophoneRef } from '#shared/microphone.ts';
import type { SoundSource } from '#shared/sound-source.ts';
import { forkWith } from '../../../test/support/fork.ts';
import { patient } from '../../../test/support/patient.ts';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { CaptureClient } from './capture-client.ts';
import { listMicrophones } from './list-microphones.ts';
import type { MicrophoneEvent } from './microphone.ts';
import { ResilientMicrophone } from './resilient-microphone.ts';

/* Sources of a real PulseAudio that vanish, return or change, and servers that cannot be asked. */
let sound: VirtualSound;
let folder: string;
let env: Record<string, string>;
let capture: CaptureClient;
let microphone: ResilientMicrophone;
let events: MicrophoneEvent[];

const pactl = (...args: string[]): string =>
  execFileSync('pactl', args, { env: { ...process.env, ...sound.env }, encoding: 'utf8' });

beforeEach(async () => {
  sound = await startSound();
  folder = mkdtempSync(join(tmpdir(), 'captionkey-sources-'));
  env = { ...sound.env };
  events = [];
});
afterEach(async () => {
  capture.dispose();
  await sound.stop();
  rmSync(folder, { recursive: true });
});

/** A microphone that is not open yet. */
function prepare(wanted: MicrophoneRef | null, source: SoundSource = 'microphone'): void {
  const recordings = join(folder, 'recordings');
  capture = new CaptureClient(
    forkWith(env),
    recordings,
    () => wanted,
    () => true,
    source,
  );
  microphone = new ResilientMicrophone(capture);
}

function hear(): void {
  // A notice of this microphone may end during a later test, which has events of its own.
  const heardHere = events;
  microphone.open(0, (event) => heardHere.push(event));
}

/** Opens the chosen microphone; null is the system's default. */
function open(wanted: MicrophoneRef | null): void {
  prepare(wanted);
  hear();
}

async function list(): Promise<PresentMicrophone[]> {
  const listed = await listMicrophones(forkWith(env));
  if (!listed.ok) throw new Error(sentenceOf(listed.problem));
  return listed.value;
}

/** What the app does when the sound server reports a change. */
const follow = async (): Promise<void> => microphone.follow(await list());

const recordsFrom = (...sources: string[]): Promise<void> =>
  vi.waitFor(async () => expect(await sound.recordedSources()).toEqual(sources), patient);

const chunks = (): number => events.filter(({ type }) => type === 'chunk').length;
const heardMore = (): Promise<void> => {
  const before = chunks();
  return vi.waitFor(() => expect(chunks()).toBeGreaterThan(before + 2), patient);
};

const allCodes = (): string[] =>
  events.flatMap((event) =>
    event.type === 'warned' && event.problem !== null ? [event.problem.code] : [],
  );

/** The codes of the reported problems, without the silence of the virtual microphone. */
const codes = (): string[] => allCodes().filter((code) => code !== 'no-sound');

/** The server knows before main does. */
const reports = (...expected: string[]): Promise<void> =>
  vi.waitFor(() => expect(codes()).toEqual(expected), patient);

const refTo = (id: string, name = id): MicrophoneRef => ({ id, name, hostApi: 'PulseAudio' });

test("the microphone changes with the system's default", async () => {
  const unplug = await sound.plug('Headset', 'headset');
  open(null);
  await heardMore();
  await recordsFrom('microphone');
  pactl('set-default-source', 'headset');
  await follow();
  await recordsFrom('headset');
  await heardMore();
  await unplug();
  await follow();
  await recordsFrom('microphone');
  await heardMore();
  expect(codes()).toEqual([]);
});

test.each([
  ['the default microphone', null],
  ['the microphone that was chosen', refTo('microphone', 'Virtual_microphone')],
])(
  "after %s goes as the only one, the computer's own sound is not heard",
  async (_which, wanted) => {
    open(wanted);
    await heardMore();
    await follow();
    pactl('unload-module', 'module-remap-source');
    // The sound server goes on with the monitor of the output.
    await recordsFrom('speaker.monitor');
    await follow();
    await recordsFrom();
    await reports('microphone-away');

    await sound.plug('Virtual_microphone', 'microphone');
    await follow();
    await recordsFrom('microphone');
    await reports('microphone-away', 'microphone-gap');
  },
);

test('stopping captions without any microphone closes them', async () => {
  open(null);
  await heardMore();
  await follow();
  pactl('unload-module', 'module-remap-source');
  await follow();
  await recordsFrom();
  microphone.close();
  await vi.waitFor(() => expect(events.at(-1)).toEqual({ type: 'closed' }), patient);
});

test('while the default is a monitor, a microphone is heard instead of it', async () => {
  pactl('set-default-source', 'speaker.monitor');
  prepare(null);
  await follow();
  hear();
  await recordsFrom('microphone');
  await heardMore();
  expect(codes()).toEqual([]);
});

test('a microphone that went while nothing was heard is not replaced by the monitor', async () => {
  prepare(null);
  await follow();
  pactl('unload-module', 'module-remap-source');
  await follow();
  hear();
  await vi.waitFor(
    () => expect(events).toMatchObject([{ type: 'failed', problem: { code: 'no-microphone' } }]),
    patient,
  );
  await recordsFrom();

  await sound.plug('Virtual_microphone', 'microphone');
  await follow();
  hear();
  await recordsFrom('microphone');
});

test('a monitor that was opened before the sources were listed is closed', async () => {
  pactl('unload-module', 'module-remap-source');
  open(null);
  await recordsFrom('speaker.monitor');
  await heardMore();
  await follow();
  await recordsFrom();
  await reports('microphone-away');
});

describe('the sound of the computer', () => {
  /** Opens the monitor of the default output. */
  function openComputer(): void {
    prepare(null, 'computer');
    hear();
  }
  /** What the app does when the sound server reports a change. */
  const followOutput = async (): Promise<void> =>
    microphone.follow((await list()).filter(({ isOfDefaultOutput }) => isOfDefaultOutput));
  /** Adds an output without `norewinds`, as real ones are; returns its module. */
  const addOutput = (name: string): string =>
    pactl('load-module', 'module-null-sink', `sink_name=${name}`).trim();

  test('is that of the default output, also before the sources were listed', async () => {
    openComputer();
    await recordsFrom('speaker.monitor');
    await heardMore();
    await followOutput();
    await heardMore();
    await recordsFrom('speaker.monitor');
    expect(codes()).toEqual([]);
  });

  test('follows the default output', async () => {
    openComputer();
    await heardMore();
    await followOutput();
    const added = addOutput('screen');
    pactl('set-default-sink', 'screen');
    await followOutput();
    await recordsFrom('screen.monitor');
    await heardMore();
    pactl('set-default-sink', 'speaker');
    pactl('unload-module', added);
    await followOutput();
    await recordsFrom('speaker.monitor');
    await heardMore();
  });

  test('is not that of the microphone if there is no output', async () => {
    openComputer();
    await heardMore();
    await followOutput();
    microphone.follow([]);
    await recordsFrom();
    await reports('microphone-away');
    await followOutput();
    await recordsFrom('speaker.monitor');
  });

  test('is not opened without pactl, which names the monitor', async () => {
    env.PATH = '/nonexistent';
    openComputer();
    await vi.waitFor(
      () =>
        expect(events).toMatchObject([{ type: 'failed', problem: { code: 'no-computer-sound' } }]),
      patient,
    );
    expect(await sound.recordedSources()).toEqual([]);
  });

  test('may be silence, which is no problem', async () => {
    addOutput('screen');
    pactl('set-default-sink', 'screen');
    openComputer();
    await vi.waitFor(() => expect(chunks()).toBeGreaterThan(60), patient);
    expect(allCodes()).toEqual([]);
  });
});

test('a chosen monitor is heard, and stays open while others come and go', async () => {
  open(refTo('speaker.monitor', 'Monitor of Speaker'));
  await recordsFrom('speaker.monitor');
  await follow();
  const unplug = await sound.plug('Headset', 'headset');
  await follow();
  await unplug();
  await follow();
  await heardMore();
  await recordsFrom('speaker.monitor');
  expect(codes()).toEqual([]);
});

test('without pactl the chosen source is heard', async () => {
  await sound.plug('Headset', 'headset');
  env.PATH = '/nonexistent';
  open(refTo('headset'));
  await recordsFrom('headset');
  await follow();
  await heardMore();
  await recordsFrom('headset');
  expect(codes()).toEqual([]);
});

test('without pactl a missing source is reported, and the default is heard', async () => {
  env.PATH = '/nonexistent';
  open(refTo('headset'));
  await recordsFrom('microphone');
  await reports('microphone-missing');
});

test.each([
  ['another language', { LANGUAGE: 'de', LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' }],
  ['a locale that is not installed', { LC_ALL: 'xx_XX.UTF-8', LANGUAGE: 'xx' }],
  ['no locale', { LC_ALL: '', LANG: '', LANGUAGE: '' }],
])('names, default and monitor are recognised in %s', async (_locale, variables) => {
  await sound.plug('内置麦克风', 'internal');
  Object.assign(env, variables);
  open(refTo('internal'));
  await recordsFrom('internal');
  expect(await list()).toMatchObject([
    { id: 'speaker.monitor', isDefault: false, isMonitor: true },
    { id: 'microphone', name: 'Virtual_microphone', isDefault: true },
    { id: 'internal', name: '内置麦克风', isDefault: false },
  ]);
  expect(codes()).toEqual([]);
});

/* The output of pactl before version 16, and of one whose locale cannot print a description. */
test.each([
  ['has no JSON', 'case "$1" in --format=json) exit 1;; esac; exec REAL "$@"'],
  [
    'prints (null)',
    `REAL "$@" | case "$1" in --format=json) sed -E 's/"description":"[^"]*"/"description":"(null)"/g';; *) cat;; esac`,
  ],
])('a pactl that %s lists every source by its own name', async (_what, script) => {
  await sound.plug('Röde “NT”', 'usb.a');
  await sound.plug('Röde “NT”', 'usb.b');
  await sound.plug('ميكروفون', 'usb.c');
  const real = execFileSync('sh', ['-c', 'command -v pactl'], { encoding: 'utf8' }).trim();
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'pactl'), `#!/bin/sh\n${script.replaceAll('REAL', real)}\n`);
  chmodSync(join(bin, 'pactl'), 0o755);
  env.PATH = `${bin}:${process.env.PATH}`;
  open(refTo('usb.b'));
  await recordsFrom('usb.b');
  expect((await list()).map(({ id, name }) => [id, name])).toEqual([
    ['speaker.monitor', expect.stringContaining('Monitor') as string],
    ['microphone', 'Virtual_microphone'],
    ['usb.a', 'Röde “NT”'],
    ['usb.b', 'Röde “NT” (2)'],
    ['usb.c', 'ميكروفون'],
  ]);
});

test('a silent default microphone is reported together with the missing chosen one', async () => {
  open(refTo('headset', 'Headset'));
  const sentences = () =>
    events.flatMap((event) =>
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
