import * as v from 'valibot';
import { SessionBus, variantOf } from '../../../electron/main/dbus/session-bus.ts';
import { answered } from '../wayland/until.ts';

interface Place {
  sender: string;
  path: string;
}

const accessible = 'org.a11y.atspi.Accessible';
/** Of the states of a widget, the one that it can be used. */
const sensitiveState = 1 << 24;

/**
 * Waits for the portal's question whether an app may press keys, and answers it. The switch and the
 * buttons are used as a person does who uses assistive technology.
 *
 * @param session the session bus
 */
export async function answerKeysQuestion(
  session: SessionBus,
  answer: 'share' | 'cancel',
): Promise<void> {
  const address = await session.call({
    ...{ destination: 'org.a11y.Bus', path: '/org/a11y/bus', interface: 'org.a11y.Bus' },
    member: 'GetAddress',
  });
  const bus = await SessionBus.open(v.parse(v.tuple([v.string()]), address)[0]);
  const question = new Question(bus);
  try {
    if (answer === 'share') await question.use('switch', 'Allow remote interaction');
    await question.use('button', answer === 'share' ? '_Share Share' : '_Cancel Cancel');
    await answered('the end of the question', async () =>
      (await question.isOpen()) ? null : true,
    );
  } finally {
    bus.close();
  }
}

/** The question, by what its program reports to assistive technologies. */
class Question {
  readonly #bus: SessionBus;

  constructor(bus: SessionBus) {
    this.#bus = bus;
  }

  async isOpen(): Promise<boolean> {
    return (await this.#find('window', 'Remote desktop')) !== null;
  }

  /** Uses a widget as soon as it is there and can be used. */
  async use(role: string, name: string): Promise<void> {
    const widget = await answered(`${role} ${name}`, async () => {
      const found = await this.#find(role, name);
      return found !== null && (await this.#isSensitive(found)) ? found : null;
    });
    const action = { interface: 'org.a11y.atspi.Action', member: 'DoAction', signature: 'i' };
    await this.#call(widget, { ...action, body: [0] });
  }

  #find(role: string, name: string): Promise<Place | null> {
    const registry = 'org.a11y.atspi.Registry';
    return this.#findIn({ sender: registry, path: '/org/a11y/atspi/accessible/root' }, role, name);
  }

  async #findIn(place: Place, role: string, name: string): Promise<Place | null> {
    for (const child of await this.#children(place)) {
      const childName = await this.#name(child);
      if (childName === 'gnome-shell') continue;
      if (childName === name && (await this.#role(child)) === role) return child;
      const found = await this.#findIn(child, role, name);
      if (found !== null) return found;
    }
    return null;
  }

  async #children(place: Place): Promise<Place[]> {
    const schema = v.tuple([v.array(v.tuple([v.string(), v.string()]))]);
    const answer = await this.#call(place, { interface: accessible, member: 'GetChildren' });
    const children = v.safeParse(schema, answer);
    return children.success ? children.output[0].map(([sender, path]) => ({ sender, path })) : [];
  }

  async #name(place: Place): Promise<string | null> {
    const get = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss' };
    const answer = await this.#call(place, { ...get, body: [accessible, 'Name'] });
    const name = v.safeParse(v.tuple([variantOf(v.string())]), answer);
    return name.success ? name.output[0] : null;
  }

  async #role(place: Place): Promise<string | null> {
    const answer = await this.#call(place, { interface: accessible, member: 'GetRoleName' });
    const role = v.safeParse(v.tuple([v.string()]), answer);
    return role.success ? role.output[0] : null;
  }

  async #isSensitive(place: Place): Promise<boolean> {
    const answer = await this.#call(place, { interface: accessible, member: 'GetState' });
    const states = v.safeParse(v.tuple([v.tuple([v.number(), v.number()])]), answer);
    return states.success && (states.output[0][0] & sensitiveState) !== 0;
  }

  /** Widgets come and go while they are looked at: null where one does not answer. */
  #call(
    { sender, path }: Place,
    call: { interface: string; member: string; signature?: string; body?: unknown[] },
  ): Promise<unknown[] | null> {
    return this.#bus.call({ destination: sender, path, ...call }).catch(() => null);
  }
}
