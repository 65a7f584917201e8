import * as v from 'valibot';
import type { Microphone } from '#shared/microphone.ts';
import { cleanName, withDistinctNames } from '../names.ts';

/** The host API that a sound server's sources are listed under. */
export const pulseHostApi = 'PulseAudio';

/** A microphone of the server, as `pactl` prints it. */
export interface Source {
  /** The server's own name, which no other source has. */
  name: string;
  description: string;
}

/** What `pactl` prints for text that is not ASCII, where it prints JSON (seen with 16.1). */
const unprintable = '(null)';

const sourceSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  description: v.fallback(v.string(), ''),
  /** What an output plays, which is no microphone. */
  monitor_source: v.fallback(v.optional(v.string(), ''), ''),
});

/**
 * The microphones in what `pactl --format=json list sources` prints. An entry that makes no sense
 * costs itself only.
 *
 * @returns null where it is no list
 */
export function sourcesInJson(printed: string): Source[] | null {
  const entries = v.safeParse(v.array(v.unknown()), parseJson(printed));
  if (!entries.success) return null;
  return withoutRepeats(
    entries.output.flatMap((entry) => {
      const source = v.safeParse(sourceSchema, entry);
      return source.success && source.output.monitor_source === '' ? [source.output] : [];
    }),
  );
}

/** The microphones in what `pactl list sources` prints in the C locale. */
export function sourcesInText(printed: string): Source[] {
  const sources = printed.split(/^Source #\d+$/m).flatMap((block): Source[] => {
    const field = (name: string): string =>
      new RegExp(`^\\t${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
    const name = field('Name');
    const isMonitor = !['n/a', ''].includes(field('Monitor of Sink'));
    return name === '' || name.length > 500 || isMonitor
      ? []
      : [{ name, description: field('Description') }];
  });
  return withoutRepeats(sources);
}

const withoutRepeats = (sources: Source[]): Source[] => [
  ...new Map(sources.map((source) => [source.name, source])).values(),
];

/** Whether the JSON lacks a description, which the text has. */
export const lacksDescription = (sources: Source[]): boolean =>
  sources.some(({ description }) => description.includes(unprintable));

/**
 * The microphones as they are shown and remembered.
 *
 * @param sources as the JSON has them, or the text where there is no JSON
 * @param described the same sources, with descriptions in any script
 */
export function microphonesOf(
  sources: Source[],
  described: Source[],
  defaultName: string | null,
): Microphone[] {
  const descriptions = new Map(described.map(({ name, description }) => [name, description]));
  return withDistinctNames(
    sources.map(({ name, description }) => {
      const full = description.includes(unprintable) ? descriptions.get(name) : undefined;
      return {
        id: name,
        name: cleanName(full ?? description) || cleanName(name) || 'Microphone',
        hostApi: pulseHostApi,
        listedAs: description,
        isDefault: name === defaultName,
      };
    }),
  );
}

const infoSchema = v.object({ default_source_name: v.string() });

/** The default source's name in what `pactl info` prints, in either format. */
export function defaultSourceIn(printed: string): string | null {
  const info = v.safeParse(infoSchema, parseJson(printed));
  if (info.success) return info.output.default_source_name;
  return /^Default Source: (.+)$/m.exec(printed)?.[1] ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
