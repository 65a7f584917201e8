import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { serve } from '../../../../tools/desktop-harness/wine/programs/serve.ts';
import { usualRules } from '../insertion.ts';
import { InsertionThread } from '../thread/insertion-thread.ts';

/* The insertion as a program for Windows, in its thread, for tests. */
const targetSchema = v.nullable(v.object({ app: v.string(), windowId: v.number() }));
const insertion = new InsertionThread(() => new Worker(new URL('worker.ts', import.meta.url)));

serve({
  focused: () => insertion.focused(),
  insert: (text, target, pressesEnter) =>
    insertion.insert(v.parse(v.string(), text), v.parse(targetSchema, target), {
      ...usualRules,
      pressesEnter: v.parse(v.optional(v.boolean(), false), pressesEnter),
    }),
  copy: (text) => insertion.clipboard.copy(v.parse(v.string(), text)),
  undoCopy: () => insertion.clipboard.undo(),
  /** Blocks main for a while. */
  blockMain: (forMs) => {
    const endMs = performance.now() + v.parse(v.number(), forMs);
    while (performance.now() < endMs);
  },
  dispose: () => insertion.dispose(),
});
