import { join } from 'node:path';
import { regionUrls } from '#core/streaming/address.ts';
import type { Problem } from '#shared/status.ts';
import { readWavFile } from '../../electron/main/audio/wav-file.ts';
import { parseStreamingUrl } from '../../electron/main/socket/streaming-url.ts';
import { root } from '../start/build.ts';
import { say } from '../start/say.ts';
import { checkRefusals } from './check-refusals.ts';
import { checkSession } from './check-session.ts';
import { checkToken } from './check-token.ts';
import { spent } from './live-session.ts';
import { seconds, tableOf } from './row.ts';

const plan = `Set ASSEMBLYAI_API_KEY to compare the service with what CaptionKey relies on. It would
open five sessions within half a minute, which the account pays for, and send two seconds of the
demo recording; ask for one temporary token; and print a table of each fact, what is expected and
what was seen. CAPTIONKEY_STREAMING_URL chooses a region or another service.`;

/** Returns the exit status: 1 when something is not as expected. */
async function main(): Promise<number> {
  const { ASSEMBLYAI_API_KEY: key = '', CAPTIONKEY_STREAMING_URL: override } = process.env;
  if (key === '') {
    console.log(plan);
    return 0;
  }
  const url = parseStreamingUrl(override);
  if (!url.ok) return fail(url.problem);
  const recording = await readWavFile(join(root, 'resources/demo/recording.wav'));
  if (!recording.ok) return fail(recording.problem);
  const service = { baseUrl: url.value ?? regionUrls.global, key, pcm: recording.value };
  say(`checking ${service.baseUrl}; this takes about half a minute…`);
  const rows = [
    ...(await checkSession(service)),
    ...(await checkRefusals(service)),
    ...(await checkToken(service)),
  ];
  // What the service says is printed, and a key must not be, even if the service repeats it.
  console.log(tableOf(rows).replaceAll(key, '(the key)'));
  const broken = rows.filter(({ holds }) => holds === false).length;
  console.log(
    `${rows.length} facts, ${broken} not as expected. Sessions were open for ${seconds(spent.ms)}.`,
  );
  return broken === 0 ? 0 : 1;
}

function fail({ sentence }: Problem): number {
  say(sentence);
  return 1;
}

process.exit(await main());
