/** Most columns say few different things; one in which every cell differs is not worth remembering. */
const limit = 2000;

/** Work on a text, done once for each different text: most cells of a column say the same as the one above. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.result;
    const result = work(text);
    if (known.size < limit) known.set(text, { result });
    return result;
  };
}
