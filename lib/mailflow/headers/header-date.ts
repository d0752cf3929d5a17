// A header's date → a moment. By hand, since what Date.parse reads beside ISO dates differs from browser to browser.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** RFC 5322 section 4.3: hours from UTC. All other letters say nothing of the zone, and are read as UTC. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ ut: 0, gmt: 0, utc: 0, z: 0, edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6, mst: -7, pdt: -7, pst: -8 },
  ...{ cet: 1, cest: 2, bst: 1 },
};

/** `Thu, 4 Aug 2022 14:12:52.0156 +0200`, seconds and the day of the week left out or not. */
const DATE_TIME =
  /^(?:[a-z]{3,9},? )?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](\d{2,4}) (\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?(?: ?([+-]\d{4}|[a-z]{1,5}))?$/i;
/** `Thu Aug  4 14:12:52 2022`, as asctime() writes it, and qmail's own relatives. */
const ASCTIME =
  /^[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d{1,2}):(\d{2}):(\d{2})(?: ([+-]\d{4}|[a-z]{1,5}))? (\d{4})$/i;

/**
 * Text → milliseconds since 1970; undefined for what is no date. RFC 5322 section 3.3 with the obsolete forms of
 * section 4.3: comments, years of two digits, zones by name.
 */
export function readHeaderDate(text: string): number | undefined {
  const plain = withoutComments(text.slice(0, 200)).replace(/\s+/g, ' ').trim();
  const [, day, month, year, hour, minute, second, fraction, zone] = DATE_TIME.exec(plain) ?? [];
  if (day !== undefined) return moment([year, month, day, hour, minute, second], fraction, zone);
  const [, month2, day2, hour2, minute2, second2, zone2, year2] = ASCTIME.exec(plain) ?? [];
  return moment([year2, month2, day2, hour2, minute2, second2], undefined, zone2);
}

type Part = string | undefined;

function moment(
  [year = '', month = '', day, hour, minute, second = '0']: readonly Part[],
  fraction = '0',
  zone = 'Z',
): number | undefined {
  const monthAt = MONTHS.indexOf(month.toLowerCase());
  const offset = offsetOf(zone);
  if (monthAt < 0 || offset === undefined || year === '') return undefined;
  const [dayOf, hourOf, minuteOf, secondOf] = [Number(day), Number(hour), Number(minute), Number(second)];
  // 60 is a leap second.
  if (hourOf > 23 || minuteOf > 59 || secondOf > 60) return undefined;
  const at = Date.UTC(fullYear(year), monthAt, dayOf, hourOf, minuteOf, secondOf);
  if (dayOf < 1 || new Date(Date.UTC(fullYear(year), monthAt, dayOf)).getUTCMonth() !== monthAt)
    return undefined;
  return at + Math.floor(Number(`0.${fraction}`) * 1_000) - offset * 60_000;
}

/** RFC 5322 section 4.3: 00–49 are of this century, 50–99 and three digits count from 1900. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 3) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** Minutes from UTC. */
function offsetOf(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return (ZONES[zone.toLowerCase()] ?? 0) * 60;
  if (Number(minutes) > 59 || Number(hours) > 14) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function withoutComments(text: string): string {
  let depth = 0;
  let out = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) out += char;
  }
  return out;
}
