/**
 * The ISO date, date with time, or time of a cell of type `d`, in the form of `CellDate.iso`; null when it is none.
 *
 * Fractions of a second are rounded away, and the zone (`Z` or an offset) is dropped: a cell shows local time.
 */
export function parseIsoDate(text: string): string | null {
  const match =
    /^(?:(\d{4})-(\d\d)-(\d\d))?(T?)(?:(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(
      text,
    );
  if (match === null) return null;
  const [, year, month, day, separator, hour, minute, second = '00', fraction = '0'] = match;
  if (year === undefined && hour === undefined) return null;
  if (year !== undefined && (separator === 'T') !== (hour !== undefined)) return null;
  if (hour !== undefined && (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)) return null;
  if (year === undefined) return `${hour}:${minute}:${second}`;

  const date = `${year}-${month}-${day}`;
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) return null;
  if (hour === undefined) return date;
  const time = new Date(`${date}T${hour}:${minute}:${second}Z`);
  time.setUTCSeconds(time.getUTCSeconds() + Math.round(Number(fraction)));
  const iso = time.toISOString().slice(0, 19);
  return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso;
}
