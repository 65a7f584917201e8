import type { AudioOptions, IoStreamRead } from 'naudiodon';
import { ownRateHzOf } from './devices.ts';
import { Resampler } from './resampler.ts';

type Naudiodon = typeof import('naudiodon');

const sampleRateHz = 16_000;
/**
 * A chunk is a frame of 50 ms, the shortest that the service takes: smaller ones wake two processes
 * more often, and nothing would be sent any earlier. Larger ones would wait.
 */
const chunksPerSecond = 20;
const bytesPerSample = 2;

/** A device that is open, and what its sound goes through to be at 16 kHz. */
export interface Input {
  stream: IoStreamRead;
  /** Null where the device delivers 16 kHz itself. */
  resampler: Resampler | null;
}

/**
 * Opens a device at 16 kHz or, where it refuses that, at its own rate. PortAudio words the refusal
 * differently on every host API, so whatever it says, its own rate is tried once.
 *
 * @param deviceId PortAudio's id
 * @returns a stream that has not been started
 * @throws PortAudio's error where the device cannot be opened at all
 */
export async function openInput(audio: Naudiodon, deviceId: number): Promise<Input> {
  try {
    return { stream: open(audio, deviceId, sampleRateHz), resampler: null };
  } catch (error) {
    const rateHz = ownRateHzOf(deviceId, audio.getDevices(), audio.getHostAPIs());
    if (rateHz === null || rateHz === sampleRateHz) throw error;
    console.error(`Opened at ${rateHz} Hz after: ${String(error)}`);
    const resampler = await Resampler.create(rateHz);
    return { stream: open(audio, deviceId, rateHz), resampler };
  }
}

/**
 * naudiodon's defaults are 8 bits, stereo, 44.1 kHz and half a second of delay, so everything is
 * set. A full queue blocks PortAudio's callback and loses sound: 60 chunks are three seconds.
 */
function open({ AudioIO }: Naudiodon, deviceId: number, rateHz: number): IoStreamRead {
  const framesPerBuffer = Math.floor(rateHz / chunksPerSecond);
  const inOptions = {
    deviceId,
    channelCount: 1,
    sampleFormat: 16,
    sampleRate: rateHz,
    framesPerBuffer,
    highwaterMark: framesPerBuffer * bytesPerSample,
    maxQueue: 3 * chunksPerSecond,
    closeOnError: false,
  } satisfies AudioOptions;
  return AudioIO({ inOptions });
}
