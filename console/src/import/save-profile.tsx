import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { request } from '../api/request';
import { useSession } from '../session/use-session';
import { ProblemNote } from '../shared/problem-note';
import { TextField } from '../shared/text-field';
import { profilesKey, type Profile } from './profile-picker';

/** Saves how this file is read and bound as an import profile. `settings`: the body but for its name. */
export function SaveProfile({ settings, suggestion }: { settings: object; suggestion: string }): ReactNode {
  const { session } = useSession();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const identifier = name.trim() === '' ? suggestion : name.trim();
  const save = (): void => {
    setProblem(null);
    setSaved(null);
    const body = { ...settings, identifier, name: identifier };
    request<Profile>(session, 'POST', '/import-profiles', { body }).then(async (profile) => {
      setSaved(profile.identifier);
      await queries.invalidateQueries({ queryKey: profilesKey(session.workspace) });
    }, setProblem);
  };
  return (
    <>
      <div className="row">
        <TextField label="Name of the profile" value={name} placeholder={suggestion} onChange={setName} />
        <Button className="button" onPress={save}>
          Save as profile
        </Button>
        <span role="status">{saved !== null && `Saved as ${saved}: choose it for the next file.`}</span>
      </div>
      {problem !== null && <ProblemNote problem={problem} />}
    </>
  );
}
