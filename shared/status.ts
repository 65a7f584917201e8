import * as v from 'valibot';

/**
 * What the microphone and the socket are doing, as a person sees it.
 * `connected` says whether the service has answered; audio is kept until it has.
 */
export const statusSchema = v.variant('phase', [
  v.object({ phase: v.literal('idle') }),
  v.object({ phase: v.literal('starting') }),
  /** `catchUpSeconds` of earlier sound are still to be made text, in a session of their own. */
  v.object({
    phase: v.literal('listening'),
    connected: v.boolean(),
    catchUpSeconds: v.optional(v.number()),
  }),
  /** The connection was lost and is tried again; so much sound waits for it. */
  v.object({ phase: v.literal('reconnecting'), heldSeconds: v.number() }),
  v.object({ phase: v.literal('finishing') }),
]);

export type Status = v.InferOutput<typeof statusSchema>;
