import * as v from 'valibot';
import type { SessionBus } from '../../../electron/main/dbus/session-bus.ts';
import { answered } from '../wayland/until.ts';

/** Runs JavaScript inside GNOME Shell, which it permits in its unsafe mode only. */
export interface Shell {
  /** Resolves with the value of an expression, as JSON carries it. Rejects where it throws. */
  evaluate(expression: string): Promise<unknown>;
}

const shell = {
  destination: 'org.gnome.Shell',
  path: '/org/gnome/Shell',
  interface: 'org.gnome.Shell',
};
const evaluatedSchema = v.tuple([v.boolean(), v.string()]);

/** Resolves when the shell has started. */
export async function openShell(bus: SessionBus): Promise<Shell> {
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await bus.call({
      ...shell,
      ...{ member: 'Eval', signature: 's', body: [expression] },
    });
    const [isDone, json] = v.parse(evaluatedSchema, answer);
    if (!isDone) throw new Error(`GNOME Shell: ${json}`);
    return json === '' ? null : JSON.parse(json);
  };
  await answered('GNOME Shell', () =>
    evaluate('Main.layoutManager._startingUp === false || null').catch(() => null),
  );
  // The shell starts with its overview, which has the keyboard.
  await evaluate('Main.overview.hide()');
  await answered('the end of the overview', () => evaluate('Main.overview.visible ? null : true'));
  return { evaluate };
}
