import { sessionUrl } from '#core/streaming/address.ts';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { failureSeen, LiveSession, type Service } from './live-session.ts';
import type { Check, Row } from './row.ts';

/** The addresses that the setting Region stands for. */
export const regions: Check = { name: 'regions', openSeconds: 4, run: checkRegions };

function checkRegions({ regions, key, patience }: Service): Promise<Row[]> {
  return Promise.all(
    Object.entries(regions).map(async ([name, baseUrl]) => {
      const session = new LiveSession(sessionUrl(baseUrl, plainParameters), key);
      const begin = await session.message('Begin', tuning.connectTimeoutMs * patience);
      session.send({ type: 'Terminate' });
      session.close();
      return {
        fact: `the address of the region ${name} takes the key`,
        expected: `Begin from ${baseUrl}`,
        seen: begin === null ? failureSeen(session.failure) : 'Begin',
        holds: begin !== null,
      };
    }),
  );
}
