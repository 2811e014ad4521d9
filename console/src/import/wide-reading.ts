/** How columns of a wide file become rows, as people choose it. */
export interface WideReading {
  /** All columns but the named ones and those that feed a field, or the named ones alone. */
  all: boolean;
  names: readonly string[];
  nameTo: string;
  valueTo: string;
  skipNull: boolean;
}

export const NOT_WIDE: WideReading = { all: true, names: [], nameTo: '', valueTo: '', skipNull: true };

/** What `unpivot` of an inspection or a profile says; null: no column becomes a row. */
export function readWide(unpivot: Readonly<Record<string, unknown>> | null | undefined): WideReading | null {
  if (unpivot === null || unpivot === undefined) return null;
  const { columns, except, name_to: nameTo, value_to: valueTo, skip_null: skipNull } = unpivot;
  const names = Array.isArray(columns) ? columns : Array.isArray(except) ? except : [];
  return {
    all: !Array.isArray(columns),
    names: names.map(String),
    nameTo: typeof nameTo === 'string' ? nameTo : '',
    valueTo: typeof valueTo === 'string' ? valueTo : '',
    skipNull: skipNull !== false,
  };
}

/** `unpivot` as the form takes it; undefined while a field is not chosen yet. */
export function writeWide({
  all,
  names,
  nameTo,
  valueTo,
  skipNull,
}: WideReading): Record<string, unknown> | undefined {
  if (nameTo === '' || valueTo === '' || (!all && names.length === 0)) return undefined;
  const columns = all ? { columns: '*', ...(names.length > 0 && { except: names }) } : { columns: names };
  return { ...columns, name_to: nameTo, value_to: valueTo, skip_null: skipNull };
}
