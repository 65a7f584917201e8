import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#shared/result.ts';

/** What a second launch can ask of the instance that runs. */
export const verbs = [
  'start',
  'stop',
  'toggle',
  'cancel',
  'force-endpoint',
  'captions',
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

/**
 * Switches that Chromium, Electron or the tools that drive them put on the command line. They
 * number more than a thousand, so they are known by how they begin. Theirs that begin with
 * `force-e` all go on with one of two words; whatever else does is a slip of `--force-endpoint`.
 */
const foreignSwitch =
  /^(?!force([-_]?e(?!ffective-|nable-)|$))(no|disable|enable|force|use|ozone|remote|inspect|js|log|vmodule|v|lang|proxy|host|gtk|password|ignore|allow|headless|test|type|user-agent|field-trial|trace|crash|gpu|in-process|single-process|original|squirrel|wm|class|display|auth|auto|disk|dns|diagnostic|experimental|throw|xdg)([-_]|$)/;

/**
 * Parses the command line. Chromium's own switches and whatever is not a switch pass; anything
 * else that is unknown is an error, so that a slip of the finger is not passed over.
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
  } else if (!foreignSwitch.test(name)) {
    const known = [...verbs, 'demo', 'input=FILE.wav', 'print[=json]', 'user-data-dir=DIR'];
    return `--${name} is not an option of CaptionKey. Known are ${known.map((option) => `--${option}`).join(', ')}.`;
  }
  return null;
}

function takePrint(result: Arguments, value: string | null): string | null {
  if (value !== null && value !== 'json' && value !== 'text')
    return `--print=${value} is not known. Write --print or --print=json.`;
  result.print = value ?? 'text';
  return null;
}
