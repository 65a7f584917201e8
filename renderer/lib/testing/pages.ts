import { page } from 'vitest/browser';
import { messages } from '#shared/messages/index.ts';
import type { PageId } from '#shared/pages.ts';

/** The button of a page in the navigation. */
export const pageButton = (id: PageId) =>
  page.getByRole('navigation').getByRole('button', { name: messages.pages[id], exact: true });

/** Opens a page of the panel. */
export const goTo = (id: PageId): Promise<void> => pageButton(id).click();
