/** How strongly marked words bind, from the codebook. The order is the one in which the legend lists them. */
export const forces = [
  'prohibition',
  'obligation',
  'recommendation',
  'permission',
  'power',
  'consequence',
  'principle',
] as const;

export type Force = (typeof forces)[number];
