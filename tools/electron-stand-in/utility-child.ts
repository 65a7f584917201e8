import type { ParentPort } from 'electron';
import { strictEmitter, strictly, type Part } from './strict.ts';

/* Loaded before the entry of a utility process. Adds Electron's `process.parentPort`. */

const send = process.send?.bind(process);
if (send === undefined) throw new Error('A utility process has a parent.');

class StandInParentPort
  extends strictEmitter('parentPort', ['message'])
  implements Part<ParentPort>
{
  /** Attaches late, because Node queues messages until there is a listener, as a message port does. */
  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    super.on(event, listener);
    if (process.listenerCount('message') === 0)
      process.on('message', (data) => this.emit('message', { data, ports: [] }));
    return this;
  }

  postMessage(message: unknown): void {
    send?.(structuredClone(message));
  }
}

// As in Electron, a utility process ends with the main process.
process.on('disconnect', () => process.exit());

const define = (key: string, value: unknown): void => {
  Object.defineProperty(process, key, { value, enumerable: true });
};
define('parentPort', strictly<ParentPort>('parentPort', new StandInParentPort()));
define('type', 'utility');
