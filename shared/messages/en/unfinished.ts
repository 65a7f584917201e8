/** The recordings that an earlier run left without text. */
export const unfinished = {
  title: 'Not transcribed yet',
  hint: 'CaptionKey quit before these recordings were transcribed.',
  recording: (duration: string, dateTime: string): string => `${duration} from ${dateTime}`,
  transcribing: 'Transcribing…',
  transcribe: 'Transcribe now',
  keep: 'Keep the recording',
};
