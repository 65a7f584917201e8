import type { PageId } from './pages.ts';
import * as v from 'valibot';
import type { Expectation } from './expectation.ts';
import { readableList, type ListRule } from './readable-list.ts';
import { onEachSystem, type System } from './system.ts';
import type { Range, Value } from './value.ts';

/** When a change takes effect that a person makes in the panel. */
export type Effect =
  | 'at-once'
  /** In the running session. If the service cannot change it there, in a new one at the next pause. */
  | 'in-session'
  /** When the microphone is opened the next time. */
  | 'next-opening'
  /** For the next text that is inserted. */
  | 'next-insertion'
  /** For the next dictation. */
  | 'next-dictation'
  /** When the app looks next for texts and recordings to delete. */
  | 'next-deletion'
  /** The app changes it, and reads it when it needs it. */
  | 'when-needed';

interface Handling {
  /** The page of the panel that changes it; null: only settings.json has it. */
  page: PageId | null;
  takesEffect: Effect;
}

/** One setting of settings.json. */
export interface SettingDefinition<
  TSchema extends v.GenericSchema = v.GenericSchema,
> extends Handling {
  /** What settings.json may hold, and what can be chosen. */
  schema: TSchema;
  /** What a value has to be that {@link schema} refuses. */
  expected: Expectation;
  /** What the panel offers of a number; null for everything else. */
  range: Range | null;
  /** Reads what settings.json holds; a value that does not fit is the default of the system. */
  readable: Record<System, v.GenericSchema<unknown, v.InferOutput<TSchema>>>;
  /** Null unless it is a list. */
  list: ListRule | null;
}

export const settingBySystem = <TSchema extends v.GenericSchema>(
  { schema, expected, range }: Value<TSchema>,
  defaults: Record<System, v.InferOutput<TSchema>>,
  handling: Handling,
): SettingDefinition<TSchema> => ({
  ...{ schema, expected, range, list: null, ...handling },
  readable: onEachSystem((system) => v.fallback(schema, defaults[system])),
});

export const setting = <TSchema extends v.GenericSchema>(
  value: Value<TSchema>,
  byDefault: v.InferOutput<TSchema>,
  handling: Handling,
) =>
  settingBySystem(
    value,
    onEachSystem(() => byDefault),
    handling,
  );

/** A list, empty by default. A list that is chosen is taken as a whole or refused. */
export const listSetting = <TEntry extends v.GenericSchema>(
  rule: ListRule<TEntry>,
  handling: Handling,
) => ({
  schema: v.pipe(v.array(rule.entry), v.maxLength(rule.most)),
  expected: { type: 'list', most: rule.most } as const,
  range: null,
  readable: onEachSystem((): v.GenericSchema<unknown, v.InferOutput<TEntry>[]> =>
    readableList(rule),
  ),
  list: rule,
  ...handling,
});
