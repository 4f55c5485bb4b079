import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Ids hold dots, which is valid HTML: they are the ids of clauses.
    'valid-id': ['error', { relaxed: true }],
    // Astro writes void elements and attributes in its own style; both are valid.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    // A list without bullets loses its role in Safari unless it is said.
    'no-redundant-role': 'off',
    'long-title': 'off',
    'form-dup-name': ['error', { shared: ['checkbox', 'radio', 'button'] }],
    // The one form chooses what a table shows: there is nothing to submit.
    'wcag/h32': 'off',
  },
});

/** What is not valid HTML in a page, each with its place. */
export async function invalid(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map((one) => `${one.line}:${one.column} ${one.message}`));
}
