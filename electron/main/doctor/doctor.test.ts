import { expect, test, vi } from 'vitest';
import type { Hotkey } from '#shared/app-state.ts';
import type { Check, DoctorEvent } from '#shared/doctor.ts';
import { problem } from '#shared/problem.ts';
import { ok } from '#shared/result.ts';
import { patient } from '../../../test/support/patient.ts';
import type { Outcome, Target } from '../insertion/insertion.ts';
import { examine, type Ports } from './doctor.ts';

const dictate: Hotkey = {
  ...{ action: 'dictate', accelerator: 'Control+Alt+Space', canHold: true },
  ...{ holdProblem: null, problem: null },
};
const target: Target = { app: 'CaptionKey', windowId: 1 };
const inserted: Outcome = { type: 'inserted', times: { keySentMs: 1, textReadMs: 2 } };

/** A desktop on which everything works, changed where a test says so. Time passes only in sleep. */
function desktop(changes: Partial<Ports> = {}, outcome: Outcome = inserted) {
  let nowMs = 0;
  const window = { isOpen: false, hasFocus: true, takesText: true };
  const letGo = vi.fn(() => Promise.resolve());
  const written = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  const insert = vi.fn(() => Promise.resolve(outcome));
  const ports: Ports = {
    desktop: 'X11',
    keySource: () => Promise.resolve('stored'),
    microphones: () => Promise.resolve(ok([])),
    hotkeys: () => Promise.resolve([dictate]),
    press: () => Promise.resolve(letGo),
    hears: () => Promise.resolve(true),
    window: {
      open: () => {
        window.isOpen = true;
        return Promise.resolve();
      },
      get hasFocus() {
        return window.isOpen && window.hasFocus;
      },
      takesText: () => Promise.resolve(window.takesText),
      text: () => Promise.resolve('CaptionKey'),
      close: () => (window.isOpen = false),
    },
    pastes: true,
    clipboard: { read: () => Promise.resolve('An address'), write: written },
    insertion: { focused: () => Promise.resolve(target), insert },
    waylandState: () => Promise.resolve(null),
    signal: new AbortController().signal,
    nowMs: () => nowMs,
    sleep: (ms) => {
      nowMs += ms;
      return Promise.resolve();
    },
    ...changes,
  };
  return { ports, window, letGo, written, insert };
}

async function all(ports: Ports): Promise<DoctorEvent[]> {
  const events: DoctorEvent[] = [];
  for await (const event of examine(ports)) events.push(event);
  return events;
}

const checkOf = (events: DoctorEvent[], id: Check['id']): Check | undefined =>
  events.flatMap((event) => (event.type === 'ends' ? [event.check] : [])).find((c) => c.id === id);

test('each step begins before it ends', async () => {
  const events = await all(desktop().ports);
  const names = events.map((event) =>
    event.type === 'begins' ? `${event.id}…` : `${event.check.id} ${event.check.state}`,
  );
  expect(names).toEqual([
    ...['desktop works', 'key…', 'key works', 'microphone…', 'microphone fails'],
    ...['hotkeys…', 'hotkeys works', 'hold works', 'hotkey-press…', 'hotkey-press works'],
    ...['focus…', 'focus works', 'paste…', 'paste works', 'receipt works'],
  ]);
});

test('the key is released and the test window closed, whatever fails', async () => {
  const deaf = desktop({ hears: () => Promise.resolve(false) });
  const events = await all(deaf.ports);
  expect(checkOf(events, 'hotkey-press')?.problem?.code).toBe('press-unheard');
  expect(deaf.letGo).toHaveBeenCalledOnce();
  expect(deaf.window.isOpen).toBe(false);
});

test('the end of the run releases the key at once', async () => {
  const stopping = new AbortController();
  const press = Promise.withResolvers<boolean>();
  const { ports, letGo } = desktop({ signal: stopping.signal, hears: () => press.promise });
  const events = all(ports);
  stopping.abort();
  await vi.waitFor(() => expect(letGo).toHaveBeenCalledOnce(), patient);
  press.resolve(true);
  await events;
});

test('a caller that leaves during the paste has the window closed', async () => {
  const { ports, window } = desktop();
  for await (const event of examine(ports))
    if (event.type === 'begins' && event.id === 'paste') {
      expect(window.isOpen).toBe(true);
      break;
    }
  expect(window.isOpen).toBe(false);
});

test('a window that comes before the test window receives no word', async () => {
  const { ports, window, insert } = desktop();
  window.hasFocus = false;
  expect(checkOf(await all(ports), 'focus')?.problem?.code).toBe('test-window-behind');
  expect(insert).not.toHaveBeenCalled();
  const late = desktop({
    insertion: {
      focused: () => {
        late.window.hasFocus = false;
        return Promise.resolve(target);
      },
      insert,
    },
  });
  expect(checkOf(await all(late.ports), 'focus')?.problem?.code).toBe('test-window-behind');
  expect(insert).not.toHaveBeenCalled();
});

test('the word is pasted once the caret is in the field, not before', async () => {
  const { ports, window, insert } = desktop();
  window.takesText = false;
  const waited = vi.spyOn(ports, 'sleep').mockImplementationOnce(() => {
    expect(insert).not.toHaveBeenCalled();
    window.takesText = true;
    return Promise.resolve();
  });
  expect(checkOf(await all(ports), 'paste')?.state).toBe('works');
  expect(waited).toHaveBeenCalledOnce();
});

test('nobody waits for a window after the end of the run', async () => {
  const { ports, window } = desktop({ signal: AbortSignal.abort() });
  window.hasFocus = false;
  await all(ports);
  expect(ports.nowMs()).toBe(0);
});

test('a text that was copied is back after an insertion that cannot paste', async () => {
  const refused = problem('accessibility-denied', {});
  const { ports, written } = desktop({}, { type: 'on-clipboard', problem: refused });
  expect(checkOf(await all(ports), 'paste')?.problem).toEqual(refused);
  expect(written).toHaveBeenCalledExactlyOnceWith('An address');
});

test('a person who pastes texts themselves keeps the clipboard', async () => {
  const { ports, written, insert } = desktop({ pastes: false });
  const check = checkOf(await all(ports), 'paste');
  expect(check?.state).toBe('not-tried');
  expect(check?.problem?.code).toBe('paste-not-chosen');
  expect(insert).not.toHaveBeenCalled();
  expect(written).not.toHaveBeenCalled();
});
