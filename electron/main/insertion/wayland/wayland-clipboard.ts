import * as v from 'valibot';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import {
  contentSchema,
  pressedSchema,
  type Entry,
  type HelperReport,
} from '../../../wayland/protocol.ts';
import type { Fork } from '../../processes/child.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import type { OwnedText, Receipt } from '../port.ts';
import { HelperClient, type HelperState } from './helper-client.ts';
import { recordedContent, textContent, textOf } from './text-content.ts';

/** Content that the app has put on the clipboard. */
interface Own {
  id: number;
  content: Entry[];
  /** Whether it is a text for a window. Then the old content is restored afterwards. */
  isForTarget: boolean;
  receipt: PromiseWithResolvers<Receipt>;
  lastReadAtMs: number;
  /** Whether the helper that owns it still runs. */
  isServed: boolean;
}

/**
 * The clipboard, through a helper: the Wayland helper, or on GNOME a thread that has the clipboard of X. The
 * Wayland helper also presses the paste key. Main also keeps the app's own content, so that after the end of the
 * helper the next one can restore it.
 */
export class WaylandClipboard {
  readonly #helper: HelperClient;
  #own: Own | null = null;
  #count = 0;

  constructor(fork: Fork) {
    this.#helper = new HelperClient(fork, {
      reported: (report) => this.#hear(report),
      ended: () => this.#recover(),
    });
  }

  state(): Promise<HelperState> {
    return this.#helper.state();
  }

  /** Everything on it. The app's own content need not be read. */
  async save(): Promise<Result<Entry[]>> {
    if (this.#own?.isServed) return ok(this.#own.content);
    const { saveBytes: maxBytes, saveTimeoutMs: timeoutMs } = tuning;
    const answer = await this.#helper.call({ name: 'read', maxBytes, timeoutMs });
    const content = v.parse(v.nullable(contentSchema), answer);
    return content === null ? unreadable : ok(content);
  }

  /** @param readerPid the process that the text is for; null leaves it there for every program */
  own(text: string, readerPid: number | null): Promise<OwnedText | null> {
    return this.#offer(textContent(text), readerPid);
  }

  /** Puts a text there for every program. Clipboard managers may record it. */
  copy(text: string): Promise<OwnedText | null> {
    return this.#offer(recordedContent(text), null);
  }

  async #offer(content: Entry[], readerPid: number | null): Promise<OwnedText | null> {
    const own = await this.#put(content, readerPid, false);
    if (own === null) return null;
    return {
      receipt: own.receipt.promise,
      lastReadAtMs: () => own.lastReadAtMs,
      // An insertion puts the same content back.
      isOurs: () => this.#own?.content === own.content,
    };
  }

  async restore(content: Entry[]): Promise<void> {
    await this.#put(content, null, this.#own?.isServed !== true && !(await this.#isKept()));
  }

  /** Whether this text is on the clipboard. Its owner may be another program. */
  async holds(text: string): Promise<boolean> {
    const content = await this.save();
    return content.ok && textOf(content.value) === text;
  }

  /** Presses the paste key for the newest text. */
  async press(keycodes: number[]): Promise<v.InferOutput<typeof pressedSchema>> {
    if (this.#own === null) return 'clipboard-taken';
    if (!this.#own.isServed) throw new Error('The Wayland helper has ended.');
    return v.parse(pressedSchema, await this.#helper.call({ name: 'press', keycodes }));
  }

  /**
   * From now on only the intended reader gets the newest text.
   *
   * @returns whether no other program has taken the clipboard
   */
  async restrict(): Promise<boolean> {
    if (this.#own === null) return false;
    if (!this.#own.isServed) throw new Error('The Wayland helper has ended.');
    return v.parse(v.boolean(), await this.#helper.call({ name: 'restrict' }));
  }

  dispose(): void {
    this.#helper.dispose();
  }

  async #put(
    content: Entry[],
    readerPid: number | null,
    isOnlyIfEmpty: boolean,
  ): Promise<Own | null> {
    const own: Own = {
      ...{ id: (this.#count += 1), content, isForTarget: readerPid !== null },
      ...{ receipt: Promise.withResolvers(), lastReadAtMs: performance.now(), isServed: true },
    };
    this.#own = own;
    // It may reject before the insertion waits for it.
    own.receipt.promise.catch(() => undefined);
    const isThere = await this.#helper.call({
      ...{ name: 'own', ownership: own.id, content, readerPid, isOnlyIfEmpty },
    });
    if (isThere === true) return content.length === 0 ? this.#forget(own) : own;
    return this.#forget(own);
  }

  /** The clipboard has nothing of CaptionKey: other content, or none. */
  #forget(own: Own): null {
    if (this.#own === own) this.#own = null;
    return null;
  }

  #hear(report: Extract<HelperReport, { type: 'read' | 'lost' }>): void {
    const own = this.#own;
    if (own?.id !== report.ownership) return;
    if (report.type === 'lost') {
      this.#own = null;
      own.receipt.resolve('lost');
    } else {
      own.lastReadAtMs = performance.now();
      own.receipt.resolve(report.reader);
    }
  }

  /** The clipboard is empty now, unless another program has taken it. */
  #recover(): void {
    const own = this.#own;
    if (own === null) return;
    own.isServed = false;
    // The insertion that waits for the receipt restores the old content.
    if (own.isForTarget) own.receipt.reject(new Error('The Wayland helper has ended.'));
    else
      void this.#isKept()
        .then((isKept) => this.#put(own.content, null, !isKept))
        .catch(() => undefined);
  }

  /**
   * Whether the content is still there after the end of the helper. Another program may have copied
   * something. A clipboard manager, such as the one in GNOME Shell, may keep the helper's text; then no
   * one has taken it.
   */
  async #isKept(): Promise<boolean> {
    if (this.#own === null) return false;
    const ours = textOf(this.#own.content);
    const { saveBytes: maxBytes, saveTimeoutMs: timeoutMs } = tuning;
    const answer = await this.#helper.call({ name: 'read', maxBytes, timeoutMs });
    const content = v.parse(v.nullable(contentSchema), answer);
    return content !== null && ours !== null && textOf(content) === ours;
  }
}

const unreadable = failed(problem('clipboard-unreadable', {}));
