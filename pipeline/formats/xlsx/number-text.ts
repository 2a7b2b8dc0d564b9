/**
 * The number written in bytes, by the grammar of xsd:double and correctly rounded; NaN when it is none or not finite.
 *
 * Most numbers have a mantissa below 2⁵³ and a power of ten up to 10²²: both are exact, so one multiplication or
 * division rounds correctly (Clinger 1990). `Number` does the others.
 */
export function parseNumber(bytes: Buffer, start: number, end: number): number {
  let position = start;
  while (position < end && isSpace(bytes[position] ?? 0)) position++;
  const first = position;
  let byte = position < end ? (bytes[position] ?? 0) : 0;
  const negative = byte === minus;
  if (negative || byte === plus) position++;

  let mantissa = 0;
  let digits = 0;
  let power = 0;
  for (; position < end; position++) {
    byte = bytes[position] ?? 0;
    if (byte < zero || byte > nine) break;
    mantissa = mantissa * 10 + (byte - zero);
    digits++;
  }
  if (position < end && byte === point) {
    const fraction = ++position;
    for (; position < end; position++) {
      byte = bytes[position] ?? 0;
      if (byte < zero || byte > nine) break;
      mantissa = mantissa * 10 + (byte - zero);
    }
    power = fraction - position;
    digits -= power;
  }
  if (digits === 0) return Number.NaN;

  if (position < end && (byte === 0x65 || byte === 0x45)) {
    let exponent = 0;
    position++;
    const sign = position < end ? bytes[position] : 0;
    if (sign === minus || sign === plus) position++;
    const exponentStart = position;
    for (; position < end; position++) {
      byte = bytes[position] ?? 0;
      if (byte < zero || byte > nine) break;
      exponent = Math.min(exponent * 10 + (byte - zero), 100_000);
    }
    if (position === exponentStart) return Number.NaN;
    power += sign === minus ? -exponent : exponent;
  }
  const last = position;
  while (position < end && isSpace(bytes[position] ?? 0)) position++;
  if (position !== end) return Number.NaN;

  if (mantissa <= Number.MAX_SAFE_INTEGER && power >= -22 && power <= 22) {
    const value = power < 0 ? mantissa / (powersOfTen[-power] ?? 1) : mantissa * (powersOfTen[power] ?? 1);
    return negative ? -value : value;
  }
  if (last - first > longestNumber) return Number.NaN;
  const value = Number(bytes.toString('latin1', first, last));
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Reads numbers written plainly, `1234.56`, in one pass: what it gives is what `parseNumber` gives. */
export class PlainNumber {
  value = 0;
  /** Where the tag begins that ends the number. */
  end = 0;

  /** Whether such a number begins at a position and ends at a tag. */
  read(bytes: Buffer, start: number): boolean {
    let position = start;
    let byte = bytes[position] ?? 0;
    let mantissa = 0;
    let fraction = 0;
    for (; ; byte = bytes[++position] ?? 0) {
      if (byte >= zero && byte <= nine) mantissa = mantissa * 10 + (byte - zero);
      else if (byte === point && fraction === 0) fraction = position + 1;
      else break;
    }
    const length = position - start;
    const hasDigit = length > 1 || (length === 1 && fraction === 0);
    if (byte !== lessThan || !hasDigit || length > longestPlainNumber) return false;
    this.value = fraction === 0 ? mantissa : mantissa / (powersOfTen[position - fraction] ?? 1);
    this.end = position;
    return true;
  }
}

/** The non-negative integer written in decimal digits, blanks around it allowed; -1 when it is none or beyond 2³¹. */
export function parseIndex(bytes: Uint8Array, start: number, end: number): number {
  let first = start;
  let last = end;
  while (first < last && isSpace(bytes[first] ?? 0)) first++;
  while (first < last && isSpace(bytes[last - 1] ?? 0)) last--;
  if (first >= last || last - first > 10) return -1;
  let value = 0;
  for (let position = first; position < last; position++) {
    const digit = (bytes[position] ?? 0) - zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value < 2 ** 31 ? value : -1;
}

const zero = 0x30;
const nine = 0x39;
const point = 0x2e;
const minus = 0x2d;
const plus = 0x2b;
const lessThan = 0x3c;
/** As many digits are below 2⁵³. */
const longestPlainNumber = 15;
/** No writer of doubles needs more characters; the exact value of one may have some 770 digits. */
const longestNumber = 1100;
const powersOfTen = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d;
}
