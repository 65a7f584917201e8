import type { BroadcastChannel, RequestChannel } from '#shared/channels.ts';
import type { Answers, Bridge, Broadcasts, RequestArguments } from '#shared/ipc.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { nothingKnown } from '../captions/fold.ts';
import { appStateWith } from './app-state.ts';
import { preferencesWith } from './preferences.ts';

type Answerer<C extends RequestChannel> = (
  ...args: RequestArguments<C>
) => Result<Answers[C]> | Promise<Result<Answers[C]>>;

type Answerers = { [C in RequestChannel]?: Answerer<C> };
type Listeners = { [C in BroadcastChannel]: Set<(value: Broadcasts[C]) => void> };

const quiet: Answerers = {
  'captions:attach': () => ok(nothingKnown),
  'pill:attach': () => ok({ phase: 'hidden' }),
  'level:watch': () => ok(null),
  'dictation:undo': () => ok(null),
  'dictation:insert': () => ok(null),
  'dictation:copy': () => ok(null),
  'listening:do': () => ok(null),
  'transcript:copy': () => ok(null),
  'transcript:undo-copy': () => ok(null),
  'transcript:open': () => ok(null),
  'panel:open': () => ok(null),
  'language:read': () => ok('en'),
  'app-state:read': () => ok(appStateWith()),
  'problems:read': () => ok([]),
  'problem:close': () => ok(null),
  'unfinished:read': () => ok([]),
  'history:read': () => ok({ rows: [], hasMore: false }),
  'settings:read': () => ok(preferencesWith()),
  'doctor:read': () => ok({ phase: 'none' }),
  'usage:read': () =>
    ok({
      today: { sessionSeconds: 0, audioSeconds: 0 },
      month: { sessionSeconds: 0, audioSeconds: 0 },
      monthDollars: 0,
      last: null,
    }),
};

/** The other end of the bridge, which a page alone does not have: it answers and broadcasts. */
export class FakeMain implements Bridge {
  /** Every request so far, as channel and arguments. */
  readonly requests: [RequestChannel, ...unknown[]][] = [];
  readonly #answerers: Answerers;
  readonly #listeners: Listeners = {
    'captions:patch': new Set(),
    'pill:changed': new Set(),
    level: new Set(),
    'language:changed': new Set(),
    'problems:changed': new Set(),
    'app-state:changed': new Set(),
    'panel:page': new Set(),
    'settings:changed': new Set(),
    'usage:changed': new Set(),
    'unfinished:changed': new Set(),
    'history:changed': new Set(),
    'doctor:changed': new Set(),
  };

  constructor(answerers: Answerers = {}) {
    this.#answerers = { ...quiet, ...answerers };
    window.captionkey = this;
  }

  async request<C extends RequestChannel>(
    channel: C,
    ...args: RequestArguments<C>
  ): Promise<Result<Answers[C]>> {
    this.requests.push([channel, ...args]);
    const answer: Answerer<C> | undefined = this.#answerers[channel];
    return answer ? await answer(...args) : failed({ code: 'ipc-channel', params: {} });
  }

  subscribe<C extends BroadcastChannel>(
    channel: C,
    callback: (value: Broadcasts[C]) => void,
  ): () => void {
    this.#listeners[channel].add(callback);
    return () => void this.#listeners[channel].delete(callback);
  }

  broadcast<C extends BroadcastChannel>(channel: C, value: Broadcasts[C]): void {
    this.#listeners[channel].forEach((callback) => callback(value));
  }

  /** How often a channel was asked. */
  count(channel: RequestChannel): number {
    return this.requests.filter(([asked]) => asked === channel).length;
  }
}
