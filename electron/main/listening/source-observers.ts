import type { EventEmitter } from 'node:events';
import type { SoundSource } from '#shared/sound-source.ts';
import type { PrintedRun } from '../cli/printed-run.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { Log } from '../logging/log.ts';
import type { PillModel } from '../pill/pill-model.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { ModelRedirects } from '../settings/model-redirects.ts';
import type { ListeningEvents, SourceEvents } from './listening-events.ts';
import type { ListeningObserver, ListeningProblemSource } from './observer.ts';
import type { Rest } from './rest.ts';
import type { SharedCaptions } from './shared-captions.ts';

interface Parts {
  captions: SharedCaptions;
  events: EventEmitter<ListeningEvents>;
  sources: EventEmitter<SourceEvents>;
  rests: Record<SoundSource, Rest>;
  run: PrintedRun;
  log: Log;
  feed: CaptionFeed;
  pill: PillModel;
  problems: Pick<ProblemStore, 'set'>;
  redirects: ModelRedirects;
}

/** What has another name for the sound of the computer, so that neither source ends a problem of the other. */
const computerProblemSources = {
  account: 'account',
  connection: 'computer-connection',
  microphone: 'computer-sound',
  'microphone-failure': 'computer-sound-failure',
  quiet: 'computer-quiet',
} as const satisfies Record<ListeningProblemSource, unknown>;

/** What both controllers report in the same way. */
function observeSource(parts: Parts, source: SoundSource) {
  const { captions, events, sources, rests, run, log, problems, redirects } = parts;
  return {
    status: (status) => {
      log.event('listening-status', { phase: status.phase });
      if (status.phase === 'starting') events.emit('starting');
      captions.setStatus(source, status);
      sources.emit('status', source, status);
    },
    captions: (areOn) => captions.setCaptions(source, areOn),
    problem: (problem, of) => {
      run.problem(problem);
      problems.set(source === 'computer' ? computerProblemSources[of] : of, problem);
    },
    finished: (text, isAgain) => sources.emit('finished', source, text, isAgain),
    noTextFollows: () => sources.emit('noTextFollows', source),
    settled: () => events.emit('settled'),
    rested: () => rests[source].reached(),
    sessionBegan: (connectMs) => log.event('session-began', { connectMs }),
    sessionOpened: (session) => sources.emit('sessionOpened', session),
    sessionRedirected: (asked, ran) => redirects.redirected(asked, ran),
    sessionEnded: (end) => log.event('session-ended', end),
    sessionBilled: (session) => sources.emit('sessionBilled', session),
  } satisfies Partial<ListeningObserver>;
}

/** Observes the microphone, of which captions and dictations hear the same sound. */
export function observeMicrophone(parts: Parts): ListeningObserver {
  const { captions, events, run, feed, pill } = parts;
  const both = observeSource(parts, 'microphone');
  return {
    ...both,
    status: (status) => {
      pill.dispatch({ type: 'status', status });
      both.status(status);
    },
    captions: (areOn) => {
      pill.dispatch({ type: 'captions', areOn });
      both.captions(areOn);
    },
    turn: (turn) => {
      pill.dispatch({ type: 'turn', turn });
      // The page of the captions has nothing to do for words that it does not show.
      if (!pill.isDictated(turn) || captions.has('microphone', turn))
        captions.turn('microphone', turn);
      run.turn(turn);
    },
    level: (level) => feed.level(level),
    began: (firstTurn) => {
      captions.began('microphone', firstTurn);
      pill.dispatch({ type: 'began', firstTurn });
    },
    dictationEnded: (id) => events.emit('dictationEnded', id),
    dictated: (dictated) => events.emit('dictated', dictated),
    preRolling: (isOn) => events.emit('preRolling', isOn),
  };
}

/** Observes the sound of the computer, of which there are captions only. */
export function observeComputer(parts: Parts): ListeningObserver {
  const { captions, run, feed } = parts;
  return {
    ...observeSource(parts, 'computer'),
    turn: (turn) => {
      captions.turn('computer', turn);
      run.turn({ ...turn, source: 'computer' });
    },
    level: (level) => feed.computerLevel(level),
    began: (firstTurn) => captions.began('computer', firstTurn),
    dictationEnded: () => undefined,
    dictated: () => undefined,
    preRolling: () => undefined,
  };
}
