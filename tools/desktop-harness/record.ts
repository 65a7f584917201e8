import { AudioIO } from 'naudiodon';
import { createWriteStream } from 'node:fs';

/**
 * A process for the sound test. Records the default microphone through PortAudio, as 16-bit mono at
 * 16000 Hz, into the file that its first argument names, until its standard input ends. Prints
 * "recording" to standard error at the first sound, because PortAudio writes to standard output.
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
// `quit` drops the sound in PortAudio's buffers, so wait until the end of the sound has arrived.
process.stdin.resume().once('end', () => {
  setTimeout(() => microphone.quit(() => file.end()), 200);
});
