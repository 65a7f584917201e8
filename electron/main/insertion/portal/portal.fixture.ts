import { once } from 'node:events';
import { Message, MessageType, sessionBus, Variant, type MessageBus } from '@jellybrick/dbus-next';
import * as v from 'valibot';
import { variantOf } from '../../dbus/session-bus.ts';

const path = '/org/freedesktop/portal/desktop';
const variant = (signature: string, value: unknown): Variant => new Variant(signature, value);

const optionsSchema = v.record(v.string(), variantOf(v.unknown()));

/** A portal of a newer desktop. It asks a person, whose answer a test gives, and stores it. */
export class FakePortal {
  /** The person's answer; `null` gives none. */
  answer: 'agrees' | 'refuses' | 'agrees without the keyboard' | null = 'agrees';
  /** After this many keys it ends, like a program that crashes. */
  endsAfterKeys = Infinity;
  /** The options of each call, with its name. */
  readonly calls: { member: string; options: Record<string, unknown> }[] = [];
  /** Each key that went down or up. */
  readonly keys: [number, number][] = [];
  readonly #bus: MessageBus;
  readonly #version: number;
  #tokens = 0;

  private constructor(bus: MessageBus, version: number) {
    this.#bus = bus;
    this.#version = version;
  }

  static async start(address: string, version: number): Promise<FakePortal> {
    const bus = sessionBus({ busAddress: address });
    await once(bus, 'connect');
    const fake = new FakePortal(bus, version);
    bus.addMethodHandler((message) => fake.#handle(message));
    await bus.requestName('org.freedesktop.portal.Desktop');
    return fake;
  }

  stop(): void {
    this.#bus.send = () => undefined;
    this.#bus.disconnect();
  }

  /** Ends the session, as the person can in the panel of the desktop. */
  closeSession(): void {
    this.#signal(`${path}/session/one`, 'Session', 'Closed', '', []);
  }

  /** Answers the open question. */
  decide(answer: 'agrees' | 'refuses'): void {
    this.answer = answer;
    const { member, request } = this.#pending ?? {};
    if (member !== undefined && request !== undefined) this.#respond(member, request);
  }

  #pending: { member: string; request: string } | null = null;

  #handle(message: Message): boolean {
    const { member, body } = message;
    if (message.type !== MessageType.METHOD_CALL) return false;
    if (member === 'Get') {
      this.#reply(message, 'v', [variant('u', this.#version)]);
      return true;
    }
    if (member === 'NotifyKeyboardKeysym') {
      this.keys.push([Number(body[2]), Number(body[3])]);
      if (this.keys.length >= this.endsAfterKeys) this.stop();
      this.#reply(message, '', []);
      return true;
    }
    if (!['CreateSession', 'SelectDevices', 'Start'].includes(member)) return false;
    const options = v.parse(optionsSchema, body.at(-1));
    this.calls.push({ member, options });
    const sender = message.sender.slice(1).replaceAll('.', '_');
    const request = `${path}/request/${sender}/${String(options.handle_token)}`;
    this.#reply(message, 'o', [request]);
    if (member === 'Start' && this.answer === null) this.#pending = { member, request };
    else this.#respond(member, request);
    return true;
  }

  #respond(member: string, request: string): void {
    const code = member === 'Start' && this.answer === 'refuses' ? 1 : 0;
    this.#signal(request, 'Request', 'Response', 'ua{sv}', [code, this.#resultsOf(member)]);
  }

  #resultsOf(member: string): Record<string, Variant> {
    if (member === 'CreateSession') return { session_handle: variant('s', `${path}/session/one`) };
    if (member !== 'Start') return {};
    const devices = variant('u', this.answer === 'agrees without the keyboard' ? 2 : 1);
    const restore_token = variant('s', `token ${(this.#tokens += 1)}`);
    return this.#version < 2 ? { devices } : { devices, restore_token };
  }

  #reply(message: Message, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newMethodReturn(message, signature, body));
  }

  #signal(from: string, name: string, member: string, signature: string, body: unknown[]): void {
    this.#bus.send(
      Message.newSignal(from, `org.freedesktop.portal.${name}`, member, signature, body),
    );
  }
}
