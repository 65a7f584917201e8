import { expect, test, vi } from 'vitest';
import type { Check, DoctorEvent, DoctorRun } from '#shared/doctor.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import { DoctorModel } from './doctor-model.ts';

const works: Check = { id: 'key', state: 'works', ms: null, name: 'stored', problem: null };

/** A doctor whose only check waits for `finish`. */
function build(changes: Partial<ConstructorParameters<typeof DoctorModel>[0]> = {}) {
  const gate = Promise.withResolvers<undefined>();
  const examine = vi.fn(async function* (): AsyncGenerator<DoctorEvent> {
    yield { type: 'begins', id: 'key' };
    await gate.promise;
    yield { type: 'ends', check: works };
  });
  const onFailure = vi.fn<(error: unknown) => void>();
  const doctor = new DoctorModel({ examine, isDictating: () => false, onFailure, ...changes });
  const runs: DoctorRun[] = [];
  doctor.on('changed', (run) => runs.push(run));
  const untilEnd = new Promise<void>((resolve) => doctor.once('ended', resolve));
  return { doctor, examine, onFailure, runs, untilEnd, finish: () => gate.resolve(undefined) };
}

test('each step is shown when it begins and when it ends', async () => {
  const { doctor, runs, untilEnd, finish } = build();
  doctor.start();
  finish();
  await untilEnd;
  expect(runs).toEqual([
    { phase: 'running', checks: [], current: null },
    { phase: 'running', checks: [], current: 'key' },
    { phase: 'running', checks: [works], current: null },
    { phase: 'done', checks: [works], problem: null },
  ]);
});

test('a second start during a run answers with that run', async () => {
  const { doctor, examine, untilEnd, finish } = build();
  doctor.start();
  expect(doctor.start()).toEqual(ok(doctor.current));
  finish();
  await untilEnd;
  expect(examine).toHaveBeenCalledOnce();
  expect(doctor.isRunning).toBe(false);
});

test('a dictation is not disturbed', () => {
  const { doctor, examine } = build({ isDictating: () => true });
  expect(doctor.start()).toEqual(failed(problem('check-after-dictation', {})));
  expect(examine).not.toHaveBeenCalled();
});

test('a run that is stopped leaves no result, and the next one starts over', async () => {
  const { doctor, examine, untilEnd, finish } = build();
  doctor.start();
  doctor.stop();
  finish();
  await untilEnd;
  expect(doctor.current).toEqual({ phase: 'none' });
  doctor.start();
  expect(examine).toHaveBeenCalledTimes(2);
});

test('a doctor that fails says so and can be started again', async () => {
  const error = new Error('The display has gone.');
  const { doctor, onFailure, untilEnd } = build({
    examine: async function* () {
      yield { type: 'ends', check: works };
      await Promise.reject(error);
    },
  });
  doctor.start();
  await untilEnd;
  expect(onFailure).toHaveBeenCalledExactlyOnceWith(error);
  expect(doctor.current).toEqual({
    phase: 'done',
    checks: [works],
    problem: problem('internal', {}),
  });
  expect(doctor.isRunning).toBe(false);
});
