import { useId, type ReactNode } from 'react';

/** One option of a choice. */
export interface Option {
  value: string;
  label: string;
}

/** A labelled native select, which works with the keyboard and on phones. */
export function Choice({
  label,
  value,
  options,
  onChange,
  hidden = false,
}: {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  /** The label is for screen readers. */
  hidden?: boolean;
}): ReactNode {
  const id = useId();
  return (
    <span className="field">
      <label htmlFor={id} className={hidden ? 'for-readers' : undefined}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
