/**
 * The names of the parts of a zip in lower case and with `/`, as its directory lists them; null when the directory is damaged.
 *
 * Good for telling formats apart and nothing else: whoever reads a part checks the zip in full.
 */
export function listZipNames(bytes: Uint8Array): ReadonlySet<string> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;

  const names = new Set<string>();
  const count = Math.min(view.getUint16(end + 10, true), maximumNames);
  if (count === 0) return null; // entries stand before it, so this is not their directory
  let position = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (position + 46 > end || view.getUint32(position, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(position + 28, true);
    const name = bytes.subarray(position + 46, position + 46 + nameLength);
    names.add(Buffer.from(name).toString('latin1').replaceAll('\\', '/').toLowerCase());
    position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  return names;
}

/** Telling formats apart needs no more names than this. */
const maximumNames = 10_000;

/** Where the record that ends a zip begins; a comment of up to 64 KB may follow it. */
function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let position = view.byteLength - 22; position >= lowest; position -= 1) {
    if (view.getUint32(position, true) === 0x06054b50) return position;
  }
  return null;
}
