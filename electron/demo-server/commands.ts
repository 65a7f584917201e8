import * as v from 'valibot';
import { parseNamed, type Parsed } from './parsed.ts';

const types = ['UpdateConfiguration', 'ForceEndpoint', 'KeepAlive', 'Terminate'] as const;

const commandSchema = v.looseObject(
  { type: v.picklist(types, `needs a type: one of ${types.join(', ')}`) },
  'is not a JSON object',
);

/** A text message of a client; what else it holds has yet to be parsed. */
export type Command = v.InferOutput<typeof commandSchema>;

/** Parses a text message of a client. */
export const parseCommand = (text: string): Parsed<Command> =>
  parseNamed(
    'The message',
    v.pipe(v.string(), v.parseJson(undefined, 'is not JSON'), commandSchema),
    text,
  );
