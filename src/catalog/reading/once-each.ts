/** `make` with its answers kept, one an object for as long as that lives: rows ask by the million. */
export function onceEach<Key extends object, Answer>(make: (key: Key) => Answer): (key: Key) => Answer {
  const made = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) made.set(key, (known = { answer: make(key) }));
    return known.answer;
  };
}
