import type { ReactNode } from 'react';
import { Label, ProgressBar } from 'react-aria-components';

/** A bar from 0 to 100 %; `value` null: the total is not known yet. */
export function Progress({
  label,
  value,
  note,
}: {
  label: string;
  value: number | null;
  note?: string;
}): ReactNode {
  return (
    <ProgressBar value={value ?? 0} isIndeterminate={value === null} className="progress">
      {({ percentage, valueText }) => (
        <>
          <span className="progress-words">
            <Label>{label}</Label>
            <span>{value === null ? '…' : valueText}</span>
          </span>
          <svg className="progress-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect className="progress-track" width="100" height="4" />
            <rect className="progress-done" width={percentage ?? 100} height="4" />
          </svg>
          {note !== undefined && <span className="muted small">{note}</span>}
        </>
      )}
    </ProgressBar>
  );
}
