import * as v from 'valibot';
import { messages } from '#shared/messages/index.ts';
import { SessionBus } from '../../dbus/session-bus.ts';

const service = 'org.kde.kglobalaccel';
const daemon = {
  destination: service,
  path: '/kglobalaccel',
  interface: 'org.kde.KGlobalAccel',
};
const component = 'captionkey';
const signals = 'org.kde.kglobalaccel.Component';

/** Use these keys now instead of the stored ones: SetPresent and NoAutoloading. */
const replaceStored = 6;
/** Compare whole shortcuts, and not their beginnings or ends. */
const equalKeys = [0];

/** KDE's shortcuts have up to four chords. */
const sequence = (key: number): number[][] => [[key, 0, 0, 0]];

const assignedSchema = v.tuple([
  v.array(
    v.pipe(
      v.tuple([v.array(v.number())]),
      v.transform(([keys]) => keys[0] ?? 0),
    ),
  ),
]);
/** Of each shortcut: its name, its label, the name and the label of its program, and more. */
const shortcutsSchema = v.tuple([
  v.array(v.looseTuple([v.string(), v.string(), v.string(), v.string()])),
]);

/** A shortcut, with the labels that System Settings shows. */
export interface Shortcut {
  label: string;
  program: string;
  programLabel: string;
}

const signalSchema = v.looseTuple([v.literal(component), v.string()]);

/** KDE's daemon of global shortcuts, which is part of KWin on Wayland. */
export class KGlobalAccel {
  readonly #bus: SessionBus;

  private constructor(bus: SessionBus) {
    this.#bus = bus;
  }

  /** Null if KWin does not answer: without KWin the daemon receives no keys on Wayland. */
  static async open(address: string): Promise<KGlobalAccel | null> {
    const bus = await SessionBus.open(address).catch(() => null);
    if (bus === null) return null;
    const [kwin, owner] = await Promise.all([bus.ownerOf('org.kde.KWin'), bus.ownerOf(service)]);
    if (kwin !== null && kwin === owner) return new KGlobalAccel(bus);
    bus.close();
    return null;
  }

  /** The same over an open connection to the session bus on which KWin answers. */
  static over(bus: SessionBus): KGlobalAccel {
    return new KGlobalAccel(bus);
  }

  /** Calls back when a key of the app goes down, again while it stays down, and when it goes up. */
  async listen(listener: (type: 'press' | 'release', action: string) => void): Promise<void> {
    const types: Record<string, 'press' | 'release'> = {
      globalShortcutPressed: 'press',
      globalShortcutReleased: 'release',
    };
    await this.#bus.listen({ sender: service, interface: signals }, ({ member, body }) => {
      const type = types[member];
      const signal = v.safeParse(signalSchema, body);
      if (type !== undefined && signal.success) listener(type, signal.output[1]);
    });
  }

  /** Calls back when the daemon has gone, and when it is back without its shortcuts. */
  async onRestart(listener: (isBack: boolean) => void): Promise<void> {
    await this.#bus.onOwnerChange(service, listener);
  }

  /**
   * Takes keys for an action. Resolves with the granted ones: KDE gives a key to one program only.
   *
   * @param label the label in System Settings
   */
  async take(action: string, label: string, keys: number[]): Promise<number[]> {
    const id = [component, action, 'CaptionKey', label];
    await this.#bus.call({ ...daemon, member: 'doRegister', signature: 'as', body: [id] });
    const assigned = await this.#bus.call({
      ...{ ...daemon, member: 'setShortcutKeys', signature: 'asa(ai)u' },
      body: [id, keys.map(sequence), replaceStored],
    });
    return v.parse(assignedSchema, assigned)[0].filter((key) => key !== 0);
  }

  /** Releases the keys of an action, and removes what the daemon has stored about it. */
  release(action: string): void {
    const body = [component, action];
    this.#bus.send({ ...daemon, member: 'unregister', signature: 'ss', body });
  }

  /**
   * The shortcut of another program that has a key, as System Settings names it; null if none has it.
   */
  async ownerOf(key: number): Promise<string | null> {
    const shortcuts = await this.shortcutsOf(key);
    const other = shortcuts.find(({ program }) => program !== component);
    return other === undefined
      ? null
      : messages.hotkeys.shortcutOf(other.label, other.programLabel);
  }

  /** Everything that has a key. */
  async shortcutsOf(key: number): Promise<Shortcut[]> {
    const answer = await this.#bus.call({
      ...{ ...daemon, member: 'globalShortcutsByKey', signature: '(ai)(i)' },
      body: [sequence(key), equalKeys],
    });
    return v
      .parse(shortcutsSchema, answer)[0]
      .map(([, label, program, programLabel]) => ({ label, program, programLabel }));
  }

  close(): void {
    this.#bus.close();
  }
}
