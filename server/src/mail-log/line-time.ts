const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Nov 25 02:16:55 `: syslog's old form (RFC 3164), and Dovecot's own where it writes the file itself. */
const withoutYear = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) /;

/** `2026-11-25T02:22:35.138960+00:00 `: rsyslog's form of today (RFC 3339); with a space and no zone in some settings. */
const withYear = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)? /;

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Reads the time at the start of a line of a log.
 *
 * A form that names no zone is taken for the server's own time. One without a year is the last such moment that is not
 * more than a day ahead of `now`, so that December's lines read in January are last year's; where clocks were put back
 * and the moment came twice, it is the one nearer to `now`.
 *
 * @param now when the line is read, in milliseconds since 1970
 * @returns the time in milliseconds since 1970, and the rest of the line; undefined where no time stands there
 */
export function readLineTime(line: string, now: number): { time: number; rest: string } | undefined {
  const short = withoutYear.exec(line);
  if (short) return found(yearless(short, now), line.slice(short[0].length));
  const full = withYear.exec(line);
  if (!full) return undefined;
  const [whole, date = '', clock = '', fraction = '0', zone = ''] = full;
  // Without a zone, this form of Date.parse is local time; more than three digits of a second are not ECMAScript's form.
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const colon = /\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  return found(Date.parse(`${date}T${clock}.${milliseconds}${colon}`), line.slice(whole.length));
}

function found(time: number | undefined, rest: string): { time: number; rest: string } | undefined {
  return time === undefined || Number.isNaN(time) ? undefined : { time, rest };
}

function yearless([, name = '', ...numbers]: RegExpExecArray, now: number): number | undefined {
  const month = months.indexOf(name);
  const [date = 0, hours = 0, minutes = 0, seconds = 0] = numbers.map(Number);
  const thisYear = new Date(now).getFullYear();
  const moments = [thisYear - 1, thisYear, thisYear + 1].flatMap((year) => {
    const first = new Date(year, month, date, hours, minutes, seconds).getTime();
    return [first, first + hour].filter((moment) => {
      // Keeps the second hour only where clocks were put back, and 29 February only in years that have one.
      const back = new Date(moment);
      return back.getMonth() === month && back.getDate() === date && back.getHours() === hours;
    });
  });
  const [nearest] = moments
    .filter((moment) => moment <= now + day)
    .sort((one, other) => Math.abs(one - now) - Math.abs(other - now));
  return nearest;
}
