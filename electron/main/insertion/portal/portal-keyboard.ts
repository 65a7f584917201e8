import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { problem, type Problem } from '#shared/problem.ts';
import { nameApp, portal, portalVersion, requestPortal } from '../../dbus/portal.ts';
import { variant, variantOf, type SessionBus } from '../../dbus/session-bus.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import type { PasteKeys } from '../paste-keys.ts';
import type { TokenStore } from './token-store.ts';

const remoteDesktop = 'org.freedesktop.portal.RemoteDesktop';
/** The portal's number for the keyboard. */
const keyboardOnly = 1;
/** The permission lasts until the person revokes it. */
const persistUntilRevoked = 2;
/** The first version that stores a permission. */
const versionWithTokens = 2;

/* Keysyms, so that the current layout does not matter. */
const control = 0xffe3;
const shift = 0xffe1;
const enter = 0xff0d;
const keysymsOf: Record<PasteKeys, number[]> = {
  'control-v': [control, 0x76],
  'control-shift-v': [control, shift, 0x76],
  'shift-insert': [shift, 0xff63],
};

const sessionSchema = v.object({ session_handle: variantOf(v.string()) });
const startedSchema = v.object({
  devices: variantOf(v.number()),
  restore_token: v.optional(variantOf(v.string())),
});

type State =
  | { type: 'closed' }
  /** The person may be looking at the question. */
  | { type: 'opening'; opened: Promise<Problem | null> }
  | { type: 'open'; session: string }
  /** Ends when CaptionKey or the portal starts again. */
  | { type: 'refused'; problem: Problem };

/**
 * Presses keys through the desktop's portal. The person is asked once. A token, which changes each time,
 * replaces their answer from then on.
 */
export class PortalKeyboard {
  readonly #bus: SessionBus;
  readonly #tokens: TokenStore;
  #state: State = { type: 'closed' };
  #isFollowing = false;
  /** Whether the portal may be asking the person now. */
  #isAsking = false;

  constructor(bus: SessionBus, tokens: TokenStore) {
    this.#bus = bus;
    this.#tokens = tokens;
  }

  /** Asks for the permission if that was not done yet. */
  prepare(): void {
    void this.#open();
  }

  /** Why no key can be pressed now, or null. */
  async refusal(): Promise<Problem | null> {
    const late = sleep(tuning.permissionMs).then(() =>
      problem(this.#isAsking ? 'keys-asked' : 'portal-missing', {}),
    );
    return Promise.race([this.#open(), late]);
  }

  /** Presses the key that pastes. */
  press(keys: PasteKeys): Promise<void> {
    return this.pressKeysyms(keysymsOf[keys]);
  }

  pressEnter(): Promise<void> {
    return this.pressKeysyms([enter]);
  }

  /** Presses keys in their order, and releases them in the opposite order. */
  async pressKeysyms(keysyms: number[]): Promise<void> {
    if (this.#state.type !== 'open') throw new Error('The portal has closed the session.');
    const { session } = this.#state;
    try {
      for (const keysym of keysyms) await this.#key(session, keysym, true);
    } finally {
      // A key that stays down would be held for every program.
      for (const keysym of keysyms.toReversed()) await this.#key(session, keysym, false);
    }
  }

  dispose(): void {
    if (this.#state.type === 'open') this.#close(this.#state.session);
    this.#state = { type: 'closed' };
  }

  #open(): Promise<Problem | null> {
    switch (this.#state.type) {
      case 'open':
        return Promise.resolve(null);
      case 'opening':
        return this.#state.opened;
      case 'refused':
        return Promise.resolve(this.#state.problem);
      case 'closed': {
        const opened = this.#ask()
          .catch(() => this.#refuse(problem('portal-missing', {})))
          .finally(() => (this.#isAsking = false));
        this.#state = { type: 'opening', opened };
        return opened;
      }
    }
  }

  async #ask(): Promise<Problem | null> {
    await this.#follow();
    await nameApp(this.#bus);
    const hasTokens = (await portalVersion(this.#bus, remoteDesktop)) >= versionWithTokens;
    const created = await this.#request('CreateSession', 'a{sv}', (options) => [
      { ...options, session_handle_token: variant('s', 'captionkey') },
    ]);
    if (created.type !== 'granted') return this.#refuse(problem('portal-failed', {}));
    const { session_handle: session } = v.parse(sessionSchema, created.results);
    const remembered = hasTokens ? await this.#remembered() : {};
    const selected = await this.#request('SelectDevices', 'oa{sv}', (options) => [
      session,
      { ...options, ...remembered, types: variant('u', keyboardOnly) },
    ]);
    this.#isAsking = true;
    const started =
      selected.type === 'granted'
        ? await this.#request('Start', 'osa{sv}', (options) => [session, '', options])
        : selected;
    if (started.type === 'refused') return this.#refuse(problem('keys-refused', {}));
    const result = started.type === 'granted' ? v.parse(startedSchema, started.results) : null;
    if (result === null) return this.#refuse(problem('portal-failed', {}));
    // The person can agree to the session and exclude the keyboard.
    if (!(result.devices & keyboardOnly)) return this.#refuse(problem('keys-refused', {}));
    if (result.restore_token !== undefined) await this.#tokens.save(result.restore_token);
    this.#state = { type: 'open', session };
    return null;
  }

  async #remembered(): Promise<Record<string, unknown>> {
    const token = await this.#tokens.load();
    return {
      persist_mode: variant('u', persistUntilRevoked),
      ...(token === null ? {} : { restore_token: variant('s', token) }),
    };
  }

  #refuse(problem: Problem): Problem {
    this.#state = { type: 'refused', problem };
    return problem;
  }

  /** The desktop or the person may end the session. A portal that restarts has none. */
  async #follow(): Promise<void> {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    const session = { interface: 'org.freedesktop.portal.Session', member: 'Closed' };
    await this.#bus.listen({ sender: portal.destination, ...session }, ({ path }) => {
      if (this.#state.type === 'open' && this.#state.session === path)
        this.#state = { type: 'closed' };
    });
    await this.#bus.onOwnerChange(portal.destination, () => {
      if (this.#state.type !== 'opening') this.#state = { type: 'closed' };
    });
  }

  #request(
    member: string,
    signature: string,
    body: (options: Record<string, unknown>) => unknown[],
  ) {
    return requestPortal(this.#bus, { interface: remoteDesktop, member, signature, body });
  }

  async #key(session: string, keysym: number, isDown: boolean): Promise<void> {
    await this.#bus.call({
      ...{ ...portal, interface: remoteDesktop, member: 'NotifyKeyboardKeysym' },
      ...{ signature: 'oa{sv}iu', body: [session, {}, keysym, isDown ? 1 : 0] },
    });
  }

  #close(session: string): void {
    const { destination } = portal;
    const close = { interface: 'org.freedesktop.portal.Session', member: 'Close' };
    this.#bus.send({ destination, path: session, ...close });
  }
}
