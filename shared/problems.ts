/**
 * What problems come from, the most urgent first. Each source has one problem at a time, and ends
 * its own.
 */
export const problemSources = [
  /** There is no key, or the service cannot be asked with the settings as they are. */
  'account',
  /** The microphone cannot be opened, or has failed. */
  'microphone-failure',
  /** The service cannot be reached, or has refused. */
  'connection',
  /** The microphone is open, and something is wrong with it. */
  'microphone',
  /** The user-data folder cannot be written. */
  'folder',
  /** What is said is not stored. */
  'storage',
  /** Something else is going on, so that nothing can be dictated. */
  'dictation',
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
  /** An error that nothing handled. */
  'app',
] as const;

/**
 * Problems that are about something that has happened, not about something that is so. They end when
 * the person closes them, or listening begins.
 */
const noticeSources: readonly ProblemSource[] = ['model', 'database', 'files', 'app'];

export const isNotice = (source: ProblemSource): boolean => noticeSources.includes(source);

/** The codes of these problems, by which the panel offers to close them. */
export const noticeCodes: readonly string[] = [
  'bad-setting',
  'broken-inside',
  'file-set-aside',
  'file-unreadable',
  'model-redirected',
  'store-gone',
  'store-set-aside',
];

export type ProblemSource = (typeof problemSources)[number];
