import type { ElectronApplication } from 'playwright';
import { within } from '../../tools/patience.ts';

/**
 * Delays evaluations until main is idle. Node's inspector evaluates in the middle of any work of main:
 * between two statements, or while a module of Node is half loaded. What happens there is no fault of
 * the app.
 */
export function inTurn(electron: ElectronApplication): ElectronApplication {
  const evaluate = electron.evaluate.bind(electron);
  const evaluateInTurn: ElectronApplication['evaluate'] = async <R, Arg>(
    pageFunction: Parameters<typeof electron.evaluate<R, Arg>>[0],
    arg: Arg,
  ): Promise<R> =>
    (await within(
      'an evaluation in main',
      evaluate(
        async (module, [source, given]) => {
          await new Promise((resolve) => setImmediate(resolve));
          const run = (0, eval)(`(${source})`) as (from: typeof module, what: unknown) => unknown;
          return run(module, given);
        },
        [pageFunction.toString(), arg] as const,
      ),
    )) as R;
  return Object.assign(electron, { evaluate: evaluateInTurn });
}
