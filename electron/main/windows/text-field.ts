import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { mainTuning } from '../time/tuning.ts';

const types = ['text', 'search', 'password', 'email', 'url', 'tel'];

const hasTextField = `(() => {
  const field = document.activeElement;
  if (field === null) return false;
  if (field.isContentEditable) return true;
  const isText = field instanceof HTMLTextAreaElement
    || (field instanceof HTMLInputElement && ${JSON.stringify(types)}.includes(field.type));
  return isText && !field.readOnly && !field.disabled;
})()`;

/** Whether the caret of a page is in a field that takes any text. */
export async function takesText(page: {
  executeJavaScript(code: string): Promise<unknown>;
}): Promise<boolean> {
  const answer = page.executeJavaScript(hasTextField).catch(() => false);
  return v.is(
    v.literal(true),
    await Promise.race([answer, sleep(mainTuning.textFieldAnswerTimeoutMs)]),
  );
}
