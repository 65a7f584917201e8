import type { Result } from '#shared/result.ts';
import type { OwnedText } from '../port.ts';
import type { CopyPort } from '../undoable-clipboard.ts';
import type { ClipboardWatchers } from './clipboard-watchers.ts';
import type { Entry } from './content.ts';
import * as win32 from './win32.ts';
import { WindowsClipboard } from './windows-clipboard.ts';

/**
 * Windows, for one copy that can be undone. No window stays between its steps, so the owner of the
 * clipboard says nothing. Windows counts its changes instead.
 */
export class WindowsCopyPort implements CopyPort<Entry[]> {
  readonly #watchers: ClipboardWatchers;
  /** The count after the newest copy. */
  #count = 0;

  constructor(watchers: ClipboardWatchers) {
    this.#watchers = watchers;
  }

  save(): Promise<Result<Entry[]>> {
    return this.#with((clipboard) => clipboard.save());
  }

  async copy(text: string): Promise<OwnedText | null> {
    const owned = await this.#with((clipboard) => clipboard.copyRecorded(text));
    const count = changes();
    this.#count = count;
    return owned && { ...owned, isOurs: () => changes() === count };
  }

  /** Keeps what another program has copied meanwhile. */
  restore(saved: Entry[]): Promise<void> {
    return this.#with((clipboard) => clipboard.restoreIf(saved, () => changes() === this.#count));
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
