// A thread that takes its order and never comes further, as code that does not end would.
const { parentPort } = require('node:worker_threads');
parentPort.on('message', () => {
  for (;;);
});
