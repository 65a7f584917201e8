import { AudioIO } from 'naudiodon';
import { createWriteStream } from 'node:fs';

/**
 * A process for the sound test: records the default microphone through PortAudio, as 16-bit mono
 * at 16000 Hz, into the file named by its first argument until its standard input ends. Says
 * "recording" on standard error with the first sound; PortAudio itself writes to standard output.
 */
const file = createWriteStream(process.argv[2] ?? '');
const microphone = AudioIO({
  inOptions: {
    channelCount: 1,
    sampleFormat: 16,
    sampleRate: 16_000,
    framesPerBuffer: 320,
    highwaterMark: 640,
    maxQueue: 200,
    closeOnError: false,
  },
});
microphone.once('data', () => process.stderr.write('recording\n'));
microphone.on('data', (chunk: Buffer) => file.write(Buffer.from(chunk)));
microphone.start();
// What is in PortAudio's hands when it quits is lost, so the end of the sound gets time to arrive.
process.stdin.resume().once('end', () => {
  setTimeout(() => microphone.quit(() => file.end()), 200);
});
