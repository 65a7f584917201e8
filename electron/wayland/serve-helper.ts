import * as v from 'valibot';
import type { ParentPort } from '../parent-port.ts';
import { Helper } from './helper.ts';
import { commandSchema, type HelperFailure, type HelperReport } from './protocol.ts';

/**
 * Answers main's calls with a helper.
 *
 * @param open gets the way back to main
 */
export function serveHelper(
  port: Pick<ParentPort, 'post' | 'onMessage'>,
  open: (report: (message: HelperReport) => void) => Promise<Helper | HelperFailure>,
): void {
  const report = (message: HelperReport): void => port.post(message);
  const helper = open(report);
  void helper.then((opened) => {
    if (opened instanceof Helper) report({ type: 'ready', hasKeyboard: opened.hasKeyboard });
    else report({ type: 'failed', code: opened });
  });
  port.onMessage((message) => {
    const { id, call } = v.parse(commandSchema, message);
    void helper
      .then((opened) => (opened instanceof Helper ? opened.perform(call) : null))
      .then((answer) => report({ type: 'answer', id, answer }));
  });
}
