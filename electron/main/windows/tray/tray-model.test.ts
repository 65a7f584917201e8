import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Status } from '#shared/status.ts';
import type { Usage } from '#shared/usage.ts';
import { idleTray } from './content.fixture.ts';
import type { TrayContent } from './content.ts';
import { TrayModel } from './tray-model.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open() {
  const shown: TrayContent[] = [];
  const state: { status: Status; usage: Result<Usage> } = {
    status: { phase: 'idle' },
    usage: ok({
      today: { sessionSeconds: 1, audioSeconds: 1 },
      month: { sessionSeconds: 1, audioSeconds: 1 },
      monthDollars: 0,
      last: null,
    }),
  };
  const model = new TrayModel({
    show: (content) => shown.push(content),
    facts: () => ({ ...idleTray, status: state.status }),
    readUsage: () => Promise.resolve(state.usage),
  });
  const today = () =>
    shown
      .at(-1)
      ?.items.flatMap((item) => (item.type === 'text' ? [item.label] : []))
      .find((label) => label.startsWith('Today'));
  return { shown, state, model, today };
}

test('the tray is updated only after a change', () => {
  const { shown, state, model } = open();
  model.update();
  model.update();
  expect(shown).toHaveLength(1);
  state.status = { phase: 'reconnecting', heldSeconds: 1 };
  model.update();
  state.status = { phase: 'reconnecting', heldSeconds: 2 };
  model.update();
  expect(shown).toHaveLength(2);
});

test('a mark that the system has changed is drawn again', () => {
  const { shown, model } = open();
  model.update();
  model.showAgain();
  expect(shown).toHaveLength(2);
});

test('the usage is read again when the day ends', async () => {
  vi.setSystemTime(new Date(2026, 9, 3, 23, 59, 30));
  const { state, model, today } = open();
  await model.readUsage();
  expect(today()).toBe('Today: 1 s, with 1 s of sound');
  const none = { sessionSeconds: 0, audioSeconds: 0 };
  state.usage = ok({ today: none, month: none, monthDollars: 0, last: null });
  await vi.advanceTimersByTimeAsync(29_000);
  expect(today()).toBe('Today: 1 s, with 1 s of sound');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(today()).toBe('Today: nothing yet');
});

test('unreadable usage is not shown as zero', async () => {
  const { state, model, today } = open();
  state.usage = failed(problem('store-full', {}));
  await model.readUsage();
  expect(today()).toBeUndefined();
});
