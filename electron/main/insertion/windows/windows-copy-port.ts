import type { Result } from '#shared/result.ts';
import type { OwnedText } from '../port.ts';
import type { CopyPort } from '../undoable-clipboard.ts';
import type { ClipboardWatchers } from './clipboard-watchers.ts';
import type { Entry } from './content.ts';
import * as win32 from './win32.ts';
import { WindowsClipboard } from './windows-clipboard.ts';

/** The count of changes at which the newest copy is on the clipboard; null before the first one. */
export class CopyCount {
  #count: number | null = null;

  /** Whether nothing has changed since the copy was put there. */
  get isNewest(): boolean {
    return changes() === this.#count;
  }

  /** The copy was put there, by the change before. */
  note(): void {
    this.#count = changes();
  }
}

/**
 * Windows, for one copy that can be undone. No window stays between its steps, so the owner of the
 * clipboard says nothing. Windows counts its changes instead.
 */
export class WindowsCopyPort implements CopyPort<Entry[]> {
  readonly #watchers: ClipboardWatchers;
  readonly #copied: CopyCount;

  constructor(watchers: ClipboardWatchers, copied: CopyCount) {
    this.#watchers = watchers;
    this.#copied = copied;
  }

  save(): Promise<Result<Entry[]>> {
    return this.#with((clipboard) => clipboard.save());
  }

  async copy(text: string): Promise<OwnedText | null> {
    const owned = await this.#with((clipboard) => clipboard.copy(text));
    this.#copied.note();
    return owned && { ...owned, isOurs: () => this.#copied.isNewest };
  }

  /** Keeps what another program has copied meanwhile. */
  restore(saved: Entry[]): Promise<void> {
    return this.#with((clipboard) => clipboard.restoreIf(saved, () => this.#copied.isNewest));
  }

  holds(text: string): Promise<boolean> {
    return this.#with((clipboard) => clipboard.holds(text));
  }

  async #with<T>(step: (clipboard: WindowsClipboard) => Promise<T>): Promise<T> {
    const clipboard = new WindowsClipboard(this.#watchers);
    try {
      return await step(clipboard);
    } finally {
      await clipboard.dispose();
    }
  }
}

const changes = (): number => win32.GetClipboardSequenceNumber();
