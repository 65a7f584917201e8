/** Below this a quiet room's noise would move the meter. */
const floorDb = -60;

/** Decibels of full scale for a root mean square of 0 to 1, held within -60 to 0. */
export function levelDb(rms: number): number {
  return rms > 0 ? Math.min(0, Math.max(floorDb, 20 * Math.log10(rms))) : floorDb;
}

/**
 * Where a meter stands for a root mean square of 0 to 1: 0 at -60 dB and below, 1 at full scale.
 * Loudness is heard in ratios: on a linear scale ordinary speech would hardly move.
 */
export function meterFraction(rms: number): number {
  return 1 - levelDb(rms) / floorDb;
}

/** The decibels at which a meter stands that shows this fraction. */
export const meterDb = (fraction: number): number => floorDb * (1 - fraction);
