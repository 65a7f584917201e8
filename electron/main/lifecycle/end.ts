import type { AudioInput } from '../audio/audio-input.ts';
import type { CaptureClient } from '../audio/capture-client.ts';
import type { MicrophoneWatch } from '../audio/follow-microphones.ts';
import type { OpenDictation } from '../dictation/open-dictation.ts';
import type { DoctorModel } from '../doctor/doctor-model.ts';
import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import type { OpenListening } from '../listening/open-listening.ts';
import type { StoppedCaptions } from '../listening/stopped-captions.ts';
import type { Log } from '../logging/log.ts';
import type { SpeechStorage } from '../storage/speech-storage.ts';
import type { MonthlyLimit } from '../spending/monthly-limit.ts';
import { closeBeforeQuit } from '../windows/quit.ts';

interface Parts {
  listening: OpenListening;
  dictation: OpenDictation;
  stoppedCaptions: Pick<StoppedCaptions, 'end'>;
  doctor: Pick<DoctorModel, 'stop'>;
  hotkeys: Hotkeys;
  microphones: MicrophoneWatch;
  /** Of the microphone and of the sound of the computer. */
  captures: readonly CaptureClient[];
  audioInput: AudioInput;
  monthlyLimit: MonthlyLimit;
  storage: SpeechStorage;
  log: Log;
}

/**
 * Closes the parts before the app ends: the connection first, because it costs money, and the storage
 * last, because it still receives words.
 *
 * @returns a signal that is aborted when the end begins
 */
export function closePartsBeforeQuit(parts: Parts): AbortSignal {
  const ending = new AbortController();
  closeBeforeQuit(async () => {
    ending.abort();
    // It may hold the dictation key.
    parts.doctor.stop();
    await parts.listening.end();
    // The last words of captions may be on their way to the clipboard.
    await parts.stoppedCaptions.end();
    await parts.dictation.dictationController.idle();
    parts.hotkeys.dispose();
    await parts.dictation.insertion.dispose();
    parts.monthlyLimit.stop();
    parts.microphones.stop();
    for (const capture of parts.captures) capture.dispose();
    parts.audioInput.useDevice();
    await parts.storage.close();
    parts.log.event('app-ended');
    await parts.log.close();
  });
  return ending.signal;
}
