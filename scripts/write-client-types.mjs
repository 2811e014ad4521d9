import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const DOCUMENT = new URL('../docs/openapi.json', import.meta.url);
const TARGET = new URL('../src/client/api-types.d.ts', import.meta.url);
const HEAD = '/** Made from docs/openapi.json by `npm run client:types`; not written by hand. */\n';

/** The types of the API as TypeScript, generated from an OpenAPI document in JSON. A file is a `Blob`. */
async function clientTypes(document) {
  const blob = ts.factory.createTypeReferenceNode('Blob');
  const transform = ({ format }) => (format === 'binary' ? blob : undefined);
  // A field with a default may be left out of a request.
  return HEAD + astToString(await openapiTS(document, { transform, defaultNonNullable: false }));
}

const types = await clientTypes(await readFile(DOCUMENT, 'utf8'));
if (process.argv.includes('--check')) {
  const stale = types !== (await readFile(TARGET, 'utf8'));
  if (stale)
    console.error(
      'src/client/api-types.d.ts is not up to date with docs/openapi.json: run npm run client:types.',
    );
  process.exitCode = stale ? 1 : 0;
} else {
  await writeFile(TARGET, types);
  console.log(`Written: ${fileURLToPath(TARGET)}`);
}
