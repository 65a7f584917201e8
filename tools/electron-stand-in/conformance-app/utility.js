/* Answers every message with itself; ends with the status it is told. */
process.parentPort.on('message', ({ data }) => {
  if (data.exit !== undefined) process.exit(data.exit);
  console.log('echoing');
  process.parentPort.postMessage({ type: process.type, data });
});
