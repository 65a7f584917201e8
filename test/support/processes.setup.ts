import { afterAll, expect, vi } from 'vitest';
import { patient } from './patient.ts';
import { descendantsOf } from './processes.ts';

/* The files of a worker share its process, so none may leave one that the next would see. */
afterAll(() =>
  vi.waitFor(async () => {
    const left = await descendantsOf(process.pid);
    expect(left.map(({ command }) => command.replaceAll('\0', ' '))).toEqual([]);
  }, patient),
);
