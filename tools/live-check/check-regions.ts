import { sessionUrl } from '#core/assemblyai/address.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { failureSeen, LiveSession, type Service } from './live-session.ts';
import type { Check, Row } from './row.ts';

/** The addresses of the setting Region. */
export const regions: Check = { name: 'regions', openSeconds: 4, run: checkRegions };

function checkRegions({ regions, key, patience }: Service): Promise<Row[]> {
  return Promise.all(
    Object.entries(regions).map(async ([name, baseUrl]) => {
      const session = new LiveSession(sessionUrl(baseUrl, plainParameters), key);
      const begin = await session.message('Begin', tuning.connectTimeoutMs * patience);
      session.send({ type: 'Terminate' });
      session.close();
      return {
        fact: `the address of the region ${name} accepts the key`,
        expected: `Begin from ${baseUrl}`,
        seen: begin === null ? failureSeen(session.failure) : 'Begin',
        holds: begin !== null,
      };
    }),
  );
}
