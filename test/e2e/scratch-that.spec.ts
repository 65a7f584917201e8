import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { messages, sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { pressKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startSessionBus, type TestSessionBus } from '../../tools/desktop-harness/session-bus.ts';
import { startAccessibleProgram, type TextTarget } from '../../tools/desktop-harness/targets.ts';
import type { App } from '../support/app.ts';
import { cutClip, type Clip } from '../support/clips.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { appearance } from '../support/pages.ts';
import { patient } from '../support/patient.ts';
import { recording } from '../support/recording.ts';
import { startService, type Service } from '../support/service.ts';

/* The service hears the end of one sentence of the recording as the command. */
const commandTurn = 2;
const command = ['Scratch', 'that.'];

let desk: Desk;
let service: Service;
let session: TestSessionBus;
let app: App;
let pill: Page;
let folder: string;
let text: Clip;
let scratch: Clip;
let target: TextTarget;

beforeAll(async () => {
  const turns = recording.turns.map(({ words, ...turn }, index) => {
    const from = words.length - command.length;
    const heard = words.map((word, at) => ({ ...word, text: command[at - from] ?? word.text }));
    return { ...turn, words: index === commandTurn ? heard : words };
  });
  desk = await startDesk();
  service = await startService(undefined, { ...recording, turns });
  session = await startSessionBus(desk.display);
  folder = await mkdtemp(join(tmpdir(), 'captionkey-clips-'));
  text = cutClip(folder, 3);
  const words = recording.turns[commandTurn]?.words.length ?? 0;
  scratch = cutClip(folder, commandTurn, words - command.length);
  app = await desk.launch({
    env: { ...service.env, DBUS_SESSION_BUS_ADDRESS: session.address },
    files: { 'settings.json': JSON.stringify({ voiceCommands: true }) },
  });
  pill = await app.page('CaptionKey dictation');
  await app.hears();
});
afterEach(() => target.stop());
afterAll(async () => {
  await desk.stop();
  await service.close();
  await session.stop();
  await rm(folder, { recursive: true });
});

async function dictate({ path }: Clip): Promise<void> {
  const listening = appearance(pill, messages.status.listening);
  const held = await desk.holdKeys('ctrl+alt+space');
  await listening;
  await desk.sound.play(path);
  await held.release();
}

const expectText = (expected: string): Promise<void> =>
  vi.waitFor(async () => expect(await target.text()).toBe(expected), patient);

test('“scratch that” removes the last dictation, and nothing before it', async () => {
  target = await startAccessibleProgram(desk.display, session.address, 'gtk_entry');
  await pressKeys(desk.display, 'a');
  await dictate(text);
  await expectText(`a${text.text}`);
  const removed = appearance(pill, sentenceOf(problem('scratched', {})));
  await dictate(scratch);
  await removed;
  await expectText('a');
});

test('after the person has typed, it refuses and changes nothing, and its words can be inserted', async () => {
  target = await startAccessibleProgram(desk.display, session.address, 'gtk_entry');
  await dictate(text);
  await expectText(text.text);
  await pressKeys(desk.display, 'a');
  await expectText(`${text.text}a`);
  const refused = appearance(pill, sentenceOf(problem('not-scratched', {})));
  await dictate(scratch);
  await refused;
  await expectText(`${text.text}a`);
  await pill.getByRole('button', { name: messages.pill.offers.undo }).click();
  const inserted = /a ?Scratch that\.$/;
  await vi.waitFor(async () => expect(await target.text()).toMatch(inserted), patient);
});
