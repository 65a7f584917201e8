import * as v from 'valibot';
import { modelFacts } from './models.ts';
import { speechModelSchema } from './speech-model.ts';

/** A name that the service made; one that no name looks like is not shown. */
const name = v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[\w.-]{1,60}$/))), null);

/** What the service says it runs a session with; null where it says nothing. */
export const sessionConfigurationSchema = v.object({
  model: name,
  mode: name,
  domain: name,
  voiceFocus: name,
  filterProfanity: v.fallback(v.nullable(v.boolean()), null),
});

export type SessionConfiguration = v.InferOutput<typeof sessionConfigurationSchema>;

/** A model by the name that the panel has for it; else by that of the service. */
export function modelName(model: string): string {
  const known = v.safeParse(speechModelSchema, model);
  return known.success ? modelFacts[known.output].name : model;
}
