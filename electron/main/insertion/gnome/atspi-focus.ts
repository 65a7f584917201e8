import type { SessionBus } from '../../dbus/session-bus.ts';
import {
  childrenOf,
  hasState,
  openAccessibilityBus,
  programNameOf,
  registry,
  rootOf,
  states,
  type AccessibleBus,
  type Place,
} from '../accessible/accessibility-bus.ts';

const windowEvents = 'org.a11y.atspi.Event.Window';

/** What is needed of a connection to the accessibility bus. */
export type FocusBus = AccessibleBus & Pick<SessionBus, 'listen' | 'onEnd' | 'close'>;

const isSame = (one: Place | null, other: Place | null): boolean =>
  one?.sender === other?.sender && one?.path === other?.path;

/** A window that reports that it is in front. */
export interface AccessibleWindow {
  /** Unique while the session lasts. */
  id: string;
  pid: number;
  /** The program's own name, such as `gedit`. */
  program: string;
}

/**
 * Finds the window in front by what programs report to assistive technologies (AT-SPI). Some programs
 * report nothing, so their windows are unknown. When such a window comes to the front, only the window
 * before it reports that it is no longer in front.
 */
export class AtspiFocus {
  readonly #bus: FocusBus;
  readonly #programs = new Map<string, Promise<{ pid: number; program: string }>>();
  #front: Place | null = null;
  #changes = 0;

  private constructor(bus: FocusBus) {
    this.#bus = bus;
  }

  /**
   * Rejects if the session has no accessibility bus.
   *
   * @param session the session bus
   */
  static async open(session: SessionBus): Promise<AtspiFocus> {
    return AtspiFocus.on(await openAccessibilityBus(session));
  }

  /** Follows the reports on a bus, which it closes in the end. Rejects if the registry does not answer. */
  static async on(bus: FocusBus): Promise<AtspiFocus> {
    const focus = new AtspiFocus(bus);
    await focus.#follow().catch((error: unknown) => {
      bus.close();
      throw error;
    });
    return focus;
  }

  /** How many times so far a window was found to have come to the front or left it. */
  get changes(): number {
    return this.#changes;
  }

  /** The window in front. It is asked whether it still is; null if no window says so. */
  async window(): Promise<AccessibleWindow | null> {
    const front = this.#front ?? (await this.#search());
    // A program that has left the front reports it before it answers that it is not in front.
    if (front === null || !(await this.#isActive(front)) || this.#front !== front) return null;
    const { pid, program } = await this.#programOf(front.sender);
    return { id: `${front.sender}${front.path}`, pid, program };
  }

  close(): void {
    this.#bus.close();
  }

  async #follow(): Promise<void> {
    // GTK 4.8 writes the names of these events in small letters.
    await this.#bus.listen({ interface: windowEvents }, ({ member, sender, path }) => {
      if (member.toLowerCase() === 'activate') this.#change({ sender, path });
      else if (member.toLowerCase() === 'deactivate') this.#leave({ sender, path });
    });
    await this.#bus.onEnd((sender) => {
      this.#programs.delete(sender);
      if (this.#front?.sender === sender) this.#change(null);
    });
    const call = { destination: registry, path: '/org/a11y/atspi/registry', interface: registry };
    for (const event of ['window:activate', 'window:deactivate'])
      await this.#bus.call({ ...call, member: 'RegisterEvent', signature: 's', body: [event] });
  }

  /**
   * A window that comes to the front may answer a search before its report comes, which is no further change
   * then.
   */
  #change(front: Place | null): void {
    if (front !== null && isSame(front, this.#front)) return;
    this.#front = front;
    this.#changes += 1;
  }

  /** Of two programs, the one that comes to the front may report it before the other one has left it. */
  #leave(place: Place): void {
    if (this.#front === null || isSame(place, this.#front)) this.#change(null);
  }

  /** Looks for a window that came to the front before the app subscribed. */
  async #search(): Promise<Place | null> {
    const before = this.#changes;
    const programs = await childrenOf(this.#bus, rootOf(registry));
    const windows = await Promise.all(programs.map((program) => childrenOf(this.#bus, program)));
    const places = windows.flat();
    const areActive = await Promise.all(places.map((place) => this.#isActive(place)));
    const active = places.filter((_, index) => areActive[index]);
    const [front = null] = active;
    if (active.length !== 1 || this.#changes !== before) return this.#front;
    this.#change(front);
    return front;
  }

  #isActive(place: Place): Promise<boolean> {
    return hasState(this.#bus, place, states.active);
  }

  #programOf(sender: string): Promise<{ pid: number; program: string }> {
    const known = this.#programs.get(sender) ?? this.#readProgram(sender);
    this.#programs.set(sender, known);
    known.catch(() => this.#programs.delete(sender));
    return known;
  }

  async #readProgram(sender: string): Promise<{ pid: number; program: string }> {
    const [program, pid] = await Promise.all([
      programNameOf(this.#bus, sender),
      this.#bus.pidOf(sender),
    ]);
    return { pid, program };
  }
}
