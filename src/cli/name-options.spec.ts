import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { nameOfPointer, nameOptions } from './name-options';

const DOCS = join(__dirname, '../../docs');
const commandLine = readFileSync(join(DOCS, 'command-line.md'), 'utf8');
const { components } = JSON.parse(readFileSync(join(DOCS, 'openapi.json'), 'utf8')) as {
  components: { schemas: Record<string, { properties?: object }> };
};
const documentedSchemas = components.schemas;

describe('a message of the server on the command line', () => {
  it.each([
    ['Did you mean mapping={"ISIN":"isin"}?', 'Did you mean --map ISIN=isin?'],
    ['Ignore it: mapping={"My column":null}.', "Ignore it: --ignore 'My column'."],
    ['Give defaults={"type_id":"equity"} or a column.', 'Give --default type_id=equity or a column.'],
    ['Give csv_options {"quote": null}.', `Give --csv-options '{"quote": null}'.`],
    ['Send csv_options={"delimiter":";"}.', `Send --csv-options '{"delimiter":";"}'.`],
    [
      'Send it with format=ndjson, or on_error=continue.',
      'Send it with --format ndjson, or --on-error continue.',
    ],
    [
      'The column "mapping" is in mapping and in defaults.',
      'The column "mapping" is in --map and in --default.',
    ],
    ['A format is no match for a profile.', 'A format is no match for a profile.'],
    [
      'mapping={"a":{"b":"}"}} is cut: csv_options={"a"',
      `--map '{"a":{"b":"}"}}' is cut: --csv-options '{"a"'`,
    ],
  ])('of %s', (message, named) => expect(nameOptions(message)).toBe(named));

  it('names the option that a pointer means', () => {
    expect(
      ['/mapping/a~1b', '/field_options/timestamp/format', '/file', '/filter/0'].map(nameOfPointer),
    ).toEqual(['--map a/b', '--field-options timestamp format', '/file', '--filter 0']);
  });

  it.each([
    ['ImportFormDto', ['file']],
    ['CreateExportDto', ['object_type']],
  ])('has an option for every field of %s', (schema, positionals) => {
    const { properties } = documentedSchemas[schema] ?? {};
    const fields = Object.keys(properties ?? {}).filter((field) => !positionals.includes(field));
    expect(fields.length).toBeGreaterThan(6);
    for (const field of fields) {
      const option = nameOfPointer(`/${field}`);
      expect([field, option]).toEqual([field, expect.stringMatching(/^--/)]);
      const { help } = schema === 'ImportFormDto' ? importCommand : exportCommand;
      expect(help).toMatch(new RegExp(`${option}\\b`));
      expect(commandLine).toMatch(new RegExp(`${option}\\b`));
    }
  });
});
