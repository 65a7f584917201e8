import { once, type EventEmitter } from 'node:events';
import {
  Message,
  MessageFlag,
  MessageType,
  sessionBus,
  Variant,
  type MessageBus,
} from '@jellybrick/dbus-next';
import * as v from 'valibot';
import { mainTuning } from '../time/tuning.ts';

export interface MethodCall {
  destination: string;
  path: string;
  interface: string;
  member: string;
  /** D-Bus types of the arguments, such as `sa{sv}`. */
  signature?: string;
  body?: unknown[];
  timeoutMs?: number;
}

/** Which signals a listener wants: all signals of the interface, unless more is set. */
export interface Match {
  sender?: string;
  interface: string;
  member?: string;
  path?: string;
}

/** A signal, or a call of another program. Its arguments are not parsed yet. */
export interface Incoming {
  sender: string;
  path: string;
  interface: string;
  member: string;
  body: unknown[];
}

/** A value that travels with its D-Bus type. */
export const variant = (signature: string, value: unknown): Variant =>
  new Variant(signature, value);

/** Parses a value that travels with its D-Bus type. */
export const variantOf = <Output>(schema: v.GenericSchema<unknown, Output>) =>
  v.pipe(
    v.object({ value: schema }),
    v.transform(({ value }) => value),
  );

/** The address of the session bus by the environment; null if nothing names it. */
export function sessionBusAddress(env: NodeJS.ProcessEnv): string | null {
  if (env.DBUS_SESSION_BUS_ADDRESS) return env.DBUS_SESSION_BUS_ADDRESS;
  return env.XDG_RUNTIME_DIR ? `unix:path=${env.XDG_RUNTIME_DIR}/bus` : null;
}

const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** A connection to the message bus of the desktop session. */
export class SessionBus {
  readonly #bus: MessageBus;

  private constructor(bus: MessageBus) {
    this.#bus = bus;
  }

  /** Rejects if no bus answers at the address. */
  static async open(address: string): Promise<SessionBus> {
    const bus = sessionBus({ busAddress: address });
    // A connection that breaks later leaves calls without an answer, and these have a timeout.
    const events: EventEmitter = bus;
    events.on('error', () => undefined);
    try {
      await once(bus, 'connect', { signal: AbortSignal.timeout(mainTuning.dbusAnswerTimeoutMs) });
    } catch (error) {
      bus.disconnect();
      throw error;
    }
    return new SessionBus(bus);
  }

  /** The name by which other programs reach this connection. */
  get name(): string {
    return this.#bus.name ?? '';
  }

  /** Resolves with the values of the answer, which are not parsed yet. Rejects if none comes. */
  async call({
    timeoutMs = mainTuning.dbusAnswerTimeoutMs,
    ...call
  }: MethodCall): Promise<unknown[]> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new Error(`${call.destination} does not answer.`)),
      timeoutMs,
    );
    try {
      const answer = await Promise.race([this.#bus.call(new Message(call)), late.promise]);
      return answer?.body ?? [];
    } finally {
      clearTimeout(timer);
    }
  }

  /** Calls without waiting for an answer. Does nothing if the connection is closed. */
  send(call: Omit<MethodCall, 'timeoutMs'>): void {
    try {
      this.#bus.send(new Message({ ...call, flags: MessageFlag.NO_REPLY_EXPECTED }));
    } catch {
      // The connection is closed: there is no one to call.
    }
  }

  /** Calls the listener with each signal that matches. Resolves with a function that ends this. */
  async listen(match: Match, onSignal: (signal: Incoming) => void): Promise<() => void> {
    const rule = Object.entries({ type: 'signal', ...match })
      .map(([name, value]) => `${name}='${value}'`)
      .join(',');
    // Signals carry the unique name of their sender, so only the bus can compare the sender.
    const receive = (message: Message): void => {
      if (message.type !== MessageType.SIGNAL || message.interface !== match.interface) return;
      if (match.member !== undefined && message.member !== match.member) return;
      if (match.path !== undefined && message.path !== match.path) return;
      onSignal(message);
    };
    this.#bus.on('message', receive);
    await this.#ask('AddMatch', rule);
    return () => {
      this.#bus.off('message', receive);
      this.#ask('RemoveMatch', rule).catch(() => undefined);
    };
  }

  /** Accepts the calls of other programs on an interface. The answer is empty. */
  accept(interfaceName: string, onCall: (call: Incoming) => void): () => void {
    const handle = (message: Message): boolean => {
      if (message.interface !== interfaceName) return false;
      onCall(message);
      if (!(message.flags & MessageFlag.NO_REPLY_EXPECTED))
        this.#bus.send(Message.newMethodReturn(message));
      return true;
    };
    this.#bus.addMethodHandler(handle);
    return () => this.#bus.removeMethodHandler(handle);
  }

  /** Whether a program has this name on the bus. */
  async hasOwner(name: string): Promise<boolean> {
    return v.parse(v.tuple([v.boolean()]), await this.#ask('NameHasOwner', name))[0];
  }

  /** The unique name of the program that has this name; null if none has it. */
  async ownerOf(name: string): Promise<string | null> {
    const answer = await this.#ask('GetNameOwner', name).catch(() => null);
    return answer === null ? null : v.parse(v.tuple([v.string()]), answer)[0];
  }

  /** Calls back when another program, or none, takes over a name. */
  onOwnerChange(name: string, onChange: (hasOwner: boolean) => void): Promise<() => void> {
    const schema = v.tuple([v.literal(name), v.string(), v.string()]);
    const { destination: sender, interface: interfaceName } = daemon;
    const match = { sender, interface: interfaceName, member: 'NameOwnerChanged' };
    return this.listen(match, ({ body }) => {
      const changed = v.safeParse(schema, body);
      if (changed.success) onChange(changed.output[2] !== '');
    });
  }

  /** Calls back with the unique name of each program that leaves the bus. */
  onEnd(callback: (name: string) => void): Promise<() => void> {
    const schema = v.tuple([v.pipe(v.string(), v.startsWith(':')), v.string(), v.literal('')]);
    const { destination: sender, interface: interfaceName } = daemon;
    const match = { sender, interface: interfaceName, member: 'NameOwnerChanged' };
    return this.listen(match, ({ body }) => {
      const changed = v.safeParse(schema, body);
      if (changed.success) callback(changed.output[0]);
    });
  }

  /** The process of the program that has this name. */
  async pidOf(name: string, timeoutMs: number = mainTuning.dbusAnswerTimeoutMs): Promise<number> {
    const answer = await this.#ask('GetConnectionUnixProcessID', name, timeoutMs);
    return v.parse(v.tuple([v.number()]), answer)[0];
  }

  close(): void {
    // The library answers calls that arrive afterwards, and throws because it cannot.
    this.#bus.send = () => undefined;
    this.#bus.disconnect();
  }

  #ask(
    member: string,
    argument: string,
    timeoutMs: number = mainTuning.dbusAnswerTimeoutMs,
  ): Promise<unknown[]> {
    return this.call({ ...daemon, member, signature: 's', body: [argument], timeoutMs });
  }
}
