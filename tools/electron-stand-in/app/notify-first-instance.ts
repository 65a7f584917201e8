import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/* Sends standard input to the socket. A separate process, so that its parent can wait synchronously. */
const connection = connect(`\0${process.argv[2] ?? ''}`);
process.stdin.pipe(connection);
process.exitCode = (await text(connection)) === 'received' ? 0 : 1;
