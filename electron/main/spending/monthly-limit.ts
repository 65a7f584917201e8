import { isSameMonth, type Month } from '#core/spending/costs.ts';
import {
  initialSpending,
  stepSpending,
  type Spending,
  type SpendingEffect,
  type SpendingEvent,
} from '#core/spending/spending.ts';
import { dollarsPerHour } from '#shared/prices.ts';
import { problem as problemOf } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import type { Settings } from '#shared/settings.ts';
import type { Usage } from '#shared/usage.ts';
import type { OpenListening } from '../listening/open-listening.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import { startOfMonth, startOfNextMonth } from '../time/month.ts';
import { Timer } from '../time/timer.ts';
import { mainTuning } from '../time/tuning.ts';

type Notice = Extract<SpendingEffect, { type: 'notice' }>['notice'];

interface Parts {
  listening: Pick<OpenListening, 'sources' | 'events'> & {
    captions: Pick<OpenListening['captions'], 'areOn'>;
    captionSources: Pick<OpenListening['captionSources'], 'end'>;
  };
  settings: {
    readonly all: Pick<Settings, 'captionsMonthlyDollars'>;
    on(event: 'changed', listener: (names: string[]) => void): unknown;
  };
  audioInput: { readonly isDemo: boolean; readonly hasPlayback: boolean };
  problems: Pick<ProblemStore, 'set' | 'clear'>;
  /**
   * Called at once and when the month changes. The answer has exactly the sessions that were billed
   * before the call.
   */
  readUsage: (nowMs: number) => Promise<Result<Usage>>;
}

const monthOf = (timeMs: number): Month => ({
  ...{ startMs: startOfMonth(timeMs), endMs: startOfNextMonth(timeMs) },
});

/** Compares the cost of the month with its limit while sessions are open, and stops the captions. */
export class MonthlyLimit {
  readonly #parts: Parts;
  readonly #nextCheck = new Timer(() => this.#step({ type: 'check' }));
  readonly #noticeEnd = new Timer(() => this.#parts.problems.clear('spending'));
  #spending: Spending;
  /** The next captions are those of before sleep. */
  #isResuming = false;
  #hasStopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { listening, settings, audioInput } = parts;
    const nowMs = Date.now();
    this.#spending = initialSpending(monthOf(nowMs), this.#limit);
    void this.#readStored(nowMs);
    listening.sources
      .on('sessionOpened', (session) => {
        // The demo costs nothing.
        if (!audioInput.isDemo) this.#step({ type: 'opened', session });
      })
      .on('sessionBilled', ({ id, sessionSeconds, model, configuration }) =>
        this.#step({
          ...{ type: 'closed', id, seconds: sessionSeconds },
          dollarsPerHour: dollarsPerHour(model, configuration),
        }),
      );
    listening.events
      .on('resuming', () => (this.#isResuming = true))
      .on('captions', (areOn) => {
        const type = this.#isResuming ? 'captions-resumed' : 'captions-started';
        this.#isResuming = false;
        if (areOn) this.#step({ type });
      });
    settings.on('changed', (names) => {
      if (names.includes('captionsMonthlyDollars')) this.#step({ type: 'check' });
    });
  }

  /** Nothing more is checked. Sessions that close later change nothing. */
  stop(): void {
    this.#hasStopped = true;
    this.#nextCheck.set(null);
    this.#noticeEnd.set(null);
  }

  get #limit(): number | null {
    return this.#parts.settings.all.captionsMonthlyDollars;
  }

  /** Without a readable database only the sessions of this launch count. */
  async #readStored(nowMs: number): Promise<void> {
    const { month, closed } = this.#spending.costs;
    const usage = await this.#parts.readUsage(nowMs);
    if (!usage.ok) return;
    const { monthDollars: dollars } = usage.value;
    this.#step({ type: 'counted', month, dollars, includedIds: closed.map(({ id }) => id) });
  }

  #step(event: SpendingEvent): void {
    if (this.#hasStopped) return;
    const { listening, audioInput } = this.#parts;
    const nowMs = Date.now();
    const before = this.#spending;
    const [spending, effects] = stepSpending(before, event, {
      ...{ monotonicMs: performance.now(), month: monthOf(nowMs), limitDollars: this.#limit },
      areCaptionsOn: listening.captions.areOn,
      mayStop: !audioInput.hasPlayback,
    });
    this.#spending = spending;
    if (!isSameMonth(before.costs.month, spending.costs.month)) void this.#readStored(nowMs);
    this.#nextCheck.set(this.#untilNextCheckMs(nowMs));
    for (const effect of effects)
      if (effect.type === 'notice') this.#show(effect.notice);
      else listening.captionSources.end();
  }

  #untilNextCheckMs(nowMs: number): number | null {
    const { limitDollars, costs, level } = this.#spending;
    if (limitDollars === null) return null;
    if (costs.open.length > 0) return mainTuning.spendingCheckMs;
    if (level === 'below') return null;
    return Math.min(startOfNextMonth(nowMs) - nowMs, mainTuning.longestTimerMs);
  }

  /** That captions were stopped is shown until they begin again; the rest only for a while. */
  #show(notice: Notice): void {
    const { problems } = this.#parts;
    if (notice === null) problems.clear('spending');
    else
      problems.set(
        'spending',
        problemOf(`captions-limit-${notice}`, { dollars: this.#limit ?? 0 }),
      );
    const isShort = notice === 'near' || notice === 'passed';
    this.#noticeEnd.set(isShort ? mainTuning.spendingNoticeMs : null);
  }
}
