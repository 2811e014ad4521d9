import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence on what in the checkout conflicts with the resource; null when nothing does. */
export function findClash(root, { folder, name, module }) {
  const resources = join(root, 'src/resources');
  const files = readdirSync(resources, { recursive: true }).map(String);
  if (files.includes(folder)) return `There is a folder src/resources/${folder} already.`;
  const described = files.find((file) => file.endsWith(`/${folder}.resource.ts`));
  if (described) return `The resource ${name} is there already: src/resources/${described}.`;
  if (readFileSync(join(resources, 'index.ts'), 'utf8').includes(`{ ${module} }`))
    return `src/resources/index.ts names a ${module} already.`;
  const route = new RegExp(`(WorkspaceController\\('|:workspaceId/)${folder}['/]`);
  const served = textFiles(join(root, 'src')).find(([, text]) => route.test(text));
  if (served) return `The path /${folder} is served already: src/${served[0]}.`;
  const table = new RegExp(`(TABLE |['"])${name}\\b`);
  const made = textFiles(join(root, 'migrations')).find(([, text]) => table.test(text));
  return made ? `There is a table ${name} already: migrations/${made[0]}.` : null;
}

/** The number of the next migration: the present time, but after every existing migration. */
export function nextTimestamp(root) {
  const taken = readdirSync(join(root, 'migrations')).map((name) => Number(/^\d+/.exec(name)?.[0] ?? 0));
  return Math.max(Date.now(), ...taken.map((timestamp) => timestamp + 1));
}

function textFiles(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}
