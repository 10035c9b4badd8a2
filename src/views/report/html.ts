/** A piece of HTML. Only `html` makes one, so a text that was not escaped does not compile where one is wanted. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** Puts HTML together. What is null is left out. */
  static of(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
    const all = parts.map((part, index) => `${part}${index < values.length ? markupOf(values[index]) : ''}`);
    return new Html(all.join(''));
  }

  get markup(): string {
    return this.#markup;
  }
}

type Part = Html | readonly Html[] | string | number | null;

/** Makes HTML of a template. Every text that is put into it is escaped: html`<p>${title}</p>`. */
export const html = Html.of;

function markupOf(part: Part | undefined): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('');
  return String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
