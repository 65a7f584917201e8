import type { AudioOptions, IoStreamRead } from 'naudiodon';
import { ownRateHzOf } from './devices.ts';
import { Resampler } from './resampler.ts';

type Naudiodon = typeof import('naudiodon');

const sampleRateHz = 16_000;
/**
 * A chunk is as long as a frame, 50 ms, the shortest that the service accepts. Shorter chunks would
 * wake two processes more often and be sent no earlier; longer ones would be sent later.
 */
const chunksPerSecond = 20;
const bytesPerSample = 2;

/** An open device, and the resampler that brings its sound to 16 kHz. */
export interface Input {
  stream: IoStreamRead;
  /** Null if the device delivers 16 kHz. */
  resampler: Resampler | null;
}

/**
 * Opens a device at 16 kHz or, if it refuses, at its own rate. PortAudio's message for the refusal
 * differs between host APIs, so the own rate is tried after any error.
 *
 * @param deviceId PortAudio's id
 * @returns a stream that has not been started
 * @throws PortAudio's error if the device cannot be opened at all
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
 * Sets every option, because naudiodon defaults to 8 bits, stereo, 44.1 kHz and half a second of
 * delay. A full queue blocks PortAudio's callback and loses sound; 60 chunks are three seconds.
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
