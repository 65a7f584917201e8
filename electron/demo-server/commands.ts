import * as v from 'valibot';
import { parseNamed, type Parsed } from './parsed.ts';

const types = ['UpdateConfiguration', 'ForceEndpoint', 'KeepAlive', 'Terminate'] as const;

const commandSchema = v.looseObject(
  { type: v.picklist(types, `needs a type: one of ${types.join(', ')}`) },
  'is not a JSON object',
);

/** A client's text message. Its other fields are not parsed yet. */
export type Command = v.InferOutput<typeof commandSchema>;

/** Parses a client's text message. */
export const parseCommand = (text: string): Parsed<Command> =>
  parseNamed(
    'The message',
    v.pipe(v.string(), v.parseJson(undefined, 'is not JSON'), commandSchema),
    text,
  );
