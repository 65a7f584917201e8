import * as v from 'valibot';
import type { KeyWatchFailureCode } from './protocol.ts';

/** macOS says that the process is not trusted, or says nothing and gives it no events. */
const refusal = v.object({
  code: v.picklist(['UIOHOOK_ERROR_AXAPI_DISABLED', 'UIOHOOK_ERROR_CREATE_EVENT_PORT']),
});

/** What an error of uiohook's start means; null if nothing is known about it. */
export const startFailureOf = (error: unknown): KeyWatchFailureCode | null =>
  v.is(refusal, error) ? 'not-permitted' : null;
