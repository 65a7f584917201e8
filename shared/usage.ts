import * as v from 'valibot';

const seconds = v.pipe(v.number(), v.minValue(0));

const amountSchema = v.object({
  /** How long sockets were open, which is what the service bills. */
  sessionSeconds: seconds,
  /** How much sound the service was sent. */
  audioSeconds: seconds,
});

/** What was used, by this computer's clock: since midnight, and since the month began. */
export const usageSchema = v.object({ today: amountSchema, month: amountSchema });

export type Usage = v.InferOutput<typeof usageSchema>;
