import type { FormOptions } from '../api/inspection';

/** The server reads this much of a file; more would only be sent for nothing. */
const HEAD = 1_048_576;

/** The fields of a form: JSON for objects, and nothing for what is empty. */
export function writeForm(
  fields: Readonly<Record<string, string | boolean | object | undefined>>,
  file: File,
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === '') continue;
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.set('file', file);
  return form;
}

/** The form of an inspection: the beginning of the file, and what people have said of it. */
export function inspectionForm(
  file: File,
  said: { profile: string; resourceType: string; changes: FormOptions; binding: FormOptions },
): FormData {
  const head = new File([file.slice(0, HEAD)], file.name);
  const { profile, resourceType, changes, binding } = said;
  return writeForm({ profile, resource_type: resourceType, ...changes, ...binding }, head);
}
