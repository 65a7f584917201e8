import { parentPort } from 'node:worker_threads';
import * as v from 'valibot';
import type { Insertion } from '../insertion.ts';
import type { UndoableClipboard } from '../undoable-clipboard.ts';
import { numberedCallSchema, type InsertionAnswer, type InsertionCall } from './messages.ts';

/** An insertion that also copies texts for the person. */
export type ServedInsertion = Insertion & { readonly clipboard: UndoableClipboard };

/** The thread's side of an {@link InsertionThread}: answers main's calls with an insertion. */
export function serveInsertion(insertion: ServedInsertion): void {
  const port = parentPort;
  if (port === null) throw new Error('The insertion is started by CaptionKey, not by hand.');
  port.on('message', (message: unknown) => {
    const { id, call } = v.parse(numberedCallSchema, message);
    void perform(insertion, call).then((answer) =>
      port.postMessage({ id, answer } satisfies InsertionAnswer),
    );
  });
}

function perform(insertion: ServedInsertion, call: InsertionCall): Promise<unknown> {
  switch (call.name) {
    case 'focused':
      return insertion.focused();
    case 'insert':
      return insertion.insert(call.text, call.target, call.rules);
    case 'copy':
      return insertion.clipboard.copy(call.text);
    case 'undo-copy':
      return insertion.clipboard.undo();
    case 'accept-copy':
      return insertion.clipboard.accept();
    case 'dispose':
      return insertion.dispose();
  }
}
