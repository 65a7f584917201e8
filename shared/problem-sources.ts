import type { Problem } from './problem.ts';

/**
 * What problems come from, the most urgent first. Each source has one problem at a time, and ends
 * its own.
 */
export const problemSources = [
  /** There is no key, or the service cannot be asked with the settings as they are. */
  'account',
  /** A recording or the demo replaces the microphone, and cannot be heard. */
  'playback',
  /** The microphone cannot be opened, or has failed. */
  'microphone-failure',
  /** The sound of the computer cannot be opened, or has failed. */
  'computer-sound-failure',
  /** The service cannot be reached, or has refused. */
  'connection',
  /** The same, for the sound of the computer. */
  'computer-connection',
  /** The microphone is open, and something is wrong with it. */
  'microphone',
  /** The same, for the sound of the computer. */
  'computer-sound',
  /** Captions stop, or have stopped, because nobody speaks. */
  'quiet',
  /** The same, for the sound of the computer. */
  'computer-quiet',
  /** The limit of the month is near, or reached. */
  'spending',
  /** The user-data folder cannot be written. */
  'folder',
  /** What is said is not stored. */
  'storage',
  /** Something else is going on, so that nothing can be dictated. */
  'dictation',
  /** A text could not be copied, or its copy not be undone. */
  'copy',
  /** The stored key cannot be decrypted. */
  'key',
  /** The service runs another model than the one that was asked for. */
  'model',
  /** The database was set aside, or taken away. */
  'database',
  /** Settings or credentials could not be read. */
  'files',
  /** Recordings that may go cannot be deleted. */
  'recordings',
  /** The start at login could not be set. */
  'login',
  /** An error that nothing handled. */
  'app',
] as const;

export type ProblemSource = (typeof problemSources)[number];

/** A problem, and what it comes from. */
export interface CurrentProblem {
  source: ProblemSource;
  problem: Problem;
}
