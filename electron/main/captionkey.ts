import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { regionUrls } from '#core/streaming/address.ts';
import {
  dictatingParametersFrom,
  parametersFrom,
} from '#core/streaming/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { CaptureClient } from './audio/capture-client.ts';
import { followMicrophones } from './audio/follow-microphones.ts';
import { ResilientMicrophone } from './audio/resilient-microphone.ts';
import { openDictation } from './dictation/open-dictation.ts';
import { forkLogged } from './fork.electron.ts';
import { globalGrabs } from './hotkeys/global-shortcut/global-shortcut.electron.ts';
import { Hotkeys } from './hotkeys/hotkeys.ts';
import { CaptionFeed } from './ipc/caption-feed.ts';
import { requestHandlers } from './ipc/handlers.ts';
import { answerRequests } from './ipc/requests.ts';
import { viewerOf } from './ipc/viewer.ts';
import { openListening } from './listening/open-listening.ts';
import { errorFacts } from './log/error-facts.ts';
import type { Log } from './log/log.ts';
import { LoggedMicrophone } from './log/logged-microphone.ts';
import { onUnhandled } from './log/unhandled.ts';
import { Kept } from './kept.ts';
import { openProblems, reportFiles } from './problems/open-problems.ts';
import { ProblemEnds } from './problems/problem-ends.ts';
import { ChoicesModel } from './settings/choices-model.ts';
import { ModelRedirects } from './settings/model-redirects.ts';
import { openSettings } from './settings/open-settings.ts';
import { probeUserData } from './settings/user-data.ts';
import { SetupModel } from './setup.ts';
import { serveAppScheme } from './shell/app-scheme.ts';
import { CaptionsVisibility } from './shell/captions-visibility.ts';
import { CaptionsWindow } from './shell/captions-window.ts';
import type { Arguments } from './shell/arguments.ts';
import { verbCommand } from './shell/launch.ts';
import * as lifecycle from './shell/lifecycle.ts';
import { openPanelWindow } from './shell/open-panel-window.ts';
import { denyEverything } from './shell/permissions.ts';
import { appTray, type AppTray } from './shell/tray/open-tray.ts';
import { Sources } from './sources.ts';
import type { VerbRunner } from './verbs.ts';

/** What is there before Electron is ready. */
interface Start {
  /** What the command line asks for. */
  launch: Arguments;
  /** Where sessions go in the place of the region's service, or null. */
  streamingUrl: string | null;
  environmentKey: string | undefined;
  verbs: VerbRunner;
  log: Log;
  logFolder: string;
}

/** The composition root: builds the parts and connects them. */
export async function openCaptionKey(start: Start): Promise<void> {
  const { launch, streamingUrl, verbs, log } = start;
  lifecycle.onPageGone(({ reason, exitCode }) => log.event('page-gone', { reason, exitCode }));
  denyEverything();
  serveAppScheme(lifecycle.folders.renderer);

  const { userData, demo } = lifecycle.folders;
  const { isMac, isWayland, swaySocket } = lifecycle;
  const { environmentKey } = start;
  const { settings, keys, ...files } = openSettings({ userData, isMac, environmentKey });
  const fork = forkLogged(log, start.logFolder);
  const recordingsFolder = join(userData, 'recordings');
  const capture = new CaptureClient(fork, recordingsFolder, () => settings.all.microphone);
  const microphone = new ResilientMicrophone(capture);
  const baseUrl = (): string => streamingUrl ?? regionUrls[settings.all.region];
  const sources = new Sources(new LoggedMicrophone(microphone, log), () => ({
    baseUrl: baseUrl(),
    key: keys.key,
    readingKey: keys.reading,
    parameters: parametersFrom(settings.all),
    dictating: dictatingParametersFrom(settings.all),
  }));

  const feed = new CaptionFeed();
  const captions = new CaptionsWindow(settings);
  const visibility = new CaptionsVisibility(captions);
  const isPrinting = launch.print !== null;
  const problems = openProblems({ log, feed, visibility, isPrinting });
  files.onSetAside((problem) => problems.set('files', problem));
  const setup = new SetupModel({ fork, keys, settings, sources, baseUrl }, (changed) => {
    ends.changed();
    feed.broadcast('setup:changed', changed);
  });

  const choices = new ChoicesModel(settings, (inUse) => {
    listener.configure();
    preRoll.settle();
    ends.changed();
    feed.broadcast('settings:changed', inUse);
  });

  const kept: Kept = new Kept({
    userData,
    recordingsFolder,
    feed,
    retention: () => settings.all.recordingRetention,
    isDemo: () => sources.isDemo,
    listenTo: (sound, onHeard) => standIns.transcribe(sound, onHeard),
    copyHeard: () => void copyText(listener.text),
    copyText: (text) => copyText(text),
    deliver: (text) => dictator.deliverPast(panel, text),
    onUsed: () => tray.readUsage(),
    problems,
  });

  const { listener, preRoll, standIns, sleepPause, ...listening } = openListening({
    ...{ launch, sources, settings, fork, log, feed, visibility },
    show: (problem, source) => problems.set(source, problem),
    demoFolder: demo,
    keeping: kept.rehearing,
    onChange: () => tray.update(),
    onPreRolling: (isOn) => {
      setup.setPreRolling(isOn);
      tray.update();
    },
    onFinished: (text) => void dictator.withClipboard(() => copyText(text)),
    onDictationEnded: (id) => dictator.ended(id),
    onDictated: (dictated) => void dictator.dictated(dictated),
    onSettled: () => void kept.tidy(),
    onStart: () => ends.started(),
    onDevice: () => {
      problems.clear('dictation');
      setup.refresh();
    },
    onRedirected: (asked, ran) => redirects.redirected(asked, ran),
    quit: (exitCode) => lifecycle.quit(exitCode),
  });

  const soundServer = followMicrophones({ microphone, setup, preRoll, problems });

  const redirects = new ModelRedirects(
    settings,
    (problem) => problems.set('model', problem),
    () => true,
  );

  const ends = new ProblemEnds(problems, {
    isIdle: () => listener.status.phase === 'idle',
    checkAccount: () => listener.checkAccount(),
    inUse: () => [keys.key, { ...settings.all, captionsPositions: null }],
    hasKeyProblem: () => keys.problem !== null,
    canKeep: () => probeUserData(userData) === null,
  });

  onUnhandled(log, (problem) => problems.set('app', problem));

  const hotkeys = new Hotkeys(
    { fork, grabs: globalGrabs, isMac, isWayland, swaySocket, verbCommand },
    settings,
    (event) => commands.key(event),
    (heard) => setup.setHotkeys(heard),
  );

  const panel = openPanelWindow({ feed, listener, hotkeys });

  const { delivery, dictator, commands, copyText } = openDictation({
    ...{ isWayland, fork, listener, sources, settings, kept, hotkeys, feed, visibility, panel },
    problems,
    onChange: () => tray.update(),
  });

  lifecycle.onSleep({
    suspend: () => {
      preRoll.hold('asleep');
      sleepPause.suspend();
    },
    resume: () => {
      sleepPause.resume();
      preRoll.allow('asleep');
    },
  });
  const openPanel = (): Promise<void> => panel.open();
  lifecycle.onActivate(() => void openPanel());
  const tray: AppTray = appTray({
    ...{ listener, dictator, commands, store: kept.store, panel },
    quit: () => lifecycle.quit(),
  });

  answerRequests(
    requestHandlers({
      feed,
      listener,
      preRoll,
      dictator,
      copyText,
      commands,
      setup,
      keys,
      settings,
      hotkeys,
      choices,
      store: kept.store,
      recovery: kept.recovery,
      history: kept.history,
      log,
      problems,
      panel,
      startDemo: () => standIns.tryDemo(),
    }),
    {
      asked: (contents) => feed.join(contents.id, viewerOf(contents)),
      failed: (channel, error) => log.event('request-failed', { channel, ...errorFacts(error) }),
    },
  );
  const ending = new AbortController();
  lifecycle.closeBeforeQuit(async () => {
    ending.abort();
    await listening.end();
    await dictator.idle();
    hotkeys.dispose();
    await delivery.dispose();
    soundServer.stop();
    capture.dispose();
    sources.useDevice();
    await kept.close();
    log.event('app-ended');
    await log.close();
  });

  const keyRead = keys.load().then(() => setup.refresh());
  const isRecording = launch.isDemo || launch.input !== null;
  if (isRecording) {
    // What this launch asks for would end what a key has begun, so it comes first.
    await Promise.all([keyRead, captions.prepare()]);
    await listening.start();
    if (ending.signal.aborted) return;
  }

  // Hotkeys first, and what they need; everything else can wait until they are heard.
  const heard = hotkeys.apply().then((all) => {
    const unheard = all.filter(({ problem }) => problem !== null).length;
    log.event('hotkeys-ready', { unheard });
    setup.setHotkeys(all);
  });
  verbs.begin({
    verb: (verb) => commands.verb(verb),
    openPanel: () => void openPanel(),
    quit: () => lifecycle.quit(),
  });
  if (!isRecording && launch.verbs.length > 0) verbs.run(launch.verbs);
  await Promise.race([heard, sleep(tuning.hotkeysFirstMs)]);
  if (ending.signal.aborted) return;

  if (!isRecording) {
    // Not beside the key watch, which needs the processor first. A key-down starts it by itself.
    void lifecycle.askForMicrophone().then(() => {
      capture.prepare();
      preRoll.allow('starting');
    });
  }
  const captionsLoaded = captions.prepare();
  tray.open();
  soundServer.start();
  // Connects to the display, so that the first key-down does not wait for it.
  void delivery.focused();
  void setup.rescanMicrophones();
  void keyRead.then(() => {
    reportFiles(problems, userData, files.unread());
    problems.set('key', keys.problem);
  });
  void kept.open().then((opened) => {
    if (opened.ok && opened.value && !listening.endsByItself) void openPanel();
  });
  if (!isRecording && launch.verbs.length === 0) verbs.run([]);
  await captionsLoaded;
}
