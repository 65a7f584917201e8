import { millisecondsOf } from '#core/audio-format.ts';
import type { UnfinishedRow } from '../database/records.ts';
import { soundLeft, type FileSamples, type SampleRange } from './sound-left.ts';

/** What the app offers to transcribe after a start. */
export interface Offer {
  recording: UnfinishedRow;
  /** The sound without text. */
  sound: SampleRange;
  seconds: number;
}

/** The sound of earlier runs without text, oldest first. */
export const offersOf = (unfinished: UnfinishedRow[], files: FileSamples): Offer[] =>
  unfinished.flatMap((recording) => {
    const sound = soundLeft(recording, files);
    if (sound === null) return [];
    const seconds = millisecondsOf(sound.endSample - sound.startSample) / 1_000;
    return [{ recording, sound, seconds }];
  });
