import { instruments } from '../resources/instruments/instruments.resource';
import type { RecordType } from './record-type';
import { UnknownTypeError, templateFile } from './write-template';

const custom = (
  key: string,
  dataType: 'text' | 'number',
  defaultValue: string | null = null,
): RecordType['fields'][number] => ({
  key,
  label: key,
  dataType,
  required: false,
  hasDefault: defaultValue !== null,
  defaultValue,
  allowNull: true,
  displayOrder: 1,
});
const types: RecordType[] = [
  {
    id: '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11',
    identifier: 'fund',
    fieldsVersion: 1,
    fields: [custom('name', 'text', 'x,y'), custom('size', 'number')],
  },
];

describe('templateFile', () => {
  it('writes the columns and one example row', () => {
    expect(templateFile(instruments, types, null, 'csv')).toBe(
      'identifier,name,type_id,extras\nbhp.ax,BHP Group Limited,equity,"{""source"":""vendor-a""}"\n',
    );
  });

  it('has the custom fields of a type; one named like a column is written field.<key>', () => {
    expect(templateFile(instruments, types, 'fund', 'csv')).toBe(
      'identifier,name,type_id,field.name,size,extras\nbhp.ax,BHP Group Limited,fund,"x,y",1.50,"{""source"":""vendor-a""}"\n',
    );
  });

  it('nests in JSON and NDJSON', () => {
    const record =
      '{"identifier":"bhp.ax","name":"BHP Group Limited","type_id":"fund","field_values":{"name":"x,y","size":"1.50"},"extras":{"source":"vendor-a"}}';
    const id = types[0]?.id.toUpperCase() ?? '';
    expect(templateFile(instruments, types, id, 'json')).toBe(`[\n${record}\n]\n`);
    expect(templateFile(instruments, types, 'fund', 'ndjson')).toBe(`${record}\n`);
  });

  it('refuses a type that the workspace does not have', () => {
    expect(() => templateFile(instruments, types, 'bond', 'csv')).toThrow(UnknownTypeError);
  });
});
