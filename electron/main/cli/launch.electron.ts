import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';
import * as v from 'valibot';
import { actions, verbs, type HotkeyAction, type Verb } from '#shared/actions.ts';
import { englishSentenceOf } from '#shared/messages/index.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { probeUserData } from '../settings/user-data.ts';
import { parseStreamingUrl } from '../connection/streaming-url.ts';
import { printError } from './standard-streams.ts';
import { parseArguments, type Arguments } from './arguments.ts';
import { environment } from './environment.ts';

const handOverSchema = v.object({ verbs: v.array(v.picklist(verbs)) });

/** Ends the launch with a sentence that says what is wrong with it. */
export function refuseLaunch(why: Problem): never {
  printError(englishSentenceOf(why));
  process.exit(1);
}

/** The arguments of this launch. A wrong one ends it with a sentence. */
export function launchArguments(): Arguments {
  const parsed = parseArguments(process.argv.slice(1));
  if (!parsed.ok) refuseLaunch(parsed.problem);
  if (parsed.value.userDataDir !== null) useUserData(resolve(parsed.value.userDataDir));
  return parsed.value;
}

function useUserData(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch {
    refuseLaunch(problem('bad-user-data-dir', { folder }));
  }
}

/**
 * Passes the verbs to the running instance, if there is one.
 *
 * @param take called with the verbs of every later launch
 * @returns false if another instance runs; then this one must end
 */
export function becomeOnlyInstance(own: Verb[], take: (verbs: Verb[]) => void): boolean {
  const isFirst = app.requestSingleInstanceLock({ verbs: own });
  // The lock is a file, so it also fails if no file can be written. Then no other instance runs.
  if (!isFirst && probeUserData(app.getPath('userData')) === null) return false;
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    const parsed = v.safeParse(handOverSchema, handedOver);
    take(parsed.success ? parsed.output.verbs : []);
  });
  return true;
}

/**
 * The address that replaces the service, or null. A bad address in the environment ends the launch with
 * a sentence.
 */
export function streamingUrl(): string | null {
  const url = parseStreamingUrl(process.env[environment.streamingUrl]);
  if (!url.ok) refuseLaunch(url.problem);
  return url.value;
}

/** The API key in the environment. It is removed from there, so that no child process inherits it. */
export function takeEnvironmentKey(): string | undefined {
  const key = process.env[environment.apiKey];
  Reflect.deleteProperty(process.env, environment.apiKey);
  return key;
}

/** The command line that does what a hotkey does, to bind to a key in a compositor. */
export function verbCommand(action: HotkeyAction): string {
  const { verb } = actions[action];
  const program = process.env.APPIMAGE ?? process.execPath;
  return app.isPackaged ? `${program} --${verb}` : `npm start -- --${verb}`;
}
