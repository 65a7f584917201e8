import { problem } from '#shared/problem.ts';
import { openCaptionKey } from './app.ts';
import { errorFacts } from './logging/error-facts.ts';
import { Log, openLogFolder } from './logging/log.ts';
import { versions } from './logging/versions.electron.ts';
import { registerAppScheme } from './windows/app-scheme.ts';
import {
  becomeOnlyInstance,
  launchArguments,
  refuseLaunch,
  streamingUrl,
  takeEnvironmentKey,
} from './cli/launch.electron.ts';
import { ignoreUnreadOutput } from './cli/standard-streams.ts';
import { VerbRunner } from './cli/verbs.ts';
import { keepRunningWithoutWindows, whenReady } from './windows/app-events.ts';
import { folders } from './windows/folders.ts';

/* The entry: does what has to happen before Electron is ready, then opens the app. */
ignoreUnreadOutput();
const environmentKey = takeEnvironmentKey();
const launch = launchArguments();
const serviceUrl = streamingUrl();
const verbs = new VerbRunner();
if (!becomeOnlyInstance(launch.verbs, (handedOver) => verbs.run(handedOver))) {
  if (launch.isDoctor || launch.print !== null) refuseLaunch(problem('runs-already', {}));
  process.exit(0);
}
const logFolder = openLogFolder(folders.userData);
const log = new Log(logFolder);
log.event('app-started', versions());
registerAppScheme();
keepRunningWithoutWindows();

// Electron is not ready before this module is loaded, so it must not be awaited here.
whenReady()
  .then(() =>
    openCaptionKey({ launch, streamingUrl: serviceUrl, environmentKey, verbs, log, logFolder }),
  )
  .catch(async (error: unknown) => {
    log.event('start-failed', errorFacts(error));
    await log.close();
    const reason = error instanceof Error ? error.message : String(error);
    refuseLaunch(problem('cannot-start', { reason }));
  });
