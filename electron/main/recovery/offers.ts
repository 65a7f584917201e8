import { millisecondsOf } from '#core/audio-format.ts';
import type { UnfinishedRecording } from '../store/records.ts';
import { soundLeft, type FileSamples, type SampleRange } from './sound-left.ts';

/** What a start offers to transcribe. */
export interface Offer {
  recording: UnfinishedRecording;
  /** The sound without text. */
  sound: SampleRange;
  seconds: number;
}

/** What is left of earlier runs to be transcribed, oldest first. */
export const offersOf = (unfinished: UnfinishedRecording[], files: FileSamples): Offer[] =>
  unfinished.flatMap((recording) => {
    const sound = soundLeft(recording, files);
    if (sound === null) return [];
    const seconds = millisecondsOf(sound.endSample - sound.startSample) / 1_000;
    return [{ recording, sound, seconds }];
  });
