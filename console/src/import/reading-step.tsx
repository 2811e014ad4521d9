import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { FieldReading, Inspection } from '../api/inspection';
import { Choice, type Option } from '../shared/choice';
import { TextField } from '../shared/text-field';
import { CreateType } from './create-type';
import { FieldReadings } from './field-readings';
import { JsonOptions } from './json-options';
import { ProfilePicker } from './profile-picker';
import { ReadValues } from './read-values';
import type { Reading } from './reading';

const DELIMITERS: readonly Option[] = [
  { value: ',', label: 'comma' },
  { value: ';', label: 'semicolon' },
  { value: '\t', label: 'tab' },
  { value: '|', label: 'vertical bar' },
];

/** Shows how the file is read, as the server tells it, and lets people change it. */
export function ReadingStep({
  inspection,
  isCurrent,
  reading,
  fieldOf,
  onReading,
  children,
}: {
  inspection: Inspection;
  /** False while a change is being read. */
  isCurrent: boolean;
  reading: Reading;
  /** The field that a column feeds; undefined: none. */
  fieldOf: (column: string) => string | undefined;
  onReading: (reading: Reading) => void;
  /** Options that depend on the type of the rows. */
  children?: ReactNode;
}): ReactNode {
  const csv = inspection.csv_options ?? {};
  const told = (name: string, otherwise: string): string => {
    const value = csv[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise;
  };
  const delimiter = reading.delimiter || told('delimiter', ',');
  const known = DELIMITERS.some(({ value }) => value === delimiter);
  const change = (part: Partial<Reading>): void => onReading({ ...reading, ...part });
  const changeField = (field: string, part: FieldReading): void =>
    change({ fields: { ...reading.fields, [field]: { ...reading.fields[field], ...part } } });
  return (
    <section className="card" aria-labelledby="step-reading" aria-busy={!isCurrent}>
      <h2 id="step-reading">2. How the file is read</h2>
      <p className="muted small" role="status">
        {isCurrent ? summaryOf(inspection) : 'Reading the file …'}
      </p>
      <div className="grid-fields">
        <ProfilePicker
          value={reading.profile}
          matching={inspection.matching_profile ?? null}
          onChange={(profile) => change({ profile })}
        />
        {inspection.format === 'csv' && (
          <>
            <Choice
              label="Delimiter"
              value={delimiter}
              options={known ? DELIMITERS : [...DELIMITERS, { value: delimiter, label: delimiter }]}
              onChange={(value) => change({ delimiter: value })}
            />
            <TextField
              label="Encoding"
              value={reading.encoding || told('encoding', inspection.encoding.label ?? '')}
              placeholder={inspection.encoding.likely ?? 'utf-8'}
              onChange={(encoding) => change({ encoding })}
            />
            <TextField
              label="Line of the header"
              value={reading.headerRow || told('header_row', csv['columns'] === undefined ? '1' : '')}
              placeholder="none"
              onChange={(headerRow) => change({ headerRow })}
            />
          </>
        )}
        {inspection.format !== null && inspection.format !== 'csv' && (
          <JsonOptions inspection={inspection} json={reading.json} onChange={(json) => change({ json })} />
        )}
        {inspection.compression === 'zip' && (
          <TextField
            label="File in the archive"
            value={reading.member || (inspection.member ?? '')}
            placeholder="the only one"
            onChange={(member) => change({ member })}
          />
        )}
        <TextField
          label="Texts that mean null"
          value={reading.nulls}
          placeholder="N/A, -"
          onChange={(nulls) => change({ nulls })}
        />
      </div>
      {inspection.questions.map((question) => (
        <div
          key={`${question.code} ${question.column ?? ''}`}
          className="note warn"
          role="group"
          aria-label={question.message}
        >
          <p>{question.message}</p>
          <div className="row">
            {question.choices.map(({ label, options }) => (
              <Button
                key={label}
                className="button"
                onPress={() => change({ answers: [...reading.answers, options] })}
              >
                {label}
              </Button>
            ))}
          </div>
        </div>
      ))}
      {inspection.type !== null && <CreateType type={inspection.type} />}
      {children}
      <FieldReadings inspection={inspection} reading={reading} fieldOf={fieldOf} onChange={changeField} />
      <ReadValues inspection={inspection} />
    </section>
  );
}

function summaryOf({ format, compression, is_whole: isWhole }: Inspection): string {
  const what = format === null ? 'The format is not known' : `Read as ${format.toUpperCase()}`;
  const packed = compression === null ? '' : `, unpacked from ${compression}`;
  return `${what}${packed}${isWhole ? '' : '; the first mebibyte was looked at'}. Change what is not right.`;
}
