import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';
import * as v from 'valibot';
import type { HotkeyAction } from '#shared/setup.ts';
import { probeUserData } from '../settings/user-data.ts';
import { parseStreamingUrl } from '../socket/streaming-url.ts';
import { printError } from './standard-streams.ts';
import { parseArguments, verbs, type Arguments, type Verb } from './arguments.ts';

const handOverSchema = v.object({ verbs: v.array(v.picklist(verbs)) });

/** Says what is wrong with a launch, and ends it. */
export function refuseLaunch(sentence: string): never {
  printError(sentence);
  process.exit(2);
}

/** The arguments of this launch; a wrong one ends it with a sentence. */
export function launchArguments(): Arguments {
  const parsed = parseArguments(process.argv.slice(1));
  if (!parsed.ok) refuseLaunch(parsed.problem.sentence);
  if (parsed.value.userDataDir !== null) useUserData(resolve(parsed.value.userDataDir));
  return parsed.value;
}

function useUserData(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch {
    refuseLaunch(`cannot use ${folder}. Name a folder that can be written with --user-data-dir.`);
  }
}

/**
 * Hands the verbs to the instance that runs already, if there is one.
 *
 * @param take called with the verbs of every later launch
 * @returns false where another instance runs: this one must end
 */
export function becomeOnlyInstance(own: Verb[], take: (verbs: Verb[]) => void): boolean {
  const isFirst = app.requestSingleInstanceLock({ verbs: own });
  // The lock is a file, so it is also refused where none can be written; nobody else runs there.
  if (!isFirst && probeUserData(app.getPath('userData')) === null) return false;
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    const parsed = v.safeParse(handOverSchema, handedOver);
    take(parsed.success ? parsed.output.verbs : []);
  });
  return true;
}

/**
 * Where sessions go in the place of the service, or null; a bad address in the environment ends
 * the launch with a sentence.
 */
export function streamingUrl(): string | null {
  const url = parseStreamingUrl(process.env.CAPTIONKEY_STREAMING_URL);
  if (!url.ok) refuseLaunch(url.problem.sentence);
  return url.value;
}

/**
 * The API key in the environment. It is taken out of there, so that no process of ours inherits it.
 */
export function takeEnvironmentKey(): string | undefined {
  const key = process.env.ASSEMBLYAI_API_KEY;
  delete process.env.ASSEMBLYAI_API_KEY;
  return key;
}

/** The command that does what a hotkey does, for binding it to a key in a compositor. */
export function verbCommand(action: HotkeyAction): string {
  const verb: Verb = action === 'dictate' ? 'toggle' : action;
  const program = process.env.APPIMAGE ?? process.execPath;
  return app.isPackaged ? `${program} --${verb}` : `npm start -- --${verb}`;
}
