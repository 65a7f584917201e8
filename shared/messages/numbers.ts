/**
 * A number with its word, by the plural rules of a language. None of the languages needs more than two
 * forms below a million.
 *
 * @param locale BCP 47
 */
export const counting =
  (locale: string) =>
  (count: number, one: string, other: string): string => {
    const word = new Intl.PluralRules(locale).select(count) === 'one' ? one : other;
    return `${new Intl.NumberFormat(locale).format(count)} ${word}`;
  };

/** A number with one decimal, as a language writes it: `4.5` or `4,5`. */
export const withDecimal = (locale: string, value: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    value,
  );

/**
 * An amount of US dollars, as a language writes it: `$5`, `0,45 $`. Each cent that is begun counts, as it
 * does on a bill.
 */
export const dollarsIn =
  (locale: string, currencyDisplay: 'symbol' | 'narrowSymbol' = 'narrowSymbol') =>
  (amount: number): string => {
    const cents = Math.ceil(Math.round(amount * 1e6) / 1e4);
    const format = new Intl.NumberFormat(locale, {
      ...{ style: 'currency', currency: 'USD', currencyDisplay },
      minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    });
    return format.format(cents / 100);
  };
