import type { Playback } from '../audio/playback.ts';
import type { OpenDictation } from '../dictation/open-dictation.ts';
import type { OwnWindow } from '../insertion/past-own-window.ts';
import type { ListeningController } from '../listening/listening-controller.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import { History } from './history/history.ts';
import { askWhereToSave } from './history/save-dialog.electron.ts';
import { Recovery } from './recordings/recovery.ts';
import type { SpeechStorage } from './speech-storage.ts';

interface Parts {
  storage: SpeechStorage;
  recordingsFolder: string;
  playback: Playback;
  listeningController: ListeningController;
  dictation: Pick<OpenDictation, 'dictationController' | 'copyText'>;
  panel: OwnWindow;
  problems: Pick<ProblemStore, 'set'>;
}

/** Builds what the panel does with stored speech: the history, and the recovery after a crash. */
export function openHistory(parts: Parts): { history: History; recovery: Recovery } {
  const { storage, playback, listeningController, panel, problems } = parts;
  const { store, recordings, retranscription, transcriptWriter } = storage;
  const { dictationController, copyText } = parts.dictation;
  const recovery = new Recovery({
    ...{ recordings, store, transcriptWriter, folder: parts.recordingsFolder },
    listenTo: (sound) =>
      playback.transcribe(sound, () => {
        void copyText(listeningController.text).then(
          (copied) => copied.ok || problems.set('copy', copied.problem),
        );
      }),
  });
  const history = new History({
    ...{ store, recordings, retranscription, askWhereToSave, copyText },
    listenTo: (sound, onHeard) => playback.transcribe(sound, onHeard),
    insert: (text) => dictationController.insertPast(panel, text),
    onChange: () => void storage.tidy(),
    onProblem: (problem) => problems.set('database', problem),
  });
  return { history, recovery };
}
