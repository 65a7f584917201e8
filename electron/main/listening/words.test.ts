import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs in a process of its own, because what throws reaches the handler of uncaught errors. */
const run = (script: string): string[] => {
  const source = `
    import { Words } from '${import.meta.dirname}/words.ts';
    process.on('unhandledRejection', ({ message }) => console.log('nobody caught:', message));
    const fail = () => { throw new Error('a window is destroyed'); };
    const final = (text, id) =>
      ({ id, text, isFinal: true, startSample: id, endSample: id + 1, words: [], language: null });
    const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    ${script}
  `;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', source], {
    encoding: 'utf8',
  });
  return printed.trim().split('\n');
};

test('callbacks that wait for stored words run in order, even if one of them throws', () => {
  const printed = run(`
    const words = new Words({
      keep: async ({ text }) => { await sleep(20); console.log('kept', text); },
      onTurn: ({ text }) => { if (text === 'One.') fail(); console.log('shown', text); },
      onFinal: () => undefined,
    });
    words.whenKept(fail);
    words.whenKept(() => console.log('nothing to wait for'));
    words.hear(final('One.', 0));
    words.whenKept(fail);
    words.whenKept(() => console.log('inserted', words.between(0, 1)));
    words.hear(final('Two.', 1));
    words.whenKept(() => console.log('inserted', words.between(1, 2)));
  `);
  expect(printed.filter((line) => !line.startsWith('nobody caught'))).toEqual([
    'nothing to wait for',
    'kept One.',
    'inserted One.',
    'kept Two.',
    'shown Two.',
    'inserted Two.',
  ]);
  expect(printed.filter((line) => line === 'nobody caught: a window is destroyed')).toHaveLength(3);
});

test('a final whose storing fails is shown, and so are later ones', () => {
  const printed = run(`
    const words = new Words({
      keep: async ({ text }) => { if (text === 'One.') fail(); console.log('kept', text); },
      onTurn: ({ text }) => console.log('shown', text),
      onFinal: () => undefined,
    });
    words.hear(final('One.', 0));
    words.hear(final('Two.', 1));
    words.whenKept(() => console.log('inserted', words.between(0, 2)));
  `);
  expect(printed.filter((line) => /^(shown|inserted)/.test(line))).toEqual([
    'shown One.',
    'shown Two.',
    'inserted One. Two.',
  ]);
});

test('words after a pause are marked, in partials and finals, wherever the pause was', () => {
  const printed = run(`
    const words = new Words({
      keep: async () => undefined,
      onTurn: ({ text, followsPause }) => console.log(text, followsPause === true),
      onFinal: () => undefined,
    });
    const from = (turn, startSample) => ({ ...turn, startSample, endSample: startSample + 16_000 });
    const partial = (text, id) => ({ ...final(text, id), isFinal: false });
    words.hear(from(partial('one', 0), 0));
    words.hear(from(partial('two', 1), 17_000));
    words.hear(from(partial('three', 2), 90_000));
    words.hear(from(final('Three.', 2), 90_000));
  `);
  expect(printed).toEqual(['one false', 'two false', 'three true', 'Three. true']);
});
