import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { SessionBus } from '../../dbus/session-bus.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { focusScript, reportInterface, reportSchema, type KwinWindow } from './focus-script.ts';

const service = 'org.kde.KWin';
const scripting = {
  destination: service,
  path: '/Scripting',
  interface: 'org.kde.kwin.Scripting',
};

/**
 * Follows the focus in KWin with a script that runs inside KWin and reports each change. KWin tells
 * other programs only when the person clicks a window.
 */
export class KwinFocus {
  readonly #bus: SessionBus;
  /** KWin does not load two scripts of one name. */
  readonly #name = `captionkey-focus-${process.pid}`;
  readonly #ignore: () => void;
  /** The unique name of the KWin that runs the script. Reports of other programs are ignored. */
  #owner: string | null = null;
  #window: KwinWindow | null = null;
  #changes = 0;
  #reported = Promise.withResolvers<undefined>();
  #loading: Promise<void> | null = null;

  constructor(bus: SessionBus) {
    this.#bus = bus;
    this.#ignore = bus.accept(reportInterface, ({ sender, body }) => {
      const report = v.safeParse(reportSchema, body);
      if (sender !== this.#owner || !report.success) return;
      this.#window = report.output;
      this.#changes += 1;
      this.#reported.resolve(undefined);
    });
  }

  /** Whether a KWin with scripts runs. */
  static async answers(bus: SessionBus): Promise<boolean> {
    const call = { ...scripting, member: 'isScriptLoaded', signature: 's', body: ['captionkey'] };
    return (
      (await bus.hasOwner(service)) &&
      bus.call(call).then(
        () => true,
        () => false,
      )
    );
  }

  /** The number of reports of the focus. One after a reload of the script counts, too. */
  get changes(): number {
    return this.#changes;
  }

  /** The window that has the focus; null if none has it. Rejects if KWin does not answer. */
  async window(): Promise<KwinWindow | null> {
    // KWin sends its answer after all reports, so the last report is not older than the question.
    if (!(await this.#isLoaded())) await this.#loadOnce();
    return this.#window;
  }

  /** Removes the script from KWin. */
  dispose(): void {
    this.#bus.send({ ...scripting, member: 'unloadScript', signature: 's', body: [this.#name] });
    this.#ignore();
  }

  /** Simultaneous calls wait for one script. */
  async #loadOnce(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = null));
    await this.#loading;
  }

  async #isLoaded(): Promise<boolean> {
    if (this.#loading !== null) return false;
    const call = { ...scripting, member: 'isScriptLoaded', signature: 's', body: [this.#name] };
    return v.parse(v.tuple([v.boolean()]), await this.#bus.call(call))[0];
  }

  async #load(): Promise<void> {
    this.#owner = await this.#bus.ownerOf(service);
    this.#reported = Promise.withResolvers();
    const folder = await mkdtemp(join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), 'captionkey-'));
    try {
      const file = join(folder, 'focus.js');
      await writeFile(file, focusScript(this.#bus.name));
      const call = {
        ...scripting,
        member: 'loadScript',
        signature: 'ss',
        body: [file, this.#name],
      };
      await this.#bus.call(call);
      // Starts all scripts that do not run yet. KWin 5 can give two scripts the same number, so starting
      // one by its number may start another.
      await this.#bus.call({ ...scripting, member: 'start' });
      await this.#firstReport();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #firstReport(): Promise<void> {
    const late = Promise.withResolvers<never>();
    const fail = (): void => late.reject(new Error('KWin runs no script.'));
    const timer = setTimeout(fail, tuning.answerTimeoutMs);
    await Promise.race([this.#reported.promise, late.promise]).finally(() => clearTimeout(timer));
  }
}
