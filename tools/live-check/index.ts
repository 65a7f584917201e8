import { join } from 'node:path';
import { sentenceOf } from '#shared/messages/index.ts';
import { regionUrls } from '#core/assemblyai/address.ts';
import type { Problem } from '#shared/problem.ts';
import { loadRecording } from '../../electron/demo-server/recording.ts';
import { parseStreamingUrl } from '../../electron/main/connection/streaming-url.ts';
import { root } from '../start/build.ts';
import { say } from '../start/say.ts';
import { checks, estimate } from './checks.ts';
import { spent, type Service } from './live-session.ts';
import { seconds, tableOf, type Row } from './row.ts';

const names = checks.map(({ name }) => name).join(', ');

const plan = `Set ASSEMBLYAI_API_KEY to compare the service with what CaptionKey relies on. It would
send the demo recording, in ${estimate(checks)},
and print a table of each fact, what is expected and what was seen. CAPTIONKEY_STREAMING_URL chooses
a region or another service. Names as arguments choose checks: ${names}.`;

/** Returns the exit status: 1 if a fact is not as expected. */
async function main(): Promise<number> {
  const { ASSEMBLYAI_API_KEY: key = '', CAPTIONKEY_STREAMING_URL: override } = process.env;
  if (key === '') {
    console.log(plan);
    return 0;
  }
  const url = parseStreamingUrl(override);
  if (!url.ok) return fail(url.problem);
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !checks.some((check) => check.name === name));
  if (unknown !== undefined) {
    say(`There is no check “${unknown}”. Choose from ${names}.`);
    return 1;
  }
  const chosen = checks.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const { us, eu } = regionUrls;
  const service: Service = {
    baseUrl: url.value ?? regionUrls.global,
    key,
    recording: await loadRecording(join(root, 'resources/demo')),
    regions: url.value === null ? { us, eu } : { chosen: url.value },
    speed: 1,
    patience: 1,
  };
  say(`checking ${service.baseUrl}: ${estimate(chosen)}…`);
  const rows: Row[] = [];
  for (const check of chosen) rows.push(...(await check.run(service)));
  // The table contains texts of the service, which might repeat the key.
  console.log(tableOf(rows).replaceAll(key, '(the key)'));
  const broken = rows.filter(({ holds }) => holds === false).length;
  console.log(
    `${rows.length} facts, ${broken} not as expected. Sessions were open for ${seconds(spent.ms)}.`,
  );
  return broken === 0 ? 0 : 1;
}

function fail(problem: Problem): number {
  say(sentenceOf(problem));
  return 1;
}

process.exit(await main());
