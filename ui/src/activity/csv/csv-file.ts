/**
 * What the table is called on the person's disk.
 *
 * @param of whose it is: a mailbox, or words for all of them
 * @param now the day it is made on, in the person's own time zone
 */
export function csvName(of: string, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  // A mailbox may be called what some systems take for a path or a wildcard.
  return `email-firewall-${of.replace(/[^\w.@+-]/g, '_')}-${day.join('-')}.csv`;
}

/** Hands a table to the browser as a file. */
export function download(name: string, csv: string): void {
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
