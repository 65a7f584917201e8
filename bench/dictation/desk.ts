import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchApp } from '../../test/support/app.ts';
import { copyToClipboard } from '../../tools/desktop-harness/clipboard.ts';
import { startDisplay } from '../../tools/desktop-harness/display.ts';
import { holdKeys } from '../../tools/desktop-harness/keyboard.ts';
import { startProgram } from '../../tools/desktop-harness/targets.ts';
import { nowMs } from '../clock.ts';
import { startPacedMicrophone } from '../paced-microphone.ts';
import { startStampingService } from '../stamping-service.ts';
import { isPatient, until } from '../until.ts';
import { finalOf, type Dictated } from './dictated.ts';
import { watchPainting, type Frame } from './painted.ts';
import { watchRecordings } from './recorded-sound.ts';
import { watchShownWindow } from './shown-window.ts';

/** A person at a desk: the app, a keyboard, a microphone, and a program that has the focus. */
export interface DictationDesk {
  display: string;
  target: Awaited<ReturnType<typeof startProgram>>;
  /** Waits until the pill of the previous one is hidden, then dictates. */
  dictate(): Promise<Dictated>;
  stop(): Promise<void>;
}

const pillTitle = 'CaptionKey dictation';
/** Longer than any tap, and several words at the speed of the service's speaker. */
const spokenMs = 700;
/** Noise, loud enough to count as voice and too quiet for a mark. */
const speech = Int16Array.from({ length: 16 * spokenMs }, () => (Math.random() - 0.5) * 8_000);
/** Usually enough for the last frames to be painted. */
const paintMs = 100;

/** Sets up everything and dictates once, because the first dictation is slower than the others. */
export async function startDictationDesk(): Promise<DictationDesk> {
  const [screen, microphone, service] = await Promise.all([
    startDisplay({ width: 1280, height: 800 }),
    startPacedMicrophone(),
    startStampingService(),
  ]);
  const { display } = screen;
  const copied = await copyToClipboard(display, 'UTF8_STRING', 'What was copied before.');
  const target = await startProgram(display, 'gtk_entry');
  const app = await launchApp({
    args: ['--stop'],
    env: {
      ...screen.env,
      ...microphone.env,
      ASSEMBLYAI_API_KEY: 'bench',
      CAPTIONKEY_STREAMING_URL: service.baseUrl,
    },
  });
  const painted = await watchPainting(await app.page(pillTitle));
  const recorded = await watchRecordings(join(app.userData, 'recordings'));
  const { growths } = recorded;
  const { arrivals } = service;

  const speak = async () => {
    const held = await holdKeys(display, 'ctrl+alt+space');
    await until('sound on disk', () => growths.length > 0);
    await microphone.play(speech);
    await held.release();
    await until('the final', () => finalOf(arrivals) !== undefined);
    // The first word may be from the previous sound. The last word identifies the turn.
    const lastWord = finalOf(arrivals)?.text.split(' ').at(-1) ?? '';
    await until('the text', () => target.texts.at(-1)?.endsWith(lastWord) ?? false);
    return { pressedAtMs: held.pressedAtMs, textAtMs: nowMs(), lastWord };
  };

  // The window can only be found while it is shown.
  const [pill] = await Promise.all([watchShownWindow(display, pillTitle), speak()]);
  return {
    display,
    target,
    dictate: async () => {
      await until('the pill to go away', () => !pill.isShown());
      // A random wait, so that the key is not in step with the frames.
      await sleep(200 + Math.random() * 100);
      await painted.frames();
      arrivals.length = growths.length = 0;
      const { lastWord, ...spoken } = await speak();
      const frames: Frame[] = [];
      do {
        await sleep(paintMs);
        frames.push(...(await painted.frames()));
      } while (!frames.some(({ words }) => words.endsWith(lastWord)) && isPatient(spoken.textAtMs));
      return {
        ...spoken,
        shownAtMs: pill.shownAtMs(),
        frames,
        growths: [...growths],
        arrivals: [...arrivals],
      };
    },
    stop: async () => {
      pill.stop();
      recorded.stop();
      // The app terminates its session and waits for the answer, so stop the service later.
      await app.stop();
      service.stop();
      await Promise.all([target.stop(), copied.stop(), microphone.stop()]);
      await screen.stop();
    },
  };
}
