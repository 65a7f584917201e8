import type { ElectronApplication } from 'playwright';

/**
 * Node's inspector evaluates in the middle of whatever main is doing: between two statements of its
 * own code, or while a module of Node is half loaded. What happens there can neither be explained
 * nor mended by the app. So what is evaluated waits until main has done what it is doing.
 */
export function inTurn(electron: ElectronApplication): ElectronApplication {
  const evaluate = electron.evaluate.bind(electron);
  const evaluateInTurn: ElectronApplication['evaluate'] = async <R, Arg>(
    pageFunction: Parameters<typeof electron.evaluate<R, Arg>>[0],
    arg: Arg,
  ): Promise<R> =>
    (await evaluate(
      async (module, [source, given]) => {
        await new Promise((resolve) => setImmediate(resolve));
        const run = (0, eval)(`(${source})`) as (from: typeof module, what: unknown) => unknown;
        return run(module, given);
      },
      [pageFunction.toString(), arg] as const,
    )) as R;
  return Object.assign(electron, { evaluate: evaluateInTurn });
}
