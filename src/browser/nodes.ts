/** Makes nodes and text only: no markup is ever made of what somebody typed or wrote. */

export type Child = Node | string;

export function node<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** How a node of ours is written down, for the clipboard and for files: read here, and never written. */
// oxlint-disable-next-line no-restricted-properties
export const markupOf = (element: Element): string => element.outerHTML;

/** "{n} clauses" with its numbers and names put in. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
