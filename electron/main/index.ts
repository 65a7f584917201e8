import { openCaptionKey } from './captionkey.ts';
import { registerAppScheme } from './shell/app-scheme.ts';
import { becomeOnlyInstance, launchArguments, refuseLaunch, streamingUrl } from './shell/launch.ts';
import { prepareChromium, whenReady } from './shell/lifecycle.ts';
import { VerbRunner } from './verbs.ts';

/* The entry: what has to happen before Electron is ready, then the app. */
const launch = launchArguments();
const serviceUrl = streamingUrl();
const verbs = new VerbRunner();
if (!becomeOnlyInstance(launch.verbs, (handedOver) => verbs.run(handedOver))) {
  if (launch.print !== null) refuseLaunch('CaptionKey runs already. Quit it, then print.');
  process.exit(0);
}
registerAppScheme();
prepareChromium();

// Electron is not ready before this module is loaded, so it must not be awaited here.
whenReady()
  .then(() => openCaptionKey(launch, serviceUrl, verbs))
  .catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    refuseLaunch(`cannot start: ${reason}. Check that its folder can be read and written.`);
  });
