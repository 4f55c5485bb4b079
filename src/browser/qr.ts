import { encode } from 'uqr';
import { svg } from './shapes.ts';

/** The quiet zone that a reader of such codes needs, in modules. */
const quiet = 4;

interface Code {
  /** Modules on a side, the quiet zone included. */
  size: number;
  dark: readonly (readonly boolean[])[];
}

export function codeOf(address: string): Code {
  const { size, data } = encode(address, { ecc: 'M', border: quiet });
  return { size, dark: data };
}

/** One path for all dark modules: runs of a row. */
export function qrCode(address: string, label: string): Node {
  const { size, dark } = codeOf(address);
  const runs = dark.flatMap((row, y) =>
    row.flatMap((on, x) => {
      if (!on || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      const length = (end === -1 ? row.length : end) - x;
      return [`M${x} ${y}h${length}v1h-${length}z`];
    }),
  );
  return svg(
    'svg',
    {
      class: 'qr',
      viewBox: `0 0 ${size} ${size}`,
      role: 'img',
      'aria-label': label,
      'data-address': address,
      'shape-rendering': 'crispEdges',
    },
    svg('path', { fill: '#fff', d: `M0 0h${size}v${size}H0z` }),
    svg('path', { d: runs.join('') }),
  );
}
