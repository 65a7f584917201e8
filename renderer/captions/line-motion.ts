/** Long enough for the eye to follow a line, and over before the next word. */
const durationMs = 160;

/** More than a line or two is another text, which has nothing to follow. */
const mostLines = 2;

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Lets the lines glide when another one is added below them, so that a reader does not lose the place.
 * The words are at the end of their frame, and the last paragraph before the change shows how far they move.
 * An attachment of Svelte.
 *
 * @returns a function that ends it
 */
export function glideLines(text: HTMLElement): () => void {
  let last: Element | null = null;
  let fromEndPx = 0;
  let settingBefore = '';
  const look = (): void => {
    const style = getComputedStyle(text);
    const lineHeightPx = parseFloat(style.lineHeight);
    // Another size or width of the text changes all line breaks.
    const setting = `${style.lineHeight} ${text.clientWidth}`;
    const movedPx = last?.isConnected === true ? distanceFromEnd(last, text) - fromEndPx : 0;
    const isLine = movedPx > 0 && movedPx < (mostLines + 0.5) * lineHeightPx;
    if (isLine && setting === settingBefore && !isStill())
      text.animate([{ transform: `translateY(${movedPx}px)` }, { transform: 'none' }], {
        duration: durationMs,
        easing: 'ease-out',
      });
    settingBefore = setting;
    last = text.lastElementChild;
    fromEndPx = last === null ? 0 : distanceFromEnd(last, text);
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(text);
  // A line that goes at the top while another one comes changes no size.
  const paragraphs = new MutationObserver(look);
  paragraphs.observe(text, { childList: true });
  return () => {
    sizes.disconnect();
    paragraphs.disconnect();
  };
}

/** From the top of a paragraph to the end of the text. An animation that runs does not change it. */
const distanceFromEnd = (paragraph: Element, text: HTMLElement): number =>
  text.getBoundingClientRect().bottom - paragraph.getBoundingClientRect().top;
