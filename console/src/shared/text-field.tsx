import { useId, type ReactNode } from 'react';

/** A labelled text input. */
export function TextField({
  label,
  value,
  onChange,
  placeholder = '',
  hidden = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** The label is for screen readers. */
  hidden?: boolean;
}): ReactNode {
  const id = useId();
  return (
    <span className="field">
      <label htmlFor={id} className={hidden ? 'for-readers' : undefined}>
        {label}
      </label>
      <input
        id={id}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
