import type { ReactNode } from 'react';
import type { Inspection } from '../api/inspection';
import { TextField } from '../shared/text-field';
import type { JsonReading } from './reading';

const INPUTS: readonly (readonly [keyof JsonReading, label: string, placeholder: string])[] = [
  ['record_path', 'Path to the records', '/data, or empty: the whole file'],
  ['key_to', 'Keys of an object of records go to', 'none: the records are an array'],
  ['rows_path', 'Path to the rows of values', 'none: the records are objects'],
  ['columns_path', 'Path to the names of the values', 'none'],
  ['encoding', 'Encoding', 'utf-8'],
];

/** Asks where in a JSON document the records are; shows what was told. */
export function JsonOptions({
  inspection,
  json,
  onChange,
}: {
  inspection: Inspection;
  json: JsonReading;
  onChange: (json: JsonReading) => void;
}): ReactNode {
  const told: Record<string, unknown> = { ...inspection.json_options };
  const members = told['object_values'];
  if (typeof members === 'object' && members !== null) Object.assign(told, members);
  const shown = INPUTS.filter(([name]) => inspection.format === 'json' || name === 'encoding');
  return shown.map(([name, label, placeholder]) => {
    const value = told[name];
    return (
      <TextField
        key={name}
        label={label}
        value={json[name] || (typeof value === 'string' ? value : '')}
        placeholder={placeholder}
        onChange={(text) => onChange({ ...json, [name]: text })}
      />
    );
  });
}
