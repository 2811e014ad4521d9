import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { withThrowawayApp } from './throwaway-app.mjs';

/** Writes docs/openapi.json: the document that the built application serves. */
const TARGET = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));

await withThrowawayApp(async (url) => {
  const answer = await fetch(`${url}/openapi.json`);
  if (!answer.ok) throw new Error(`GET /openapi.json returned ${answer.status}.`);
  await writeFile(TARGET, `${JSON.stringify(await answer.json(), null, 2)}\n`);
});
