/** How far below the window an element is near, in CSS pixels: a page of scrolling. */
const nearPx = 600;

/** An attachment that calls back once its element is in the window, or nearly. */
export const whenNear =
  (callback: () => void) =>
  (element: Element): (() => void) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) callback();
      },
      { rootMargin: `${nearPx}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
