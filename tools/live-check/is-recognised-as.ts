import { describeFailure, type Failure } from '#core/assemblyai/failure.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { failureSeen } from './live-session.ts';
import type { Row } from './row.ts';

/** Whether the app recognises a refusal, by its text, as the problem with this code. */
export function isRecognisedAs(code: string, what: string, failure: Failure | null): Row {
  const asked = { host: 'the service', model: plainParameters.model };
  const read = failure === null ? 'no refusal' : describeFailure(failure, asked).code;
  return {
    fact: `the refusal of ${what} is recognised`,
    expected: code,
    seen: `${read}: ${failureSeen(failure)}`,
    holds: read === code,
  };
}
