import * as v from 'valibot';

/** Where sound comes from. Each source has a sample clock of its own. */
export const soundSources = ['microphone', 'computer'] as const;
export const soundSourceSchema = v.picklist(soundSources);

/** `computer` is what other programs play. */
export type SoundSource = v.InferOutput<typeof soundSourceSchema>;

/** What captions hear. */
export const captionsSources = [...soundSources, 'both'] as const;
export type CaptionsSource = (typeof captionsSources)[number];

/** The sources that a choice stands for. */
export const soundSourcesOf = (chosen: CaptionsSource): readonly SoundSource[] =>
  chosen === 'both' ? soundSources : [chosen];
