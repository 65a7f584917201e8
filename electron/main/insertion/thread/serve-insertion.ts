import { parentPort } from 'node:worker_threads';
import * as v from 'valibot';
import type { Insertion } from '../insertion.ts';
import { numberedCallSchema, type InsertionAnswer, type InsertionCall } from './messages.ts';

/** The thread's side of an {@link InsertionThread}: answers main's calls with an insertion. */
export function serveInsertion(insertion: Insertion): void {
  const port = parentPort;
  if (port === null) throw new Error('The insertion is started by CaptionKey, not by hand.');
  port.on('message', (message: unknown) => {
    const { id, call } = v.parse(numberedCallSchema, message);
    void perform(insertion, call).then((answer) =>
      port.postMessage({ id, answer } satisfies InsertionAnswer),
    );
  });
}

function perform(insertion: Insertion, call: InsertionCall): Promise<unknown> {
  switch (call.name) {
    case 'focused':
      return insertion.focused();
    case 'insert':
      return insertion.insert(call.text, call.target, call.rules);
    case 'dispose':
      return insertion.dispose();
  }
}
