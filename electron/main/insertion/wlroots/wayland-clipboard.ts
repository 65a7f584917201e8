import * as v from 'valibot';
import { failed, ok, type Result } from '#shared/result.ts';
import {
  contentSchema,
  pressedSchema,
  type Entry,
  type Report,
} from '../../../wayland/protocol.ts';
import type { Fork } from '../../child.ts';
import { deliveryTuning as tuning } from '../../delivery/tuning.ts';
import type { OwnedText, Receipt } from '../port.ts';
import { HelperClient, type HelperState } from './helper-client.ts';
import { textContent } from './text-content.ts';

/** What is on the clipboard because we put it there. */
interface Own {
  id: number;
  content: Entry[];
  /** A text on its way to a window: what was there before is put back afterwards. */
  isForTarget: boolean;
  receipt: PromiseWithResolvers<Receipt>;
  lastReadAtMs: number;
  /** The helper that owns it has not ended. */
  isServed: boolean;
}

/**
 * The clipboard of the compositor. What we own is kept in main, too: when the helper ends, the next
 * one puts it back.
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

  /** Everything on it. What we put there need not be read. */
  async save(): Promise<Result<Entry[]>> {
    if (this.#own?.isServed) return ok(this.#own.content);
    const { saveBytes: maxBytes, saveTimeoutMs: timeoutMs } = tuning;
    const answer = await this.#helper.call({ name: 'read', maxBytes, timeoutMs });
    const content = v.parse(v.nullable(contentSchema), answer);
    return content === null ? unreadable : ok(content);
  }

  /** @param readerPid the process that the text is for; null leaves it there for anyone */
  async own(text: string, readerPid: number | null): Promise<OwnedText | null> {
    const own = await this.#put(textContent(text), readerPid, false);
    if (own === null) return null;
    return {
      receipt: own.receipt.promise,
      lastReadAtMs: () => own.lastReadAtMs,
      isOurs: () => this.#own === own,
    };
  }

  async restore(content: Entry[]): Promise<void> {
    // Where the helper has ended meanwhile, another program may have copied something.
    const isOnlyIfEmpty = this.#own?.isServed !== true;
    await this.#put(content, null, isOnlyIfEmpty);
  }

  /** Presses the paste key for the text that was put there last. */
  async press(keycodes: number[]): Promise<v.InferOutput<typeof pressedSchema>> {
    if (this.#own === null) return 'clipboard-taken';
    if (!this.#own.isServed) throw new Error('The Wayland helper has ended.');
    return v.parse(pressedSchema, await this.#helper.call({ name: 'press', keycodes }));
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

  /** The clipboard holds nothing of CaptionKey: another program's content, or none. */
  #forget(own: Own): null {
    if (this.#own === own) this.#own = null;
    return null;
  }

  #hear(report: Extract<Report, { type: 'read' | 'lost' }>): void {
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
    // The insertion that waits for the receipt restores what was there before.
    if (own.isForTarget) own.receipt.reject(new Error('The Wayland helper has ended.'));
    else void this.#put(own.content, null, true).catch(() => undefined);
  }
}

const unreadable = failed(
  'clipboard-unreadable',
  'The clipboard could not be saved, so nothing was pasted over it. Copy something else, then insert it again.',
);
