/** A body as multipart/form-data, its files last; for the `bodySerializer` of a request with a file. */
export function formOf(body: Readonly<Record<string, unknown>>, fileName: string): FormData {
  const form = new FormData();
  const files: [string, Blob][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (value instanceof Blob) files.push([name, value]);
    else if (value !== undefined) form.append(name, String(value));
  }
  for (const [name, file] of files) form.append(name, file, fileName);
  return form;
}
