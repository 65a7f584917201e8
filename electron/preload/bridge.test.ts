import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { problem } from '#shared/problem.ts';
import { failed, type Result } from '#shared/result.ts';
import { createBridge, type Wire } from './bridge.ts';

/** The answer to every request. A failure fits each of them. */
const answer: Result<never> = failed(problem('captions-on', {}));

/** Electron's end of the wire, which Node does not have: an emitter that records invocations. */
class Ends extends EventEmitter implements Wire {
  invoke = vi.fn<(channel: string, ...args: unknown[]) => Promise<Result<never>>>(() =>
    Promise.resolve(answer),
  );
}

const build = () => {
  const wire = new Ends();
  return { wire, bridge: createBridge(wire) };
};

test('a request of the contract reaches main with its arguments and brings the answer', async () => {
  const { wire, bridge } = build();
  expect(await bridge.request('listening:do', 'stop')).toEqual(answer);
  expect(wire.invoke).toHaveBeenCalledExactlyOnceWith('listening:do', 'stop');
});

test.each(['settings:wipe', 'toString', '__proto__', ''])(
  'a request on %j fails without reaching main',
  async (channel) => {
    const { wire, bridge } = build();
    expect(await bridge.request(channel as 'panel:open')).toMatchObject({
      ok: false,
      problem: { code: 'ipc-channel' },
    });
    expect(wire.invoke).not.toHaveBeenCalled();
  },
);

test('a main process that throws is a failed result with a way out', async () => {
  const { wire, bridge } = build();
  wire.invoke.mockRejectedValueOnce(new Error('No handler registered'));
  expect(await bridge.request('app-state:read')).toEqual({
    ok: false,
    problem: problem('ipc-no-answer', {}),
  });
});

test('a broadcast brings its value and never the event, until unsubscribed', () => {
  const { wire, bridge } = build();
  const heard = vi.fn();
  const unsubscribe = bridge.subscribe('level', heard);
  wire.emit('level', { sender: 'a handle on the wire' }, 0.25);
  expect(heard).toHaveBeenCalledExactlyOnceWith(0.25);

  unsubscribe();
  wire.emit('level', {}, 0.5);
  expect(heard).toHaveBeenCalledOnce();
  expect(wire.listenerCount('level')).toBe(0);
});

test('an unknown broadcast channel is not listened to', () => {
  const { wire, bridge } = build();
  bridge.subscribe('console' as 'level', () => undefined)();
  expect(wire.eventNames()).toEqual([]);
});
