import { describeFailure, type Failure } from '#core/streaming/failure.ts';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { failureSeen } from './live-session.ts';
import type { Row } from './row.ts';

/** The texts of the service decide what the person reads. */
export function isReadAs(code: string, what: string, failure: Failure | null): Row {
  const asked = { host: 'the service', model: plainParameters.model };
  const read = failure === null ? 'no refusal' : describeFailure(failure, asked).code;
  return {
    fact: `the refusal of ${what} is read as one`,
    expected: code,
    seen: `${read}: ${failureSeen(failure)}`,
    holds: read === code,
  };
}
