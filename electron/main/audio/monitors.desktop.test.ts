import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patient } from '../../../test/support/patient.ts';
import { refTo, SourcesDesk } from './sources-desk.fixture.ts';

/* The monitor of an output is never heard in the place of a microphone that is not there. */
let desk: SourcesDesk;

beforeEach(async () => {
  desk = await SourcesDesk.start();
});
afterEach(() => desk.stop());

test.each([
  ['the default microphone', null],
  ['the microphone that was chosen', refTo('microphone', 'Virtual_microphone')],
])(
  "after %s goes as the only one, the computer's own sound is not heard",
  async (_which, wanted) => {
    desk.open(wanted);
    await desk.heardMore();
    await desk.follow();
    desk.pactl('unload-module', 'module-remap-source');
    // The sound server goes on with the monitor of the output.
    await desk.recordsFrom('speaker.monitor');
    await desk.follow();
    await desk.recordsFrom();
    await desk.reports('microphone-away');

    await desk.sound.plug('Virtual_microphone', 'microphone');
    await desk.follow();
    await desk.recordsFrom('microphone');
    await desk.reports('microphone-away', 'microphone-gap');
  },
);

test('stopping captions without any microphone closes them', async () => {
  desk.open(null);
  await desk.heardMore();
  await desk.follow();
  desk.pactl('unload-module', 'module-remap-source');
  await desk.follow();
  await desk.recordsFrom();
  desk.microphone.close();
  await vi.waitFor(() => expect(desk.events.at(-1)).toEqual({ type: 'closed' }), patient);
});

test('while the default is a monitor, a microphone is heard instead of it', async () => {
  desk.pactl('set-default-source', 'speaker.monitor');
  desk.prepare(null);
  await desk.follow();
  desk.hear();
  await desk.recordsFrom('microphone');
  await desk.heardMore();
  expect(desk.codes).toEqual([]);
});

test('a microphone that went while nothing was heard is not replaced by the monitor', async () => {
  desk.prepare(null);
  await desk.follow();
  desk.pactl('unload-module', 'module-remap-source');
  await desk.follow();
  desk.hear();
  await vi.waitFor(
    () =>
      expect(desk.events).toMatchObject([{ type: 'failed', problem: { code: 'no-microphone' } }]),
    patient,
  );
  await desk.recordsFrom();

  await desk.sound.plug('Virtual_microphone', 'microphone');
  await desk.follow();
  desk.hear();
  await desk.recordsFrom('microphone');
});

test('a monitor that was opened before the sources were listed is closed', async () => {
  desk.pactl('unload-module', 'module-remap-source');
  desk.open(null);
  await desk.recordsFrom('speaker.monitor');
  await desk.heardMore();
  await desk.follow();
  await desk.recordsFrom();
  await desk.reports('microphone-away');
});
