import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stopStoreClock } from './still-clock.fixture.ts';
import { StoreDesk, value } from './store.fixture.ts';
import type { Store } from './store.ts';

stopStoreClock();

let desk: StoreDesk;
beforeEach(() => {
  desk = new StoreDesk();
});
afterEach(() => desk.clear());

const start = (): Store => desk.start();

describe('usage', () => {
  const session = (startedAt: Date, sessionSeconds: number, id = startedAt.toISOString()) => ({
    id,
    startedAtMs: startedAt.getTime(),
    model: 'u3-rt-pro',
    host: 'streaming.eu.assemblyai.com',
    audioSeconds: sessionSeconds / 2,
    sessionSeconds,
    configuration: null,
    isEstimated: false,
  });

  test('is counted from midnight and from the first of the month, local time', async () => {
    const store = start();
    const nothing = { sessionSeconds: 0, audioSeconds: 0 };
    const now = new Date(2026, 9, 25, 12).getTime();
    expect(await value(store.usage(now))).toEqual({
      ...{ today: nothing, month: nothing, monthDollars: 0, last: null },
    });
    await value(store.saveSession(session(new Date(2026, 8, 30, 23, 59, 59), 1)));
    await value(store.saveSession(session(new Date(2026, 9, 1), 10)));
    await value(store.saveSession(session(new Date(2026, 9, 24, 23, 59, 59), 100)));
    await value(store.saveSession(session(new Date(2026, 9, 25), 1_000.5)));
    expect(await value(store.usage(now))).toMatchObject({
      today: { sessionSeconds: 1_000.5, audioSeconds: 500.25 },
      month: { sessionSeconds: 1_110.5, audioSeconds: 555.25 },
    });
  });

  test('is counted up to midnight and to the next month, for a clock that was set back', async () => {
    const store = start();
    await value(store.saveSession(session(new Date(2026, 9, 25, 23, 59, 59), 1)));
    await value(store.saveSession(session(new Date(2026, 9, 26), 10)));
    await value(store.saveSession(session(new Date(2026, 10, 1), 100)));
    expect(await value(store.usage(new Date(2026, 9, 25, 12).getTime()))).toMatchObject({
      ...{ today: { sessionSeconds: 1 }, month: { sessionSeconds: 11 } },
      monthDollars: (11 / 3_600) * 0.45,
    });
    const early = await value(store.usage(new Date(2000, 0, 1).getTime()));
    expect(early).toMatchObject({ month: { sessionSeconds: 0 }, monthDollars: 0 });
  });

  test('has the cost of the month, by what each session ran', async () => {
    const store = start();
    const now = new Date(2026, 9, 25, 12);
    const configuration = {
      ...{ model: null, mode: null, domain: null, voiceFocus: 'near-field', filterProfanity: null },
    };
    await value(store.saveSession(session(new Date(2026, 8, 30, 23, 59), 36_000)));
    await value(store.saveSession(session(new Date(2026, 9, 1), 3_600)));
    await value(store.saveSession({ ...session(new Date(2026, 9, 2), 7_200), configuration }));
    const { monthDollars } = await value(store.usage(now.getTime()));
    expect(monthDollars).toBeCloseTo(0.45 + 2 * 0.55);
  });

  test('has the requested and the actual configuration of the newest session', async () => {
    const store = start();
    const configuration = {
      model: 'universal-3-5-pro',
      mode: 'balanced',
      domain: null,
      voiceFocus: 'near-field',
      filterProfanity: true,
    };
    const [older, newer] = [new Date(2026, 9, 24), new Date(2026, 9, 25)];
    await value(store.saveSession({ ...session(newer, 5), configuration }));
    await value(store.saveSession(session(older, 5)));
    expect((await value(store.usage(newer.getTime()))).last).toEqual({
      startedAtMs: newer.getTime(),
      model: 'u3-rt-pro',
      host: 'streaming.eu.assemblyai.com',
      configuration,
    });
  });

  test('counts a session that is saved again once, with its last values', async () => {
    const store = start();
    const now = new Date(2026, 9, 25, 12);
    await value(store.saveSession({ ...session(now, 3, 'same'), isEstimated: true }));
    await value(store.saveSession(session(now, 5, 'same')));
    expect((await value(store.usage(now.getTime()))).today.sessionSeconds).toBe(5);
  });
});
