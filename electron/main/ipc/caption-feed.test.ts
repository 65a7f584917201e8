import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { problem } from '#shared/problem.ts';
import type { Patch, Snapshot } from '#shared/ipc.ts';
import type { Turn } from '#shared/turn.ts';
import { CaptionFeed, type Subscriber } from './caption-feed.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const turn = (id: number, text = `Turn ${id}`): Turn => ({ id, text, isFinal: false });

/** A window that receives Electron's messages. */
class Page implements Subscriber {
  readonly sent: { channel: string; value: unknown; atMs: number }[] = [];
  visible = true;
  isVisible = (): boolean => this.visible;
  send: Subscriber['send'] = (channel, value) => {
    this.sent.push({ channel, value, atMs: performance.now() });
  };
  get patches(): Patch[] {
    return this.sent.flatMap(({ channel, value }) =>
      channel === 'captions:patch' ? [value as Patch] : [],
    );
  }
  get levels(): unknown[] {
    return this.sent.flatMap(({ channel, value }) => (channel === 'level' ? [value] : []));
  }
}

const open = () => {
  const feed = new CaptionFeed();
  const page = new Page();
  feed.join(1, page);
  return { feed, page, snapshot: feed.attach(1, 'words') };
};

test('a window begins with a snapshot of everything before', () => {
  const feed = new CaptionFeed();
  feed.status({ phase: 'starting' });
  feed.turn(turn(0));
  feed.problem(problem('no-key', {}));
  feed.captions(true);
  feed.join(1, new Page());
  expect(feed.attach(1, 'words')).toMatchObject({
    status: { phase: 'starting' },
    areCaptionsOn: true,
    problem: problem('no-key', {}),
    turns: [turn(0)],
  });
});

test('a snapshot holds the newest twenty turns, oldest first', () => {
  const feed = new CaptionFeed();
  for (let id = 0; id < 50; id++) feed.turn(turn(id));
  feed.join(1, new Page());
  const { turns } = feed.attach(1, 'words');
  expect(turns.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => 30 + index));
});

test('the first change is sent at once, and later ones within a frame together', () => {
  const { feed, page, snapshot } = open();
  feed.turn(turn(0, 'Hold'));
  expect(page.patches).toHaveLength(1);
  feed.turn(turn(0, 'Hold a'));
  feed.turn(turn(0, 'Hold a key'));
  feed.status({ phase: 'finishing' });
  expect(page.patches).toHaveLength(1);
  vi.advanceTimersByTime(16);
  expect(page.patches.slice(1)).toEqual([
    { seq: snapshot.seq + 2, turns: [turn(0, 'Hold a key')], status: { phase: 'finishing' } },
  ]);
});

test('any number of changes is at most one patch a frame, and the last change arrives', () => {
  const { feed, page } = open();
  for (let n = 0; n < 500; n++) {
    feed.turn(turn(0, `Word ${n}`));
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(16);
  const times = page.sent.map(({ atMs }) => atMs);
  const gaps = times.map((atMs, index) => atMs - (times[index - 1] ?? -Infinity));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(16);
  expect(page.patches.at(-1)?.turns).toEqual([turn(0, 'Word 499')]);
});

test('nothing is sent while nothing changes', () => {
  const { feed, page } = open();
  feed.turn(turn(0));
  vi.advanceTimersByTime(10_000);
  expect(page.sent).toHaveLength(1);
});

test('a problem that has ended is null in a patch, and an unchanged one is absent', () => {
  const { feed, page } = open();
  feed.turn(turn(0));
  vi.advanceTimersByTime(16);
  feed.problem(null);
  expect(page.patches[0]).not.toHaveProperty('problem');
  expect(page.patches[1]).toMatchObject({ problem: null, turns: [] });
});

/** The turns of a window that applies the patches after its snapshot, without a gap. */
function shownBy(snapshot: Snapshot, patches: Patch[]): Turn[] {
  const turns = new Map(snapshot.turns.map((known) => [known.id, known]));
  let { seq } = snapshot;
  // A change in the snapshot may also come as a patch.
  for (const patch of patches.filter((sent) => sent.seq > snapshot.seq)) {
    expect(patch.seq).toBe(++seq);
    for (const changed of patch.turns) turns.set(changed.id, changed);
  }
  return [...turns.values()];
}

test('windows that attach at any moment end with the same turns, and miss no patch', () => {
  const feed = new CaptionFeed();
  const windows: { page: Page; snapshot: Snapshot }[] = [];
  for (let n = 0; n < 60; n++) {
    feed.turn(turn(Math.floor(n / 10), `Word ${n}`));
    if (n % 7 === 0) {
      const page = new Page();
      feed.join(n, page);
      windows.push({ page, snapshot: feed.attach(n, 'words') });
    }
    vi.advanceTimersByTime(n % 5);
  }
  vi.advanceTimersByTime(16);
  const expected = Array.from({ length: 6 }, (_, id) => turn(id, `Word ${id * 10 + 9}`));
  for (const { page, snapshot } of windows)
    expect(shownBy(snapshot, page.patches)).toEqual(expected);
});

test('a window that joins again replaces itself, and one that leaves receives nothing more', () => {
  const { feed, page } = open();
  const reloaded = new Page();
  feed.join(1, reloaded);
  feed.turn(turn(0));
  expect([page.patches.length, reloaded.patches.length]).toEqual([0, 1]);
  feed.leave(1);
  vi.advanceTimersByTime(16);
  feed.turn(turn(1));
  expect(reloaded.patches).toHaveLength(1);
});

test('a window that has not attached receives broadcasts and no patches', () => {
  const feed = new CaptionFeed();
  const page = new Page();
  feed.join(1, page);
  feed.turn(turn(0));
  feed.broadcast('usage:changed', null);
  expect(page.sent.map(({ channel }) => channel)).toEqual(['usage:changed']);
});

test('a window without words receives nothing during speech', () => {
  const { feed, page } = open();
  const panel = new Page();
  feed.join(2, panel);
  const { seq, turns } = feed.attach(2, 'status');
  expect(turns).toEqual([]);
  for (let n = 0; n < 100; n++) {
    feed.turn(turn(0, `Word ${n}`));
    feed.level(0.1 * (n % 10));
    vi.advanceTimersByTime(50);
  }
  expect(page.patches).toHaveLength(100);
  expect(panel.sent).toEqual([]);

  feed.turn(turn(0, 'The last word.'));
  feed.status({ phase: 'finishing' });
  vi.advanceTimersByTime(16);
  feed.captions(false);
  vi.advanceTimersByTime(16);
  expect(panel.patches).toEqual([
    { seq: seq + 1, turns: [], status: { phase: 'finishing' } },
    { seq: seq + 2, turns: [], areCaptionsOn: false },
  ]);
});

describe('levels', () => {
  const loud = 0.5;

  test('go to the windows that watch them', () => {
    const { feed, page } = open();
    feed.level(loud);
    expect(page.levels).toEqual([]);
    feed.watchLevel(1, 4);
    feed.level(loud);
    expect(page.levels).toEqual([1]);
    feed.watchLevel(1, 0);
    vi.advanceTimersByTime(1_000);
    feed.level(0);
    expect(page.levels).toHaveLength(1);
  });

  test('are sent only when the meter of the window moves', () => {
    const { feed, page } = open();
    feed.watchLevel(1, 4);
    for (let n = 0; n < 500; n++) {
      feed.level(loud);
      vi.advanceTimersByTime(25);
    }
    expect(page.levels).toHaveLength(1);
  });

  test('go to visible windows only', () => {
    const { feed, page } = open();
    feed.watchLevel(1, 4);
    page.visible = false;
    feed.level(loud);
    expect(page.levels).toEqual([]);
  });

  test('need no patch', () => {
    const { feed, page } = open();
    feed.watchLevel(1, 4);
    feed.level(loud);
    expect(page.patches).toEqual([]);
  });
});

test('the level of what the computer plays is for the captions only', () => {
  const { feed, page } = open();
  const panel = new Page();
  feed.join(2, panel);
  feed.attach(2, 'status');
  for (const id of [1, 2]) feed.watchLevel(id, 4);
  feed.computerLevel(1);
  expect(page.levels).toEqual([1]);
  expect(panel.levels).toEqual([]);
});
