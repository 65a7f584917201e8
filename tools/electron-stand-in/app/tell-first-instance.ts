import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/* A process of its own, so that its starter can wait for it: hands standard input to the socket. */
const connection = connect(`\0${process.argv[2] ?? ''}`);
process.stdin.pipe(connection);
process.exitCode = (await text(connection)) === 'heard' ? 0 : 1;
