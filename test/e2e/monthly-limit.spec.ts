import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { StoreDesk, value } from '../../electron/main/storage/database/store.fixture.ts';
import { dollarsPerHour } from '../../shared/prices.ts';
import { root } from '../../tools/start/build.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { openPage } from '../support/pages.ts';
import { patient } from '../support/patient.ts';
import { recordingPath } from '../support/recording.ts';

/* Captions in a month that has cost almost as much as it may. The pictures are to be looked at. */
const pictures = join(root, 'out/test-pictures/monthly-limit');
const model = 'u3-rt-pro';

let desk: Desk;
let userData: string;

/** One second of an open session before the limit of a dollar. */
async function spendAlmostADollar(): Promise<void> {
  const before = new StoreDesk();
  const store = before.start(join(userData, 'captionkey.db'));
  const sessionSeconds = 3_600 / dollarsPerHour(model, null) - 1;
  await value(
    store.saveSession({
      ...{ id: 'earlier', startedAtMs: Date.now(), model, host: 'streaming.assemblyai.com' },
      ...{ audioSeconds: 0, sessionSeconds, configuration: null, isEstimated: false },
    }),
  );
  await before.clear();
}

beforeAll(async () => {
  desk = await startDesk();
  userData = await mkdtemp(join(tmpdir(), 'captionkey-limit-'));
  await spendAlmostADollar();
  await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await desk.stop();
  await rm(userData, { recursive: true });
});

test('captions warn, stop at the limit, and go on once they are started again', async () => {
  const files = { 'settings.json': JSON.stringify({ captionsMonthlyDollars: 1 }) };
  const app = await desk.launch({ userData, files });
  const [captions, panel] = [await app.page('CaptionKey captions'), await app.page('CaptionKey')];
  const pill = await app.page('CaptionKey dictation');
  const start = panel.getByRole('button', { name: 'Start captions' }).first();

  await start.click();
  await captions.getByText(/Over 90% of this month’s \$1 is spent\./).waitFor();
  await captions.screenshot({ path: join(pictures, 'near.png') });
  const stopped = /Captions stopped: this month’s \$1 is spent\./;
  await captions.getByText(stopped).waitFor();
  await captions.screenshot({ path: join(pictures, 'stopped.png') });
  await panel.getByText(stopped).first().waitFor();
  await start.waitFor();
  await panel.getByRole('button', { name: 'Open Privacy & cost' }).click();
  await panel.getByLabel('Stop captions in a month after').waitFor();
  await panel.screenshot({ path: join(pictures, 'panel.png'), fullPage: true });

  await openPage(panel, 'home');
  await start.click();
  await captions.getByText(/This month’s limit of \$1 is passed/).waitFor();
  await desk.sound.play(recordingPath);
  await panel.getByRole('button', { name: 'Stop captions' }).first().click();

  // A dictation is short and deliberate.
  const held = await desk.holdKeys('ctrl+alt+space');
  await pill.getByText('Listening').waitFor();
  await held.release();
  await vi.waitFor(() => expect(desk.service.sessions.length).toBeGreaterThan(1), patient);
});
