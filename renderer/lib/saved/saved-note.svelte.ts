/** Calls back when a change is requested. What it returns is called if the change was kept. */
export type Changing = () => () => void;

/** The place of the note, in pixels from the corner of the page's main part. */
interface Place {
  left: number;
  top: number;
}

/** Between the name and the note, and the width of the note: it stays inside the page. */
const gapPx = 8;
const noteWidthPx = 72;

/** The element with the visible name of a control; the heading of its section if there is none. */
function nameOf(control: Element): Element | null {
  const labels = control instanceof HTMLInputElement ? control.labels : null;
  const label = labels?.[0] ?? control.closest('label');
  const described =
    control instanceof HTMLButtonElement && control.getAttribute('aria-describedby');
  const name = label ?? (described ? document.getElementById(described) : null);
  if (name !== null && !name.classList.contains('unseen')) return name;
  return control.closest('section')?.querySelector('h2') ?? null;
}

/** The last line of a text. */
function lastLine(element: Element): DOMRect | undefined {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].at(-1);
}

/**
 * Says “Saved” beside what was changed, in one place for every control. The control that a person
 * touched last is the one that they changed.
 */
export class SavedNote {
  /** Null while nothing is said. */
  place = $state.raw<Place | null>(null);
  #touched: Element | null = null;

  /** The person clicks, types or chooses. */
  touch = ({ target }: Event): void => {
    if (target instanceof Element) this.#touched = target;
  };

  changing: Changing = () => {
    const control = this.#touched;
    const section = control?.closest('section') ?? null;
    return () => {
      const main = document.querySelector('main');
      const name = control?.isConnected ? nameOf(control) : section?.querySelector('h2');
      const line = name && lastLine(name);
      if (!main || !line) return;
      const { left, top, width } = main.getBoundingClientRect();
      this.place = {
        left: Math.min(line.right - left + gapPx, width - noteWidthPx),
        top: line.top - top + line.height / 2,
      };
    };
  };

  hide = (): void => {
    this.place = null;
  };
}
