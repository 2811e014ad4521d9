import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * State that is there again when people come back to a page. It lives in the cache of the session: it is gone when they sign
 * out, and with the tab. `name`: one for each use.
 */
export function useKept<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const queries = useQueryClient();
  const key = ['kept', name];
  const [value, setValue] = useState(() => queries.getQueryData<Value>(key) ?? initial);
  const keep = (next: Value): void => {
    queries.setQueryDefaults(['kept'], { gcTime: Number.POSITIVE_INFINITY });
    queries.setQueryData(key, next);
    setValue(next);
  };
  return [value, keep];
}
