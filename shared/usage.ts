import * as v from 'valibot';
import { sessionConfigurationSchema } from './session-configuration.ts';

const seconds = v.pipe(v.number(), v.minValue(0));

const amountSchema = v.object({
  /** How long sockets were open, which is what the service bills. */
  sessionSeconds: seconds,
  /** How much sound the service was sent. */
  audioSeconds: seconds,
});

export type Amount = v.InferOutput<typeof amountSchema>;

/** What the service said of a session that is stored; null if it said nothing that can be read. */
export const storedConfigurationSchema = v.fallback(
  v.nullable(v.pipe(v.string(), v.parseJson(), sessionConfigurationSchema)),
  null,
);

/** The newest session: what was asked for, and what the service said it runs. */
const lastSessionSchema = v.object({
  startedAtMs: v.number(),
  model: v.string(),
  host: v.string(),
  configuration: storedConfigurationSchema,
});

export type LastSession = v.InferOutput<typeof lastSessionSchema>;

/** What was used, by this computer's clock: since midnight, and since the month began. */
export const usageSchema = v.object({
  today: amountSchema,
  month: amountSchema,
  /** What the month has cost, by the list prices. */
  monthDollars: v.pipe(v.number(), v.minValue(0)),
  /** Null before the first session. */
  last: v.nullable(lastSessionSchema),
});

export type Usage = v.InferOutput<typeof usageSchema>;
