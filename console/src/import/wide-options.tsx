import type { ReactNode } from 'react';
import { Check } from '../shared/check';
import { Choice } from '../shared/choice';
import { NOT_WIDE, type WideReading } from './wide-reading';

/** Asks which columns become rows, and which fields their names and cells feed. */
export function WideOptions({
  columns,
  fields,
  wide,
  onChange,
}: {
  columns: readonly string[];
  fields: readonly string[];
  /** Null: no column becomes a row. */
  wide: WideReading | null;
  onChange: (wide: WideReading | null) => void;
}): ReactNode {
  const change = (part: Partial<WideReading>): void => onChange({ ...NOT_WIDE, ...wide, ...part });
  const options = [
    { value: '', label: 'choose a field' },
    ...fields.map((name) => ({ value: name, label: name })),
  ];
  return (
    <fieldset>
      <legend className="group-label">A wide file</legend>
      <Check
        label="Columns become rows: a row for each cell"
        checked={wide !== null}
        onChange={(checked) => onChange(checked ? NOT_WIDE : null)}
      />
      {wide !== null && (
        <>
          <div className="grid-fields">
            <Choice
              label="Names of these columns go to"
              value={wide.nameTo}
              options={options}
              onChange={(nameTo) => change({ nameTo })}
            />
            <Choice
              label="Cells of these columns go to"
              value={wide.valueTo}
              options={options}
              onChange={(valueTo) => change({ valueTo })}
            />
            <Choice
              label="Which columns become rows"
              value={wide.all ? 'all' : 'chosen'}
              options={[
                { value: 'all', label: 'all that feed no field' },
                { value: 'chosen', label: 'the chosen ones' },
              ]}
              onChange={(value) => change({ all: value === 'all', names: [] })}
            />
          </div>
          <fieldset>
            <legend className="group-label">
              {wide.all ? 'Columns that stay columns' : 'Columns that become rows'}
            </legend>
            <div className="row">
              {columns
                .filter((name) => name !== '')
                .map((name) => (
                  <Check
                    key={name}
                    label={name}
                    checked={wide.names.includes(name)}
                    onChange={(checked) =>
                      change({
                        names: checked ? [...wide.names, name] : wide.names.filter((other) => other !== name),
                      })
                    }
                  />
                ))}
            </div>
          </fieldset>
          <Check
            label="Leave out empty cells"
            checked={wide.skipNull}
            onChange={(skipNull) => change({ skipNull })}
          />
        </>
      )}
    </fieldset>
  );
}
