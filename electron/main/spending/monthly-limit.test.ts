import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '#shared/problem.ts';
import { ok, type Result } from '#shared/result.ts';
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
  readonly audioInput = { isDemo: false, hasStandIn: false };
  readonly captions = { areOn: false };
  shown: Problem | null = null;
  limit: MonthlyLimit;

  constructor(monthDollars: number) {
    const usage = { today: amount, month: amount, monthDollars, last: null };
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
      readUsage: (): Promise<Result<Usage>> => Promise.resolve(ok(usage)),
    });
  }

  setCaptions(areOn: boolean): void {
    this.captions.areOn = areOn;
    this.events.emit('captions', areOn);
  }

  open(): void {
    const startedAtMs = Date.now();
    this.sources.emit('sessionOpened', { id: 'one', startedAtMs, dollarsPerHour: 0.6 });
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
  desk.sources.emit('sessionBilled', {
    ...{ id: 'one', startedAtMs: Date.now(), model: 'u3-rt-pro', host: '', configuration: null },
    ...{ audioSeconds: 0, sessionSeconds: 2_000, isEstimated: false },
  });
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
  desk.limit.stop();
  expect(vi.getTimerCount()).toBe(0);
});
