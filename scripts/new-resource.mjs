// npm run resource:new <plural> [<singular>], both in kebab-case.
// Writes the folder of a new resource, its line in src/resources/index.ts and its migration: a skeleton that compiles,
// starts and passes the contract of resources. docs/adding-a-resource.md describes the next steps.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { findClash, nextTimestamp } from './new-resource/look-around.mjs';
import { findNameError, nameResource } from './new-resource/name-resource.mjs';
import { skeletonFiles } from './new-resource/skeleton-files.mjs';

const ROOT = join(import.meta.dirname, '..');
const INDEX = 'src/resources/index.ts';

async function write(path, text) {
  const file = join(ROOT, path);
  const config = await resolveConfig(file, { editorconfig: false });
  mkdirSync(dirname(file), { recursive: true });
  // Fixtures are data and are not formatted.
  writeFileSync(file, path.endsWith('.ts') ? await format(text, { ...config, filepath: file }) : text);
  return path;
}

async function main([plural, singular, ...rest]) {
  const nameError = findNameError(plural, singular, rest);
  if (nameError !== null) throw new Error(nameError);
  const names = nameResource(plural, singular, nextTimestamp(ROOT));
  const clash = findClash(ROOT, names);
  if (clash !== null) throw new Error(clash);
  const written = [];
  for (const [path, text] of skeletonFiles(names)) written.push(await write(path, text));
  appendFileSync(
    join(ROOT, INDEX),
    `export { ${names.module} } from './${names.folder}/${names.folder}.module';\n`,
  );
  console.log(`Written:\n${written.map((path) => `  ${path}`).join('\n')}\n  ${INDEX} (one line more)`);
  console.log(
    `Its contract: npx jest --selectProjects slow -t "The contract of ${names.name} " resource-contract`,
  );
  console.log('Now give it its own fields: docs/adding-a-resource.md.');
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
