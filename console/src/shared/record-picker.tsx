import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Page } from '../api/dto';
import { request } from '../api/request';
import type { RecordOf } from '../resources/record';
import { useSession } from '../session/use-session';

/** Finds a record by a part of its name or identifier, and returns its identifier. */
export function RecordPicker({
  label,
  collection,
  value,
  onPick,
}: {
  label: string;
  collection: string;
  /** Identifier of the record chosen so far. */
  value: string | null;
  onPick: (identifier: string) => void;
}): ReactNode {
  const { session } = useSession();
  const [text, setText] = useState(value ?? '');
  const q = text === value ? '' : text;
  const { data } = useQuery({
    queryKey: ['picker', session.workspace, collection, q],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ limit: '50', ...(q !== '' && { q }) });
      return request<Page<RecordOf>>(session, 'GET', `/${collection}?${query.toString()}`, { signal });
    },
  });
  const records = (data?.data ?? []).map((record) => ({
    id: String(record.identifier),
    name: String(record.name),
  }));
  return (
    <ComboBox
      className="field"
      items={records}
      inputValue={text}
      selectedKey={value}
      menuTrigger="focus"
      allowsEmptyCollection
      onInputChange={setText}
      onSelectionChange={(key) => {
        if (key === null) return;
        setText(String(key));
        onPick(String(key));
      }}
    >
      <Label>{label}</Label>
      <span className="combo">
        <Input spellCheck={false} />
        <Button className="button" aria-label={`Show ${label.toLowerCase()}s`}>
          ▾
        </Button>
      </span>
      <Popover className="popover">
        <ListBox renderEmptyState={() => <p className="option muted">Nothing found.</p>}>
          {({ id, name }: { id: string; name: string }) => (
            <ListBoxItem id={id} className="option" textValue={id}>
              <strong>{id}</strong> <span className="muted">{name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
