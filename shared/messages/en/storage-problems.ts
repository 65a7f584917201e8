import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { whyNotWritten } from './parts.ts';

export const storageProblems = {
  // Files
  'login-needs-package': () =>
    'macOS can start CaptionKey at login only as an installed app. Install its package, or turn “Start at login” off.',
  'login-not-set': ({ path }) =>
    `${path} can't be changed, so the start at login stays as it was. Check that you own it and its folder.`,
  'cannot-keep': (file) =>
    `Settings, key, recordings and log can't be saved, because ${whyNotWritten(file)}.`,
  'file-replaced': ({ file, aside }) =>
    `${file} couldn't be read, so CaptionKey replaced it. The old file is kept as ${aside}.`,
  'file-overwritten': ({ file, copy }) =>
    `This change replaced something in ${file} that CaptionKey couldn't use. The old file is kept as ${copy}.`,
  'file-set-aside': ({ file, aside }) =>
    `${file} couldn't be read, so CaptionKey starts without it. It is kept as ${aside}.`,
  'file-unreadable': ({ file }) =>
    `${file} couldn't be read, so CaptionKey starts without it. It couldn't be moved.`,

  // Storage and history
  'store-bad-call': ({ name }) => `The store cannot do this: ${name}.`,
  'store-busy': ({ path }) => `Another program uses ${path}, so your words aren't saved. Close it.`,
  'store-failed': ({ path }) =>
    `${path} can't be used, so your words aren't saved. Restart CaptionKey; if that doesn't help, move the file away.`,
  'store-full': () => "The disk is full, so your words aren't saved. Free some space.",
  'store-gone': ({ path }) =>
    `${path} was removed while CaptionKey ran. CaptionKey started a new one; earlier words are not in it.`,
  'store-newer': ({ path }) =>
    `${path} was made by a newer CaptionKey, so your words aren't saved. Install the newer version.`,
  'store-set-aside': ({ path, aside }) =>
    `${path} couldn't be read, so CaptionKey starts with an empty history. The old file is kept as ${aside}.`,
  'store-slow': () => "The disk isn't responding, so your words may not be saved. Check the disk.",
  'store-stopped': () => 'CaptionKey can no longer save your words. Restart it.',
  'store-unreadable-answer': () =>
    "CaptionKey can't read captionkey.db. Move the file away and restart CaptionKey.",
  'store-unwritable': ({ path }) =>
    `${path} can't be written, so your words aren't saved. Check that you own it and its folder.`,
  'cannot-delete-recording': ({ path }) =>
    `${path} couldn't be deleted. Check that you own it and its folder.`,
  'cannot-export': ({ path }) => `${path} couldn't be written. Choose another folder.`,
  'cannot-read-recordings': ({ path }) => `${path} can't be read. Check that you own it.`,
  copied: () => 'Copied to the clipboard.',
  'dictation-runs': () => 'That dictation is still running. Stop it, then try again.',
  'dictation-without-text': () => 'That dictation has no text.',
  inserted: () => 'Inserted.',
  'no-captions': () => 'Those captions are no longer in the history.',
  'no-dictation': () => 'That dictation is no longer in the history.',
  'no-recording': () => 'That recording no longer exists.',
  'no-unfinished-recording': () => 'That recording no longer exists.',
  'nothing-to-export': () => 'There is no text to export.',
  'saved-as': ({ file }) => `Saved as ${file}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
