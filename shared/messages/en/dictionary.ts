import { counting } from '../numbers.ts';

const counted = counting('en-GB');

/** The page of the words that recognition should know, and of those to replace. */
export const dictionary = {
  term: 'Name or term',
  termsHint: 'Spell them as they should appear.',
  termsUnused: (model: string): string => `${model} does not use them.`,
  promptTitle: 'About your speech',
  promptHint: 'For example “Weekly budget call, Acme and Lisbon”.',
  promptUnused: (model: string): string => `${model} does not use it.`,
  replacementsHint:
    'Replaces whole words in dictations, in capitals or not. Leave “Write” empty to remove words. Shift+Enter starts a new line.',
  recognised: 'Recognised as',
  written: 'Write',
  matchCase: 'Match case',
  /** The name of a field to those who hear the page. */
  fieldOf: (column: string, row: string): string => `${column}, ${row}`,
  newRow: 'new replacement',
  spokenTitle: 'While you dictate',
  commands: 'What you can say',
  /** The head of the column with what a command writes. */
  commandWrites: 'Writes',
  /** What a command writes, for those who read it. */
  whatIsWritten: (writes: string): string => {
    const mark = writes.trim();
    const end = writes.endsWith('\n\n')
      ? ['new paragraph']
      : writes.endsWith('\n')
        ? ['new line']
        : [];
    return [...(mark === '' ? [] : [mark]), ...end].join(' and ');
  },
  scratches: 'removes the last dictation',
  commandsHint: 'For another language, choose it on the page Recognition.',
  fileTitle: 'Dictionary as a text file',
  fileHint:
    'One entry a line: a term, or words and what to write, as in “caption key → CaptionKey”. Importing adds to what is here.',
  import: 'Import…',
  export: 'Export…',
  /** What an import added. */
  imported: (terms: number, replacements: number, known: number): string => {
    const added =
      terms + replacements === 0
        ? 'Nothing was added.'
        : `Added ${counted(terms, 'term', 'terms')} and ${counted(replacements, 'replacement', 'replacements')}.`;
    return known === 0 ? added : `${added} Already there: ${known}.`;
  },
  leftOut: (count: number): string => `Left out: ${counted(count, 'line', 'lines')}.`,
  line: (line: number, sentence: string): string => `Line ${line}: ${sentence}`,
  moreLines: (count: number): string => `And ${counted(count, 'more line', 'more lines')}.`,
  dialog: {
    exportTitle: 'Export the dictionary',
    importTitle: 'Import into the dictionary',
    fileType: 'Text',
    anyFile: 'Any file',
    fileName: 'CaptionKey dictionary',
  },
};
