import axe from 'axe-core';

/** What axe finds wrong with the page: each rule, with the elements that break it. */
export async function violations(): Promise<[rule: string, elements: string[]][]> {
  const found = await axe.run(document);
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Whether all of an element's text is within it and within the window. */
export function isWhole(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return (
    element.scrollHeight <= element.clientHeight + 1 &&
    top >= 0 &&
    left >= 0 &&
    bottom <= innerHeight &&
    right <= innerWidth
  );
}
