import * as v from 'valibot';
import type { PresentMicrophone } from '#shared/microphone.ts';
import { cleanName, withDistinctNames } from '../names.ts';

/** The host API that CaptionKey lists a sound server's sources under. */
export const pulseHostApi = 'PulseAudio';

/** A microphone of the server, or the monitor of an output, as `pactl` prints it. */
export interface Source {
  /** Unique on the server. */
  name: string;
  description: string;
  /** The output that it is the monitor of; null for a microphone. */
  monitorOf: string | null;
}

/** What `pactl --format=json` prints instead of text that is not ASCII (seen with 16.1). */
const unprintable = '(null)';

const sourceSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  description: v.fallback(v.string(), ''),
  /** The output that the source monitors; empty for a microphone. */
  monitor_source: v.fallback(v.optional(v.string(), ''), ''),
});

/**
 * The sources in the output of `pactl --format=json list sources`, without invalid entries.
 *
 * @returns null if the output is not a JSON list
 */
export function sourcesInJson(printed: string): Source[] | null {
  const entries = v.safeParse(v.array(v.unknown()), parseJson(printed));
  if (!entries.success) return null;
  return withoutRepeats(
    entries.output.flatMap((entry) => {
      const source = v.safeParse(sourceSchema, entry);
      if (!source.success) return [];
      const { name, description, monitor_source: output } = source.output;
      return [{ name, description, monitorOf: output === '' ? null : output }];
    }),
  );
}

/** The sources in the output of `pactl list sources` in the C locale. */
export function sourcesInText(printed: string): Source[] {
  const sources = printed.split(/^Source #\d+$/m).flatMap((block): Source[] => {
    const field = (name: string): string =>
      new RegExp(`^\\t${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
    const name = field('Name');
    const output = field('Monitor of Sink');
    const monitorOf = ['n/a', ''].includes(output) ? null : output;
    return name === '' || name.length > 500
      ? []
      : [{ name, description: field('Description'), monitorOf }];
  });
  return withoutRepeats(sources);
}

const withoutRepeats = (sources: Source[]): Source[] => [
  ...new Map(sources.map((source) => [source.name, source])).values(),
];

/** Whether the JSON lacks a description; the plain text has it. */
export const lacksDescription = (sources: Source[]): boolean =>
  sources.some(({ description }) => description.includes(unprintable));

/**
 * Turns sources into microphones that can be shown and remembered.
 *
 * @param sources from the JSON or, if there is none, from the plain text
 * @param described the same sources from the plain text, whose descriptions are complete
 */
export function microphonesOf(
  sources: Source[],
  described: Source[],
  defaults: Defaults,
): PresentMicrophone[] {
  const descriptions = new Map(described.map(({ name, description }) => [name, description]));
  return withDistinctNames(
    sources.map(({ name, description, monitorOf }) => {
      const full = description.includes(unprintable) ? descriptions.get(name) : undefined;
      return {
        id: name,
        name: cleanName(full ?? description) || cleanName(name) || 'Microphone',
        hostApi: pulseHostApi,
        listedAs: description,
        isDefault: name === defaults.source,
        ...(monitorOf !== null && { isMonitor: true }),
        ...(monitorOf !== null && monitorOf === defaults.output && { isOfDefaultOutput: true }),
      };
    }),
  );
}

const infoSchema = v.object({
  default_source_name: v.optional(v.string()),
  default_sink_name: v.optional(v.string()),
});

/** The names of what the server uses if a program names nothing; null where it has none. */
export interface Defaults {
  source: string | null;
  output: string | null;
}

/** The defaults in the output of `pactl info`, in either format. */
export function defaultsIn(printed: string): Defaults {
  const info = v.safeParse(infoSchema, parseJson(printed));
  if (info.success)
    return {
      source: info.output.default_source_name ?? null,
      output: info.output.default_sink_name ?? null,
    };
  const named = (what: string): string | null =>
    new RegExp(`^Default ${what}: (.+)$`, 'm').exec(printed)?.[1] ?? null;
  return { source: named('Source'), output: named('Sink') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
