import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { httpRows, loginPage } from '../../electron/core/assemblyai/refusal-http-rows.fixture.ts';
import { closeRows, inWindow } from '../../electron/core/assemblyai/refusal-rows.fixture.ts';
import { root } from '../../tools/start/build.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import {
  startRefusingService,
  type RefusalAnswer,
  type RefusingService,
} from '../support/refusing-service.ts';
import { patient } from '../support/patient.ts';

/* Every refusal as the person reads it in the captions; the pictures are to be looked at. */
const pictures = join(root, 'out/test-pictures/refusals');

let desk: Desk;
let service: RefusingService;
beforeAll(async () => {
  desk = await startDesk();
  service = await startRefusingService({ by: 'http', row: loginPage });
  await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await desk.stop();
  await service.close();
});

/** One answer for each sentence. */
const answers = new Map<string, RefusalAnswer>();
for (const row of httpRows) answers.set(row.sentence, { by: 'http', row });
for (const row of closeRows) answers.set(row.sentence, { by: 'error', row });

/** While it is tried again, nobody is asked to start again. */
const untilGivenUp = (sentence: string): string =>
  sentence.replace(/(?:, then start again| Start again to go on)\.$/, (end) =>
    end.startsWith(',') ? '.' : '',
  );

test('every refusal is one sentence in the captions', async () => {
  const env = { CAPTIONKEY_STREAMING_URL: service.url };
  const app = await desk.launch({ env });
  const captions = await app.page('CaptionKey captions');
  const { host } = new URL(service.url);
  const ask = (command: 'start' | 'cancel') =>
    captions.evaluate(`window.captionkey.request('listening:do', '${command}')`);
  let picture = 0;
  for (const [sentence, answer] of answers) {
    service.answer = answer;
    const shown = inWindow({ sentence }, host);
    picture += 1;
    const name = `${String(picture).padStart(2, '0')}-${answer.row.code}.png`;
    await ask('start');
    const isShown = async (): Promise<void> => {
      const alert = await captions.getByRole('alert').innerText();
      expect(alert).toBe(answer.row.retry === 'never' ? shown : untilGivenUp(shown));
    };
    await vi.waitFor(async () => {
      await isShown();
      await captions.screenshot({ path: join(pictures, name) });
      // The next try may have begun meanwhile.
      await isShown();
    }, patient);
    await ask('cancel');
  }
  expect(picture).toBe(answers.size);
});
