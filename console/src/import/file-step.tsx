import { useState, type ReactNode } from 'react';
import { Button, DropZone, FileTrigger, type DropZoneProps } from 'react-aria-components';
import { formatBytes } from '../shared/format';
import { ProblemNote } from '../shared/problem-note';
import { TableBox } from '../shared/table-box';
import { readPreview, type Preview } from './read-preview';
import './file-step.css';

type Dropped = Parameters<NonNullable<DropZoneProps['onDrop']>>[0];

const MAX_BYTES = 104_857_600;
/** Vendors' names of text files, and compressed ones. */
const FILES = ['.csv', '.tsv', '.txt', '.json', '.ndjson', '.jsonl', '.gz', '.zip', '.zst', '.out'];
const WORDS = { csv: 'CSV', json: 'JSON', ndjson: 'NDJSON' } as const;

/** Accepts a dropped or chosen file and shows its first rows. */
export function FileStep({
  chosen,
  onChoose,
}: {
  chosen: { file: File; preview: Preview } | null;
  onChoose: (chosen: { file: File; preview: Preview }) => void;
}): ReactNode {
  const [problem, setProblem] = useState<unknown>(null);

  const take = (file: File): void => {
    setProblem(null);
    if (file.size > MAX_BYTES) {
      setProblem(
        new Error(
          `${file.name} has ${formatBytes(file.size)}; the maximum is 100 MB. Split it and import the parts.`,
        ),
      );
      return;
    }
    readPreview(file).then((preview) => onChoose({ file, preview }), setProblem);
  };
  const drop = ({ items }: Dropped): void => {
    for (const item of items) if (item.kind === 'file') item.getFile().then(take, setProblem);
  };

  return (
    <section className="card" aria-labelledby="step-file">
      <h2 id="step-file">1. File</h2>
      <DropZone className="drop" onDrop={drop} aria-label="Drop a file here">
        <p>Drop a CSV, JSON or NDJSON file here, compressed or not, or</p>
        <FileTrigger
          acceptedFileTypes={FILES}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file !== undefined) take(file);
          }}
        >
          <Button className="button">Choose a file</Button>
        </FileTrigger>
      </DropZone>
      {problem !== null && <ProblemNote problem={problem} />}
      {chosen !== null && <Beginning {...chosen} />}
    </section>
  );
}

function Beginning({ file, preview }: { file: File; preview: Preview }): ReactNode {
  return (
    <>
      <p>
        <strong>{file.name}</strong>{' '}
        <span className="muted">
          {WORDS[preview.format]}, {formatBytes(file.size)}. Its first rows:
        </span>
      </p>
      {preview.columns.length === 0 ? (
        <p className="note warn">
          There is nothing to show: the file is empty, or it is not {WORDS[preview.format]}.
        </p>
      ) : (
        <TableBox label="The first rows of the file">
          <table className="preview">
            <thead>
              <tr>
                {preview.columns.map((column, at) => (
                  <th key={at} scope="col">
                    {column === '' ? '(no name)' : column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row, at) => (
                <tr key={at}>
                  {preview.columns.map((_, cell) => (
                    <td key={cell}>{row[cell]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </>
  );
}
