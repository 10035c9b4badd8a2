/** A run of question marks, in any script, that ends what was asked; one inside an address or a number does not. */
const QUESTION = /[?？؟⸮፧՞]+(?=[\s!?"'”’»)\]}]|$)|[？؟⸮፧՞]+/gu;

/** How many questions a text asks, as far as its signs say so. */
export function countQuestions(text: string): number {
  return (text.match(QUESTION) ?? []).length;
}
