/* Saves turns endlessly, and prints the number of each one that is stored. */
import { startWorker, turn, value } from './store.fixture.ts';
import { Store } from './store.ts';

const store = new Store(startWorker, process.argv[2] ?? '', () => undefined);
for (let n = 0; ; n++) {
  await value(store.saveTurn(turn(`turn ${n}`)));
  process.stdout.write(`${n}\n`);
}
