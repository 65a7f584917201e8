import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { samplesIn } from '#core/audio-format.ts';
import { sentenceOf } from '#shared/messages/index.ts';
import { WavMicrophone } from '../../electron/main/audio/wav-microphone.ts';
import type { Microphone } from '../../electron/main/audio/microphone.ts';
import { readWavFile } from '../../electron/main/audio/wav-file.ts';
import { startDemoServer } from '../../electron/main/demo/demo-server-client.ts';
import { DictationController } from '../../electron/main/dictation/dictation-controller.ts';
import { KeyHold } from '../../electron/main/dictation/key-hold.ts';
import { DesktopHotkeys } from '../../electron/main/hotkeys/desktop-hotkeys.ts';
import { RegisteredHotKeys } from '../../electron/main/hotkeys/windows/register-hot-key.wine.fixture.ts';
import { InsertionThread } from '../../electron/main/insertion/thread/insertion-thread.ts';
import { ListeningController } from '../../electron/main/listening/listening-controller.ts';
import { observing } from '../../electron/main/listening/observer.fixture.ts';
import { StoreDesk, value } from '../../electron/main/storage/database/store.fixture.ts';
import { storeNothing } from '../../electron/main/storage/transcript/transcript-store.ts';
import { report, serve } from '../../tools/desktop-harness/wine/programs/serve.ts';
import { forkWith } from '../support/fork.ts';

/*
 * All of main on Windows but Electron and its windows: the hotkeys with the key watch, the listening
 * controller with the session, the dictation controller, the database, the insertion. The sound comes
 * from files, and the service is the demo server, which recognises words by their sound.
 */
const silence = new Uint8Array(2 * samplesIn(60_000));
let clip = new Uint8Array(0);

/** Plays the chosen clip, then silence, and reports when the clip was heard. */
function microphone(): Microphone {
  const sound = clip;
  const wav = new WavMicrophone(Buffer.concat([sound, silence]));
  return {
    open: (startSample, listener) => {
      let isHeard = false;
      wav.open(startSample, (event) => {
        listener(event);
        if (isHeard || event.type !== 'chunk') return;
        isHeard = 2 * (event.chunk.startSample - startSample) >= sound.length;
        if (isHeard) report({ type: 'spoken' });
      });
    },
    record: () => undefined,
    close: () => wav.close(),
  };
}

async function openApp(recordingFolder: string): Promise<() => Promise<void>> {
  const fork = forkWith({});
  const server = await startDemoServer(fork, recordingFolder);
  if (!server.ok) throw new Error(sentenceOf(server.problem));
  const desk = new StoreDesk();
  const store = desk.start();
  const insertion = new InsertionThread(
    () => new Worker(new URL('../../electron/main/insertion/windows/worker.ts', import.meta.url)),
  );
  const listeningController = new ListeningController(
    microphone,
    () => ({ ok: true, value: server.value.connectionTarget }),
    () => ({ maxAttempts: 2, warmMs: 20_000 }),
    storeNothing,
    observing({
      dictationEnded: (id) => dictationController.ended(id),
      dictated: (dictated) => void dictationController.dictated(dictated),
      problem: (problem) => report({ type: 'problem', problem }),
    }),
  );
  const dictationController: DictationController = new DictationController({
    keyHold: new KeyHold(),
    listeningController,
    insertion,
    eraseText: null,
    store,
    settings: () => ({
      ...{
        keepHistory: true,
        dictationMode: 'hold',
        insertion: 'paste',
        languageCodes: [],
        replacements: [],
        appProfiles: [],
      },
      ...{ voiceCommands: false, removeFillers: false },
    }),
    isOccupied: () => false,
    isDemo: () => false,
    watchEscape: (isOn) => hotkeys.watchEscape(isOn ? () => undefined : null),
    watchInput: (behindServerMs) => hotkeys.watchInput(behindServerMs),
    onTarget: () => undefined,
    onAsked: () => undefined,
    onRefused: () => undefined,
    onStatus: (status) => report({ type: 'status', ...status }),
    onHistory: () => undefined,
    onProblem: (problem) => report({ type: 'problem', problem }),
  });
  const hotkeys = new DesktopHotkeys(
    { fork, shortcuts: new RegisteredHotKeys(), system: 'windows' },
    (event) => dictationController.key(event),
    () => undefined,
  );
  await hotkeys.bind({ action: 'dictate', accelerator: 'Control+Alt+Space', isHeld: true });
  history = async () =>
    (await value(store.dictations(null, 100))).map(({ state, text }) => ({ state, text }));
  return async () => {
    await dictationController.idle();
    hotkeys.dispose();
    await insertion.dispose();
    server.value.stop();
    await desk.clear();
  };
}

let history = (): Promise<object[]> => Promise.resolve([]);
let close: (() => Promise<void>) | null = null;

serve({
  open: async (recordingFolder) => {
    close = await openApp(v.parse(v.string(), recordingFolder));
  },
  /** What is said in the next dictation. */
  say: async (path) => {
    const sound = await readWavFile(v.parse(v.string(), path));
    if (!sound.ok) throw new Error(sentenceOf(sound.problem));
    clip = new Uint8Array(sound.value);
  },
  /** The newest first. */
  history: () => history(),
  close: () => close?.(),
});
