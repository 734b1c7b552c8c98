/**
 * Templates of numbers: codes of dossiers and symbols of documents are data, because their form changes with the law
 * (Circular 01/2018/TT-VPCP art. 19; Decree 30/2020 art. 11). `{name}` is a given value, `{n:4}` the number with at
 * least four digits, `{yymmdd}`, `{yyyymmdd}` and `{yyyy}` the day in Vietnam.
 */

/** What fills a template. `day` is `YYYY-MM-DD`. */
export type Filling = {
  readonly n: number;
  readonly day: string;
  readonly values: Readonly<Record<string, string>>;
};

/** Fills a template. Throws when it names a value that is not given. */
export function fill(template: string, { n, day, values }: Filling): string {
  const [yyyy = '', mm = '', dd = ''] = day.split('-');
  const dates: Record<string, string> = {
    yymmdd: yyyy.slice(2) + mm + dd,
    yyyymmdd: yyyy + mm + dd,
    yyyy,
  };
  return template.replaceAll(/\{(\w+)(?::(\d+))?\}/g, (_, name: string, digits?: string) => {
    if (name === 'n') return String(n).padStart(Number(digits ?? 1), '0');
    const value = dates[name] ?? values[name];
    if (value === undefined) throw new Error(`Template ${template}: nothing given for {${name}}`);
    return value;
  });
}

/** How often a book begins anew. */
export type Period = 'day' | 'year';

/** The period in which a day lies. */
export const periodOf = (period: Period, day: string): string => (period === 'day' ? day : day.slice(0, 4));
