import type { Question } from '../../catalog/inspect/proposal';
import type { FileError } from '../../formats/format';
import { cutText, shownText } from '../../formats/shown-text';
import { ArchiveMembersError } from '../upload/zip-archive';

const MAX_LABEL = 100;

/** Asks which file of an archive is meant, where it has several. */
export function askMember(error: FileError | null): Question[] {
  if (!(error instanceof ArchiveMembersError)) return [];
  return [
    {
      code: 'member',
      field: null,
      column: null,
      message: 'The archive has several files. Which one is to be read?',
      choices: error.members.map((member) => ({
        label: shownText(cutText(member, MAX_LABEL)),
        options: { member },
      })),
    },
  ];
}
