import { parseArgs } from 'node:util';
import { verbs, type Verb } from '#shared/actions.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { editDistance } from './edit-distance.ts';
import { isOption, options, optionSpellings, type Option } from './options.ts';

/** Verbs of version 0.1 that have another name now. */
const verbAliases = new Map<string, Verb>([['deliver-again', 'insert-last']]);

export interface Arguments {
  verbs: Verb[];
  /** Run the bundled recording through the demo server. */
  isDemo: boolean;
  /** A WAV file that replaces the microphone. */
  input: string | null;
  /** Print each final turn on standard output. */
  print: 'text' | 'json' | null;
  userDataDir: string | null;
  /** Open no window at the start. */
  isHidden: boolean;
  /** Try everything that a dictation needs, print the result and quit. */
  isDoctor: boolean;
}

const names = [...verbs, ...verbAliases.keys(), ...Object.keys(options)];
const spellings = [...verbs, ...optionSpellings];

/** The most letters that may differ in a typing error. Two swapped letters count as two. */
const slipLetters = 2;

/**
 * Parses the command line. Chromium has more than a thousand switches, and they change, so unknown ones
 * are accepted. It is an error if one is so similar to an option of the app that it is a typing error,
 * or if an option of the app is written wrongly.
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
    isDoctor: false,
    isHidden: false,
  };
  const { tokens } = parseArgs({ args, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind !== 'option' || !token.rawName.startsWith('--')) continue;
    const refusal = take(result, token.name, token.value ?? null);
    if (refusal !== null) return failed(refusal);
  }
  return ok(result);
}

function isSlip(name: string): boolean {
  const letters = (option: string): string => option.toLowerCase().replaceAll(/[-_]/g, '');
  return names.some((known) => editDistance(letters(name), letters(known)) <= slipLetters);
}

function take(result: Arguments, name: string, value: string | null): Problem | null {
  const verb = verbAliases.get(name) ?? verbs.find((known) => known === name);
  if (verb === undefined) {
    if (isOption(name)) return takeOption(result, name, value);
    return isSlip(name) ? problem('argument-slip', { argument: name, known: spellings }) : null;
  }
  if (value !== null) return problem('argument-takes-no-value', { argument: name });
  result.verbs.push(verb);
  return null;
}

function takeOption(result: Arguments, name: Option, value: string | null): Problem | null {
  const takes = options[name].value;
  if (takes === '' && value !== null) return problem('argument-takes-no-value', { argument: name });
  if (takes.startsWith('=') && (value === null || value === ''))
    return problem('argument-needs-value', { argument: name });
  switch (name) {
    case 'demo':
      result.isDemo = true;
      return null;
    case 'doctor':
      result.isDoctor = true;
      return null;
    case 'hidden':
      result.isHidden = true;
      return null;
    case 'input':
      result.input = value;
      return null;
    case 'print':
      return takePrint(result, value);
    case 'user-data-dir':
      result.userDataDir = value;
      return null;
  }
}

function takePrint(result: Arguments, value: string | null): Problem | null {
  if (value !== null && value !== 'json' && value !== 'text')
    return problem('bad-print-format', { format: value });
  result.print = value ?? 'text';
  return null;
}
