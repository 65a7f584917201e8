import { recording } from '../../test/support/recording.ts';

/** Plays the recording in a loop. `stop` resolves when it is over. */
export function playInALoop(play: (pcm: Int16Array) => Promise<number>): { stop(): Promise<void> } {
  let isOn = true;
  const playing = (async () => {
    while (isOn) await play(recording.pcm);
  })();
  return {
    stop: async () => {
      isOn = false;
      await playing;
    },
  };
}
