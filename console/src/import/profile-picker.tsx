import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Page } from '../api/dto';
import { request } from '../api/request';
import { useSession } from '../session/use-session';
import { Choice } from '../shared/choice';

/** An import profile, as far as this page shows it. */
export interface Profile {
  identifier: string;
  name: string;
  resource_type: string | null;
}

/** The key of the list of profiles among the queries. */
export const profilesKey = (workspace: string): readonly string[] => ['profiles', workspace];

/** Chooses an import profile, of the workspace or built in. `matching`: the one that expects the columns of the file. */
export function ProfilePicker({
  value,
  matching,
  onChange,
}: {
  value: string;
  matching: string | null;
  onChange: (identifier: string) => void;
}): ReactNode {
  const { session } = useSession();
  const { data } = useQuery({
    queryKey: profilesKey(session.workspace),
    queryFn: ({ signal }) => request<Page<Profile>>(session, 'GET', '/import-profiles?limit=200', { signal }),
  });
  const profiles = data?.data ?? [];
  const suggested = matching !== null && value === '' ? matching : null;
  return (
    <>
      <Choice
        label="Import profile"
        value={value}
        options={[
          { value: '', label: 'none' },
          ...profiles.map(({ identifier, name }) => ({
            value: identifier,
            label: `${identifier} (${name})`,
          })),
        ]}
        onChange={onChange}
      />
      {suggested !== null && (
        <Button className="button" onPress={() => onChange(suggested)}>
          Use the profile {suggested}
        </Button>
      )}
    </>
  );
}
