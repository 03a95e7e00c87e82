const EXIF_DATE =
  /^\s*(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?/;
const PARTIAL_DATE = /^\s*(\d{4})(?:-(\d{2}))?\s*$/;
const IPTC_DATE = /^(\d{4})(\d{2})(\d{2})/;
const IPTC_TIME = /^(\d{2})(\d{2})(\d{2})([+-]\d{4})?/;

/**
 * A date as EXIF ('2019:05:04 12:30:00') or XMP ('2019-05-04T12:30:00+02:00', '2019') writes it, in ISO 8601.
 * A time without a zone stays without one: it is the local time of the place.
 *
 * @param zone offset that stands in another field, e.g. '+02:00'
 * @returns null for what is no date, such as the zeros of a camera whose clock was never set
 */
export function isoDate(text: string, zone = ''): string | null {
  const partial = PARTIAL_DATE.exec(text);
  if (partial) return checked(partial[1], partial[2] ?? '01', '01', '');
  const found = EXIF_DATE.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second = '00', ownZone] = found;
  if (hour === undefined || minute === undefined) return checked(year, month, day, '');
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const offset = normaliseZone(ownZone ?? zone);
  return checked(year, month, day, `T${hour}:${minute}:${second}${offset}`);
}

/** IPTC's 'YYYYMMDD' and 'HHMMSS+HHMM' (IIM 4.2, datasets 2:55 and 2:60). */
export function iptcDate(date: string, time = ''): string | null {
  const day = IPTC_DATE.exec(date);
  if (!day) return null;
  const clock = IPTC_TIME.exec(time);
  const suffix = clock
    ? `T${clock[1]}:${clock[2]}:${clock[3]}${normaliseZone(clock[4] ?? '')}`
    : '';
  return isoDate(`${day[1]}-${day[2]}-${day[3]}${suffix}`);
}

function normaliseZone(zone: string): string {
  const found = /^([+-]\d{2}):?(\d{2})$/.exec(zone.trim());
  if (found) return `${found[1]}:${found[2]}`;
  return zone.trim() === 'Z' ? 'Z' : '';
}

function checked(year = '', month = '', day = '', rest: string): string | null {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const valid = Number(year) >= 1000 && date.getUTCDate() === Number(day);
  return valid ? `${year}-${month}-${day}${rest}` : null;
}
