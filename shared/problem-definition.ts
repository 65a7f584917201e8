import * as v from 'valibot';

interface ProblemDefinition<TEntries extends v.ObjectEntries> {
  params: v.StrictObjectSchema<TEntries, undefined>;
  /** It is about something that happened, so the person can close it. */
  isNotice: boolean;
}

/** What is wrong until its cause ends, with the parameters of its sentence. */
export const problemWith = <const TEntries extends v.ObjectEntries>(
  entries: TEntries,
): ProblemDefinition<TEntries> => ({ params: v.strictObject(entries), isNotice: false });

/** What has happened, until the person closes it, with the parameters of its sentence. */
export const noticeWith = <const TEntries extends v.ObjectEntries>(
  entries: TEntries,
): ProblemDefinition<TEntries> => ({ params: v.strictObject(entries), isNotice: true });
