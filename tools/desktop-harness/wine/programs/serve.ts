import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import * as v from 'valibot';

const callSchema = v.object({ id: v.number(), method: v.string(), args: v.array(v.unknown()) });

type Methods = Record<string, (...args: unknown[]) => unknown>;

const socket = connect(Number(process.argv[2]), '127.0.0.1').setNoDelay(true);
// Nothing outlives the test.
socket.on('close', () => process.exit(0));
socket.on('error', () => process.exit(1));

const send = (message: object): void => {
  socket.write(`${JSON.stringify(message)}\n`);
};

/** Tells the test something that it did not ask for. */
export const report = (what: unknown): void => send({ type: 'report', report: what });

/** Answers calls of the test that started this program. */
export function serve(methods: Methods): void {
  createInterface({ input: socket }).on('line', (line) => {
    const { id, method, args } = v.parse(callSchema, JSON.parse(line));
    void Promise.resolve()
      .then(() => methods[method]?.(...args))
      .then(
        (answer) => send({ type: 'answer', id, answer: answer ?? null }),
        (error: unknown) => send({ type: 'error', id, error: String(error) }),
      );
  });
  send({ type: 'ready' });
}
