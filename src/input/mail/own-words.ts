/** The words of a sender, and what their message repeats of others. */
export function separateQuotation(body: string): { readonly text: string; readonly elided: string } {
  return { text: body, elided: '' };
}
