/**
 * `make`, called once for each object for as long as that is held: what it made is kept with it. For objects that are
 * never changed once they are made, as everything of a record is.
 */
export function onceEach<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const made = new WeakMap<Of, Made>();
  return (of) => {
    const before = made.get(of);
    if (before !== undefined || made.has(of)) return before as Made;
    const first = make(of);
    made.set(of, first);
    return first;
  };
}
