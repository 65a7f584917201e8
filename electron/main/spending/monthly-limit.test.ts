import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '#shared/problem.ts';
import { ok } from '#shared/result.ts';
import type { Usage } from '#shared/usage.ts';
import type { ListeningEvents, SourceEvents } from '../listening/listening-events.ts';
import { mainTuning } from '../time/tuning.ts';
import { MonthlyLimit } from './monthly-limit.ts';

const amount = { sessionSeconds: 0, audioSeconds: 0 };
const minutes = 60_000;

/** The parts around the limit: their events, and what it did to them. */
class Desk {
  readonly sources = new EventEmitter<SourceEvents>();
  readonly events = new EventEmitter<ListeningEvents>();
  readonly settings = Object.assign(new EventEmitter<{ changed: [string[]] }>(), {
    all: { captionsMonthlyDollars: 1 },
  });
  readonly audioInput = { isDemo: false, hasPlayback: false };
  readonly captions = { areOn: false };
  shown: Problem | null = null;
  limit: MonthlyLimit;
  /** The cost of a month, by its number from 0 on. Others cost nothing. */
  readonly stored: Record<number, number>;

  constructor(monthDollars: number) {
    this.stored = { 9: monthDollars };
    const usage = (nowMs: number): Usage => {
      const dollars = this.stored[new Date(nowMs).getMonth()] ?? 0;
      return { today: amount, month: amount, monthDollars: dollars, last: null };
    };
    this.limit = new MonthlyLimit({
      listening: {
        ...{ sources: this.sources, events: this.events, captions: this.captions },
        captionSources: { end: () => this.setCaptions(false) },
      },
      ...{ settings: this.settings, audioInput: this.audioInput },
      problems: {
        set: (_source, problem) => (this.shown = problem),
        clear: () => (this.shown = null),
      },
      readUsage: (nowMs) => Promise.resolve(ok(usage(nowMs))),
    });
  }

  setCaptions(areOn: boolean): void {
    this.captions.areOn = areOn;
    this.events.emit('captions', areOn);
  }

  open(): void {
    this.sources.emit('sessionOpened', {
      ...{ id: 'one', startedAtMs: Date.now(), monotonicStartMs: performance.now() },
      dollarsPerHour: 0.6,
    });
  }

  bill(sessionSeconds: number): void {
    this.sources.emit('sessionBilled', {
      ...{ id: 'one', startedAtMs: Date.now(), model: 'u3-rt-pro', host: '', configuration: null },
      ...{ audioSeconds: 0, sessionSeconds, isEstimated: false },
    });
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 9, 10, 9) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Captions are on, and 90 cents of a dollar are spent in five minutes. */
async function captioning(): Promise<Desk> {
  const desk = new Desk(0.85);
  await vi.advanceTimersByTimeAsync(0);
  desk.setCaptions(true);
  desk.open();
  return desk;
}

test('captions are warned about for a minute, and stopped with a notice that stays', async () => {
  const desk = await captioning();
  await vi.advanceTimersByTimeAsync(4 * minutes);
  expect(desk.shown).toBeNull();
  await vi.advanceTimersByTimeAsync(minutes + mainTuning.spendingCheckMs);
  expect(desk.shown).toMatchObject({ code: 'captions-limit-near', params: { dollars: 1 } });
  await vi.advanceTimersByTimeAsync(mainTuning.spendingNoticeMs);
  expect([desk.shown, desk.captions.areOn]).toEqual([null, true]);
  await vi.advanceTimersByTimeAsync(9 * minutes);
  expect(desk.captions.areOn).toBe(false);
  await vi.advanceTimersByTimeAsync(60 * minutes);
  expect(desk.shown).toMatchObject({ code: 'captions-limit-stopped' });
  desk.setCaptions(true);
  expect(desk.shown).toMatchObject({ code: 'captions-limit-passed' });
  await vi.advanceTimersByTimeAsync(60 * minutes);
  expect(desk.captions.areOn).toBe(true);
});

test('the notice ends when the limit is raised', async () => {
  const desk = await captioning();
  await vi.advanceTimersByTimeAsync(16 * minutes);
  expect(desk.shown).toMatchObject({ code: 'captions-limit-stopped' });
  desk.settings.all.captionsMonthlyDollars = 5;
  desk.settings.emit('changed', ['captionsMonthlyDollars']);
  expect(desk.shown).toBeNull();
});

test('the notice ends with the month, while nothing else happens', async () => {
  const desk = await captioning();
  await vi.advanceTimersByTimeAsync(16 * minutes);
  desk.bill(2_000);
  await vi.advanceTimersByTimeAsync(new Date(2026, 9, 31, 23, 59).getTime() - Date.now());
  expect(desk.shown).toMatchObject({ code: 'captions-limit-stopped' });
  await vi.advanceTimersByTimeAsync(minutes + mainTuning.afterStandstillMs);
  expect(desk.shown).toBeNull();
});

test('the demo costs nothing', async () => {
  const desk = new Desk(0.85);
  await vi.advanceTimersByTimeAsync(0);
  desk.audioInput.isDemo = true;
  desk.setCaptions(true);
  desk.open();
  await vi.advanceTimersByTimeAsync(60 * minutes);
  expect([desk.shown, desk.captions.areOn]).toEqual([null, true]);
});

test('a session that is left to close after the end of the app sets no timer', async () => {
  const desk = await captioning();
  await vi.advanceTimersByTimeAsync(6 * minutes);
  desk.limit.stop();
  expect(vi.getTimerCount()).toBe(0);
  desk.bill(400);
  desk.setCaptions(true);
  desk.settings.emit('changed', ['captionsMonthlyDollars']);
  expect(vi.getTimerCount()).toBe(0);
});

test('hours of sleep cost nothing, whatever the clock shows', async () => {
  const desk = await captioning();
  await vi.advanceTimersByTimeAsync(minutes);
  vi.setSystemTime(new Date(2026, 9, 10, 17));
  await vi.advanceTimersByTimeAsync(minutes);
  expect([desk.shown, desk.captions.areOn]).toEqual([null, true]);
});

test('captions that go on after sleep stop if their bill has reached the limit', async () => {
  const desk = await captioning();
  await vi.advanceTimersByTimeAsync(minutes);
  desk.setCaptions(false);
  desk.bill(3_600);
  desk.events.emit('resuming');
  desk.setCaptions(true);
  expect(desk.captions.areOn).toBe(false);
  expect(desk.shown).toMatchObject({ code: 'captions-limit-stopped' });
  desk.setCaptions(true);
  expect(desk.captions.areOn).toBe(true);
});

test('a clock that shows the next month for a moment drops nothing of this one', async () => {
  vi.setSystemTime(new Date(2026, 9, 31, 9));
  const desk = await captioning();
  vi.setSystemTime(new Date(2026, 10, 1, 9));
  await vi.advanceTimersByTimeAsync(minutes);
  vi.setSystemTime(new Date(2026, 9, 31, 9, 1));
  await vi.advanceTimersByTimeAsync(4.5 * minutes);
  expect(desk.shown).toMatchObject({ code: 'captions-limit-near' });
  await vi.advanceTimersByTimeAsync(10 * minutes);
  expect(desk.captions.areOn).toBe(false);
});

test('a clock that is set after the launch counts the month that it then shows', async () => {
  vi.setSystemTime(new Date(2000, 0, 1));
  const desk = new Desk(2);
  desk.stored[0] = 0;
  await vi.advanceTimersByTimeAsync(0);
  vi.setSystemTime(new Date(2026, 9, 10, 9));
  desk.setCaptions(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.shown).toMatchObject({ code: 'captions-limit-passed' });
  expect(desk.captions.areOn).toBe(true);
});
