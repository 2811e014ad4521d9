/** A reading thread that runs from its source, as everything does under Jest. */
require('./swc-register.cjs');
require('../../src/imports/reading/reading.worker.ts');
