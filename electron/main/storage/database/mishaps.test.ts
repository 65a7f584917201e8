import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shown } from '#shared/problem.fixture.ts';
import { problem } from '#shared/problem.ts';
import { stopStoreClock } from './still-clock.fixture.ts';
import { StoreDesk, storedTurns, texts, turn, value } from './store.fixture.ts';

stopStoreClock();

let desk: StoreDesk;
beforeEach(() => {
  desk = new StoreDesk();
});
afterEach(() => desk.clear());

const withoutTrace = (name: string): boolean => !name.includes('.corrupt-');
const setAsideIn = (folder: string): string | undefined =>
  readdirSync(folder).find((name) => /^captionkey\.db\.corrupt-\d+$/.test(name));

test.each([1, 2, 3])('every acknowledged turn survives a kill, round %d', async (round) => {
  const program = join(import.meta.dirname, 'endless-writer.fixture.ts');
  const child = spawn(process.execPath, [program, desk.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (data: Buffer) => {
    printed += data.toString();
    // The kill comes while the thread writes the next turn.
    if (printed.split('\n').length > 200 * round) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const acknowledged = printed.split('\n').slice(0, -1);
  expect(acknowledged.length).toBeGreaterThan(100);

  await value(desk.start().open());
  const kept = texts(storedTurns(desk.path));
  expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged.map((n) => `turn ${n}`));
  // The turn that was being written may be there. None is there twice.
  expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1 + 1);
  expect(new Set(kept).size).toBe(kept.length);
  expect(desk.notices).toEqual([]);
});

describe('a damaged file is set aside and reported, and an empty one begins', () => {
  const fill = async (): Promise<void> => {
    const store = desk.start();
    for (let n = 0; n < 300; n++) await value(store.saveTurn(turn(`turn ${n} `.repeat(20))));
    await store.close();
  };

  /** The first page of a table, which leads to all others. */
  function overwritePageOf(table: string): void {
    const database = new DatabaseSync(desk.path, { readOnly: true });
    const root = database.prepare('SELECT rootpage AS page FROM sqlite_schema WHERE name = ?');
    const { page } = v.parse(v.object({ page: v.number() }), root.get(table));
    database.close();
    const file = readFileSync(desk.path);
    writeFileSync(desk.path, file.fill(0xa5, (page - 1) * 4_096, page * 4_096));
  }

  test.each<[string, () => void]>([
    ['text', () => writeFileSync(desk.path, 'captionkey '.repeat(500))],
    ['half of itself', () => truncateSync(desk.path, 40_960)],
    [
      'itself with pages of something else',
      () => writeFileSync(desk.path, readFileSync(desk.path).fill(0xa5, 4_096)),
    ],
    [
      'itself with one page of the search index overwritten',
      () => overwritePageOf('turn_grams_data'),
    ],
    ['itself with one page of the turns overwritten', () => overwritePageOf('turns')],
  ])('when it holds %s', async (_what, damage) => {
    await fill();
    damage();
    const damaged = readFileSync(desk.path);
    const store = desk.start();
    await value(store.open());
    await value(store.beginCaptions({ startedAtMs: 0, startSample: 0 }));
    await value(store.saveTurn(turn('after')));
    expect(texts(storedTurns(desk.path))).toEqual(['after']);
    expect(texts(await value(store.searchCaptions('after', null, 9)))).toEqual(['after']);

    const name = setAsideIn(desk.folder) ?? 'nothing was set aside';
    expect(readFileSync(join(desk.folder, name))).toEqual(damaged);
    expect(shown(desk.notices)).toEqual([
      {
        code: 'store-set-aside',
        sentence: `${desk.path} couldn't be read, so CaptionKey starts with an empty history. The old file is kept as ${join(desk.folder, name)}.`,
      },
    ]);
  });

  test('a file that is damaged while it is open', async () => {
    const store = desk.start();
    await value(store.beginCaptions({ startedAtMs: 0, startSample: 0 }));
    // More than SQLite caches of a file.
    for (let n = 0; n < 300; n++) await value(store.saveTurn(turn('word '.repeat(4_000))));
    for (const name of readdirSync(desk.folder).filter((each) => !each.endsWith('-shm'))) {
      const file = join(desk.folder, name);
      writeFileSync(file, readFileSync(file).fill(0xa5), { flag: 'r+' });
    }
    expect(await value(store.searchCaptions('word', null, 9))).toEqual([]);
    expect(desk.notices).toMatchObject([{ code: 'store-set-aside' }]);
    await value(store.saveTurn(turn('after')));
    expect(texts(storedTurns(desk.path))).toEqual(['after']);
  });
});

test('a file of a newer version is refused with a sentence and stays unchanged', async () => {
  const newer = new DatabaseSync(desk.path);
  newer.exec('CREATE TABLE future (x); PRAGMA user_version = 99');
  newer.close();
  const before = readFileSync(desk.path);

  const store = desk.start();
  const refused = {
    ok: false,
    problem: {
      code: 'store-newer',
      sentence: `${desk.path} was made by a newer CaptionKey, so your words aren't saved. Install the newer version.`,
    },
  };
  expect(shown(await store.open())).toEqual(refused);
  expect(shown(await store.saveTurn(turn('lost')))).toEqual(refused);
  await store.close();
  expect(readFileSync(desk.path)).toEqual(before);
  expect(readdirSync(desk.folder).filter(withoutTrace)).toEqual(['captionkey.db']);
});

test('a file that is removed during use is reported, and a new one begins', async () => {
  const store = desk.start();
  await value(store.saveTurn(turn('before')));
  for (const name of readdirSync(desk.folder)) rmSync(join(desk.folder, name));
  await value(store.saveTurn(turn('after')));
  expect(desk.notices).toMatchObject([{ code: 'store-gone' }]);
  await store.close();
  await value(desk.start().open());
  expect(texts(storedTurns(desk.path))).toEqual(['after']);
});

test('a file that cannot be opened is one sentence, and works once it can', async () => {
  mkdirSync(desk.path);
  const store = desk.start();
  const failed = {
    ok: false,
    problem: {
      code: 'store-unwritable',
      sentence: `${desk.path} can't be written, so your words aren't saved. Check that you own it and its folder.`,
    },
  };
  expect(shown(await store.open())).toEqual(failed);
  expect(shown(await store.saveTurn(turn('lost')))).toEqual(failed);
  rmSync(desk.path, { recursive: true });
  await value(store.saveTurn(turn('kept')));
});

test('a lock of another program is reported, and the store waits for its end', async () => {
  const store = desk.start();
  await value(store.open());
  const other = new DatabaseSync(desk.path);
  other.exec('BEGIN IMMEDIATE');
  const busy = await store.saveTurn(turn('lost'));
  expect(busy).toMatchObject({ ok: false, problem: { code: 'store-busy' } });
  other.exec('ROLLBACK');
  other.close();
  await value(store.saveTurn(turn('kept')));
});

/** A disk of 400 kB, if this machine allows one. */
const canMount = ((): boolean => {
  const folder = join(process.env.TMPDIR ?? '/tmp', `captionkey-disk-${process.pid}`);
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
})();

const needs = canMount ? '' : ' (not run: mounting a disk takes CAP_SYS_ADMIN)';

describe.runIf(canMount)(`on a disk of its own${needs}`, () => {
  let disk: string;
  beforeEach(() => {
    disk = join(desk.folder, 'disk');
    mkdirSync(disk);
    mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk);
  });
  // Files on the disk are closed only later, by `desk.clear`.
  afterEach(() => execFileSync('umount', ['--lazy', disk]));

  const mount = (...args: string[]): Buffer => execFileSync('mount', args);

  test('that is full, turns are refused with a sentence; with room again they are kept', async () => {
    const path = join(disk, 'captionkey.db');
    const store = desk.start(path);
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(300_000));
    const kept: string[] = [];
    for (let n = 0; ; n++) {
      const text = `turn ${n} ${'word '.repeat(100)}`;
      const saved = await store.saveTurn(turn(text));
      if (saved.ok) kept.push(text);
      else {
        expect(saved.problem).toEqual(problem('store-full', {}));
        break;
      }
    }
    expect(texts(storedTurns(path))).toEqual(kept);
    rmSync(ballast);
    await value(store.saveTurn(turn('room again')));
    await store.close();
    await value(desk.start(path).open());
    expect(texts(storedTurns(path))).toEqual([...kept, 'room again']);
    expect(desk.notices).toEqual([]);
  });

  test('that is full from the start, it says so, and begins once there is room', async () => {
    const ballast = join(disk, 'ballast');
    try {
      writeFileSync(ballast, Buffer.alloc(2_000_000));
    } catch {
      // It is full now.
    }
    const store = desk.start(join(disk, 'captionkey.db'));
    expect(await store.open()).toMatchObject({ ok: false, problem: { code: 'store-full' } });
    rmSync(ballast);
    await value(store.saveTurn(turn('room')));
  });

  test('that is read-only, it says what to do', async () => {
    const path = join(disk, 'captionkey.db');
    const before = desk.start(path);
    await value(before.saveTurn(turn('before')));
    await before.close();
    mount('-o', 'remount,ro', disk);
    const store = desk.start(path);
    const refused = await store.saveTurn(turn('lost'));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'store-unwritable' } });
  });
});
