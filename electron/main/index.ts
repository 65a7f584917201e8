import { openCaptionKey } from './captionkey.ts';
import { errorFacts } from './log/error-facts.ts';
import { Log, openLogFolder } from './log/log.ts';
import { versions } from './log/versions.electron.ts';
import { registerAppScheme } from './shell/app-scheme.ts';
import {
  becomeOnlyInstance,
  launchArguments,
  refuseLaunch,
  streamingUrl,
  takeEnvironmentKey,
} from './shell/launch.ts';
import { folders, prepareChromium, whenReady } from './shell/lifecycle.ts';
import { ignoreUnreadOutput } from './shell/standard-streams.ts';
import { VerbRunner } from './verbs.ts';

/* The entry: what has to happen before Electron is ready, then the app. */
ignoreUnreadOutput();
const environmentKey = takeEnvironmentKey();
const launch = launchArguments();
const serviceUrl = streamingUrl();
const verbs = new VerbRunner();
if (!becomeOnlyInstance(launch.verbs, (handedOver) => verbs.run(handedOver))) {
  if (launch.print !== null) refuseLaunch('CaptionKey runs already. Quit it, then print.');
  process.exit(0);
}
const logFolder = openLogFolder(folders.userData);
const log = new Log(logFolder);
log.event('app-started', versions());
registerAppScheme();
prepareChromium();

// Electron is not ready before this module is loaded, so it must not be awaited here.
whenReady()
  .then(() =>
    openCaptionKey({ launch, streamingUrl: serviceUrl, environmentKey, verbs, log, logFolder }),
  )
  .catch(async (error: unknown) => {
    log.event('start-failed', errorFacts(error));
    await log.close();
    const reason = error instanceof Error ? error.message : String(error);
    refuseLaunch(`cannot start: ${reason}. Check that its folder can be read and written.`);
  });
