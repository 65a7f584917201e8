import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#shared/result.ts';
import { editDistance } from './edit-distance.ts';

/** What a second launch can ask of the instance that runs. */
export const verbs = [
  'start',
  'stop',
  'toggle',
  'cancel',
  'force-endpoint',
  'captions',
  'deliver-again',
  'quit',
] as const;

export type Verb = (typeof verbs)[number];

export interface Arguments {
  verbs: Verb[];
  /** Run the bundled recording through the demo server. */
  isDemo: boolean;
  /** A WAV file in the place of the microphone. */
  input: string | null;
  /** Each final turn on standard output. */
  print: 'text' | 'json' | null;
  userDataDir: string | null;
}

const names = [...verbs, 'demo', 'input', 'print', 'user-data-dir'];

const spellings = [...verbs, 'demo', 'input=FILE.wav', 'print[=json]', 'user-data-dir=DIR'];

/** As many letters may be wrong in a slip: two that have changed places are two. */
const slipLetters = 2;

/**
 * Parses the command line. Chromium has more than a thousand switches of its own, and more come
 * and go; so what is unknown passes, unless it is so near to an option of ours that it is a slip
 * of the finger. That is an error, and so is an option of ours that is not written as it has to be.
 *
 * @param args the arguments without the executable
 */
export function parseArguments(args: string[]): Result<Arguments> {
  const result: Arguments = {
    verbs: [],
    isDemo: false,
    input: null,
    print: null,
    userDataDir: null,
  };
  const { tokens } = parseArgs({ args, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind !== 'option' || !token.rawName.startsWith('--')) continue;
    const problem = take(result, token.name, token.value ?? null);
    if (problem !== null) return failed('bad-argument', problem);
  }
  return ok(result);
}

function isSlip(name: string): boolean {
  const letters = (option: string): string => option.toLowerCase().replaceAll(/[-_]/g, '');
  return names.some((known) => editDistance(letters(name), letters(known)) <= slipLetters);
}

function take(result: Arguments, name: string, value: string | null): string | null {
  const verb = verbs.find((known) => known === name);
  const isBare = verb !== undefined || name === 'demo';
  if (isBare && value !== null) return `--${name} takes no value. Write --${name}.`;
  if (verb !== undefined) result.verbs.push(verb);
  else if (name === 'demo') result.isDemo = true;
  else if (name === 'print') return takePrint(result, value);
  else if (name === 'input' || name === 'user-data-dir') {
    if (value === null || value === '') return `--${name} needs a value: --${name}=PATH.`;
    result[name === 'input' ? 'input' : 'userDataDir'] = value;
  } else if (isSlip(name)) {
    return `--${name} is not an option of CaptionKey. Known are ${spellings.map((spelling) => `--${spelling}`).join(', ')}.`;
  }
  return null;
}

function takePrint(result: Arguments, value: string | null): string | null {
  if (value !== null && value !== 'json' && value !== 'text')
    return `--print=${value} is not known. Write --print or --print=json.`;
  result.print = value ?? 'text';
  return null;
}
