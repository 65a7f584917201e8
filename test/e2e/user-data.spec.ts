import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { App } from '../support/app.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { wordsShown } from '../support/pages.ts';
import { sentences, writeSentence } from '../support/recording.ts';
import { validKey } from '../support/service.ts';
import { patient } from '../support/patient.ts';

/* A user-data folder that cannot be written is one sentence, and the app goes on. */
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

/** A disk of its own; root writes wherever modes forbid it, but not there. */
const mountDisk = (folder: string, options: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);

const isAllowedToMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'captionkey-disk-'));
  const isMounted = mountDisk(folder, 'size=64k').status === 0;
  if (isMounted) execFileSync('umount', [folder]);
  rmdirSync(folder);
  return isMounted;
})();

const fill = (disk: string): void => {
  try {
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(2_000_000));
  } catch {
    // That is the end of the disk.
  }
};

const disks = [
  {
    name: 'full',
    spoil: fill,
    why: /because the disk with .* is full: free some space there/,
  },
  {
    name: 'read-only',
    spoil: (disk: string) => execFileSync('mount', ['-o', 'remount,ro', disk]),
    why: /because .* cannot be written: change that, or name another folder/,
  },
];

const needs = isAllowedToMount ? '' : ' (not run: mounting a disk takes CAP_SYS_ADMIN)';

describe.skipIf(!isAllowedToMount).each(disks)(`on a disk that is $name${needs}`, (disk) => {
  let folder: string;
  let app: App;
  let panel: Page;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'captionkey-disk-'));
    mountDisk(folder, 'size=1m');
    disk.spoil(folder);
    app = await desk.launch({ userData: folder });
    panel = await app.page('CaptionKey');
  });
  afterAll(async () => {
    await desk.stopApps();
    execFileSync('umount', [folder]);
    rmdirSync(folder);
  });

  test('the app starts, says what is not stored, and captions work', async () => {
    const captions = await app.page('CaptionKey captions');
    const said = panel.getByText(/Settings, key, recordings and log can't be saved/);
    expect(await said.innerText()).toMatch(disk.why);
    await captions.getByText(/can't be saved/).waitFor();

    await panel.getByRole('button', { name: 'Start captions' }).click();
    await captions.getByText(/The recording can't be saved; captions go on/).waitFor();
    await captions.getByText('Listening').waitFor();
    for (const index of [0, sentences.length - 1]) {
      await desk.sound.play(writeSentence(index, join(app.home, `${index}.wav`)));
      await shows(captions, sentences[index]);
    }
    await panel.getByRole('button', { name: 'Stop captions' }).click();
    await panel.getByText(/Settings, key, recordings and log can't be saved/).waitFor();
  });

  test('a setting and a key that cannot be saved are reported, and the key is used', async () => {
    await panel
      .getByRole('combobox', { name: 'Microphone to use' })
      .selectOption('Virtual_microphone');
    const refused = panel.getByText(/Your change couldn't be saved/);
    expect(await refused.innerText()).toMatch(disk.why);

    await panel.getByRole('textbox').fill(validKey);
    await panel.getByRole('button', { name: 'Check and save' }).click();
    await panel.getByText(/Your key works until CaptionKey quits/).waitFor();
    await panel.getByRole('button', { name: 'Remove key' }).click();
    await panel.getByText(/Using ASSEMBLYAI_API_KEY/).waitFor();
  });
});

test.skipIf(!isAllowedToMount)(
  `files that cannot be read on a disk that cannot be written cost what they hold${needs}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'captionkey-disk-'));
    mountDisk(folder, 'size=1m');
    const files = ['settings.json', 'credentials.json'].map((name) => join(folder, name));
    for (const file of files) writeFileSync(file, '{"microphone": ');
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    try {
      const app = await desk.launch({ userData: folder });
      const sentences = (await app.page('CaptionKey captions')).getByRole('alert');
      expect(await sentences.innerText()).toMatch(
        /can't be saved, because.*settings\.json couldn't be read, so CaptionKey starts without it.*credentials\.json couldn't be read/,
      );
      const panel = await app.page('CaptionKey');
      await panel
        .getByRole('combobox', { name: 'Microphone to use' })
        .selectOption('Virtual_microphone');
      await panel.getByText(/Your change couldn't be saved/).waitFor();
      for (const file of files) expect(readFileSync(file, 'utf8')).toBe('{"microphone": ');
    } finally {
      await desk.stopApps();
      execFileSync('umount', [folder]);
      rmdirSync(folder);
    }
  },
);

const shows = (captions: Page, text: string | undefined): Promise<void> =>
  vi.waitFor(async () => expect(await wordsShown(captions)).toContain(text), patient);
