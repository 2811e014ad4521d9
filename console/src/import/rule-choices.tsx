import type { ReactNode } from 'react';
import { Choice, type Option } from '../shared/choice';
import { TextField } from '../shared/text-field';
import type { RowRules } from './row-rules';

type Chosen = Exclude<keyof RowRules, 'maxErrors'>;

/** The first of each list is the default, and not sent: a profile may say something else. */
const CHOICES: readonly (readonly [Chosen, label: string, standard: string, others: readonly Option[]])[] = [
  [
    'onDuplicate',
    'Rows with the same key',
    'an error',
    [
      { value: 'error', label: 'an error' },
      { value: 'identical', label: 'skip exact repeats' },
      { value: 'first', label: 'the first one counts' },
      { value: 'last', label: 'the last one counts' },
    ],
  ],
  [
    'unknownColumns',
    'Columns that feed no field',
    'are left out',
    [
      { value: 'ignore', label: 'are left out' },
      { value: 'error', label: 'an error of the file' },
    ],
  ],
  [
    'archived',
    'Archived records in the file',
    'become active again',
    [
      { value: 'restore', label: 'become active again' },
      { value: 'keep', label: 'change, and stay archived' },
    ],
  ],
  [
    'warningsAsErrors',
    'Warnings',
    'stop nothing',
    [
      { value: 'false', label: 'stop nothing' },
      { value: 'true', label: 'count as errors' },
    ],
  ],
];

/** Asks what happens with repeated rows, unknown columns, archived records, warnings and rows in error. */
export function RuleChoices({
  rules,
  onError,
  hasProfile,
  onChange,
}: {
  rules: RowRules;
  onError: 'abort' | 'continue';
  hasProfile: boolean;
  onChange: (rules: RowRules) => void;
}): ReactNode {
  return (
    <>
      {CHOICES.map(([name, label, standard, others]) => (
        <Choice
          key={name}
          label={label}
          value={rules[name]}
          options={[
            { value: '', label: hasProfile ? 'as the profile says' : `${standard} (default)` },
            ...others.filter((option) => hasProfile || option.label !== standard),
          ]}
          onChange={(value) => onChange({ ...rules, [name]: value })}
        />
      ))}
      {onError === 'abort' && (
        <TextField
          label="Rows that may be invalid"
          value={rules.maxErrors}
          placeholder={hasProfile ? 'as the profile says' : 'none; 100 or 1%'}
          onChange={(maxErrors) => onChange({ ...rules, maxErrors })}
        />
      )}
    </>
  );
}
