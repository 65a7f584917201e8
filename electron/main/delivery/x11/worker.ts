import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { requestSchema, workerDataSchema, type Call, type Report } from './messages.ts';
import { X11Delivery } from './x11-delivery.ts';

/**
 * The delivery's thread. While it has the X server to itself, a call of Electron to the server
 * blocks main, and main could not let go of the server then.
 */
if (parentPort === null) throw new Error('The delivery is started by CaptionKey, not by hand.');
const port = parentPort;

const delivery = new X11Delivery(v.parse(workerDataSchema, workerData).display);

port.on('message', (message: unknown) => {
  const { id, call } = v.parse(requestSchema, message);
  void perform(call).then((answer) => port.postMessage({ id, answer } satisfies Report));
});

function perform(call: Call): Promise<unknown> {
  switch (call.name) {
    case 'focused':
      return delivery.focused();
    case 'deliver':
      return delivery.deliver(call.text, call.target);
    case 'dispose':
      return delivery.dispose();
  }
}
