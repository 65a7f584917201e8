/* Sends every message back. On `exit`, ends with that status. */
process.parentPort.on('message', ({ data }) => {
  if (data.exit !== undefined) process.exit(data.exit);
  console.log('echoing');
  process.parentPort.postMessage({ type: process.type, data });
});
