import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { inspect, type FormOptions, type Inspection } from '../api/inspection';
import { useSession } from '../session/use-session';
import { inspectionForm } from './write-form';

/** People type: the file is inspected again when they pause. */
const PAUSE_MS = 350;

/** What people have said of the file so far. */
export interface Said {
  profile: string;
  /** Empty: not said. */
  resourceType: string;
  changes: FormOptions;
  binding: FormOptions;
}

/** What the server tells of the file, read again after each change; null: nothing yet, or no file. */
export function useInspection(
  file: File | null,
  said: Said,
): { inspection: Inspection | null; problem: unknown; isCurrent: boolean } {
  const { session } = useSession();
  const text = JSON.stringify(said);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['inspect', session.workspace, file?.name, file?.size, file?.lastModified, settled],
    queryFn: ({ signal }) =>
      file === null ? null : inspect(session, inspectionForm(file, JSON.parse(settled) as Said), signal),
    enabled: file !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
  // What was read last stays in sight while an option is refused, such as one that is half typed.
  const [last, setLast] = useState<{ file: File; inspection: Inspection } | null>(null);
  if (file !== null && data && !isPlaceholderData && last?.inspection !== data)
    setLast({ file, inspection: data });
  const kept = last !== null && last.file === file ? last.inspection : null;
  return {
    inspection: file === null ? null : (data ?? kept),
    problem: file === null ? null : error,
    isCurrent: !isFetching && settled === text,
  };
}
