import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { TypeRecord } from '../resources/record';
import { TableBox } from '../shared/table-box';
import './types.css';

/** A type and its fields, read-only. */
export function TypeCard({ type, onEdit }: { type: TypeRecord; onEdit: () => void }): ReactNode {
  return (
    <article className="type">
      <div className="card-head">
        <h3>
          <code>{type.identifier}</code> {type.name}{' '}
          {type.kind !== undefined && <span className="badge">{type.kind}</span>}
        </h3>
        <Button className="button" aria-label={`Edit ${type.identifier}`} onPress={onEdit}>
          Edit
        </Button>
      </div>
      {type.fields.length === 0 ? (
        <p className="muted">{type.kind === 'scalar' ? 'One value per point.' : 'No custom fields.'}</p>
      ) : (
        <TableBox label={`Fields of ${type.identifier}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">Label</th>
                <th scope="col">Holds</th>
                <th scope="col">Required</th>
                <th scope="col">Default</th>
              </tr>
            </thead>
            <tbody>
              {type.fields.map((field) => (
                <tr key={field.id}>
                  <td>
                    <code>{field.field_key}</code>
                  </td>
                  <td>{field.field_label}</td>
                  <td>{field.data_type}</td>
                  <td>{field.is_required ? 'yes' : 'no'}</td>
                  <td>{field.has_default ? field.default_value : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </article>
  );
}
