import { once } from 'node:events';
import { Message, sessionBus, Variant } from '@jellybrick/dbus-next';

/** Answers as GNOME Shell does, on a bus that has nothing else. */
export async function startFakeShell(address: string): Promise<{ stop: () => void }> {
  const bus = sessionBus({ busAddress: address });
  await once(bus, 'connect');
  bus.addMethodHandler((message) => {
    if (message.member !== 'Get') return false;
    bus.send(Message.newMethodReturn(message, 'v', [new Variant('b', false)]));
    return true;
  });
  await bus.requestName('org.gnome.Shell');
  return { stop: () => bus.disconnect() };
}
