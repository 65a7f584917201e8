import { ok, type Result } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Target } from '../insertion.ts';
import { pasteWay, textForTerminal } from '../paste-keys.ts';
import type { InsertionPort, OwnedText, Pressed } from '../port.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import type { CopyPort } from '../undoable-clipboard.ts';
import type { Content } from '../x-server/content.ts';
import type { OwnedSelection } from '../x-server/owned-selection.ts';
import { readSelection } from '../x-server/read-selection.ts';
import { focus, focusedTarget, windowClassOf } from './focus.ts';
import type { Chord, Keyboard } from './keyboard.ts';
import { OfferedText } from './offered-text.ts';
import type { Session } from './session.ts';
import { recordedContent, textContent } from './text-content.ts';

/** A selection with its old content. */
type Saved = [selection: OwnedSelection, content: Content];

/** What presses the paste key of the target. */
interface PasteKey {
  keyboard: Keyboard;
  chord: Chord;
}

const noPasteKey = problem('no-paste-key', {});

/** An X server, for one insertion. The transaction calls {@link refusal} before it pastes. */
export class X11Port implements InsertionPort<Saved[]>, CopyPort<Saved[]> {
  readonly hasReceipts = true;
  readonly #session: Session;
  #pasteKey: PasteKey | null = null;
  #isTerminal = false;
  #offered: OfferedText | null = null;
  #keyServerTimeMs: number | undefined;
  /** The window that received the paste key, often a part of the target. */
  #pastedInto: number | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  get keyServerTimeMs(): number | undefined {
    return this.#keyServerTimeMs;
  }

  focused(): Promise<Target | null> {
    return focusedTarget(this.#session.connection);
  }

  /** Finds the paste key of the target. A server without XTEST has none, and some keyboards neither. */
  async refusal({ windowId }: Target): Promise<Problem | null> {
    const { connection, keyboard } = this.#session;
    // A window that closes meanwhile has no class. It loses the focus, so nothing is pressed.
    const { keys, isTerminal } = pasteWay(
      await windowClassOf(connection, windowId).catch(() => []),
    );
    this.#isTerminal = isTerminal;
    const chord = (await keyboard?.chord(keys)) ?? null;
    this.#pasteKey = keyboard && chord && { keyboard, chord };
    return this.#pasteKey === null ? noPasteKey : null;
  }

  async isKeyboardFree(): Promise<boolean> {
    return (await this.#pasteKey?.keyboard.isFree(this.#pasteKey.chord)) ?? true;
  }

  /** The app's own content need not be read. */
  async save(): Promise<Result<Saved[]>> {
    const saved: Saved[] = [];
    for (const selection of this.#selections()) {
      const content =
        selection.content === null
          ? await readSelection(this.#session.connection, selection.atom)
          : ok<Content>(selection.content);
      if (!content.ok) return content;
      saved.push([selection, content.value]);
    }
    return ok(saved);
  }

  async own(text: string, target: Target | null): Promise<OwnedText | null> {
    const { connection, clipboard } = this.#session;
    const content = textContent(connection, this.#shaped(text));
    if (target === null)
      // A text that the target did not read is still there.
      return this.#offered?.isOurs() || (await clipboard.take(content))
        ? new OfferedText([clipboard])
        : null;
    const selections = this.#selections();
    // Another program may take one of them at once. `press` asks the server for each.
    for (const selection of selections) await selection.take(content);
    this.#offered = new OfferedText(selections);
    return this.#offered;
  }

  async copy(text: string): Promise<OwnedText | null> {
    const { connection, clipboard } = this.#session;
    const isThere = await clipboard.take(recordedContent(connection, text));
    return isThere ? new OfferedText([clipboard]) : null;
  }

  /** Programs move the focus within their own window, so the window that has it is looked up again. */
  async press(target: Target): Promise<Pressed> {
    if (this.#pasteKey === null) return { refusal: noPasteKey };
    const { connection } = this.#session;
    const { keyboard, chord } = this.#pasteKey;
    const deadlineMs = performance.now() + tuning.focusWithinTimeoutMs;
    for (;;) {
      const now = await focus(connection).catch(() => null);
      if (now?.windowId !== target.windowId) return 'focus-moved';
      const pressed = await keyboard.press(chord, now.inputWindow, this.#selections());
      this.#pastedInto = pressed === 'sent' ? now.inputWindow : null;
      if (pressed === 'sent') await this.#watchReaders([now.windowId, now.inputWindow]);
      if (pressed !== 'focus-moved' || performance.now() > deadlineMs) return pressed;
    }
  }

  /** True, because the server gave the key to the target before another window could get the focus. */
  hasKeptFocus(): Promise<boolean> {
    return Promise.resolve(true);
  }

  /** A part of the target that has the focus only since the paste, such as a button, gets no Enter. */
  async pressEnter(): Promise<Pressed> {
    const { keyboard } = this.#session;
    const enter = (await keyboard?.enter()) ?? null;
    if (keyboard === null || enter === null) return { refusal: noPasteKey };
    if (this.#pastedInto === null) return 'focus-moved';
    return keyboard.press(enter, this.#pastedInto, []);
  }

  async restore(saved: Saved[]): Promise<void> {
    for (const [selection, content] of saved) await selection.replace(content);
  }

  async holds(text: string): Promise<boolean> {
    const { connection, clipboard } = this.#session;
    const content = await readSelection(connection, clipboard.atom);
    const utf8 = connection.atom('UTF8_STRING');
    return content.ok && content.value.get(utf8)?.data.toString() === this.#shaped(text);
  }

  /** Some programs read every copied content before any key. Only reads after the key count. */
  async #watchReaders(windows: number[]): Promise<void> {
    const { connection } = this.#session;
    this.#offered?.keyIsPressed(windows.map((window) => connection.clientOf(window)));
    this.#session.observer = this.#offered;
    this.#keyServerTimeMs = await connection.serverTime();
  }

  /** The selections that the target may read. */
  #selections(): OwnedSelection[] {
    const { clipboard, primary } = this.#session;
    const readsPrimary = this.#pasteKey?.chord.keys === 'shift-insert';
    return readsPrimary ? [clipboard, primary] : [clipboard];
  }

  #shaped(text: string): string {
    return this.#isTerminal ? textForTerminal(text) : text;
  }
}
