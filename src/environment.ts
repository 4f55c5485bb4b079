import { z } from 'zod';

/** What may be said from outside when the site is built or served. */
const schema = z.object({
  PORT: z.coerce
    .number({ error: 'a port number, as in PORT=4321' })
    .int('a whole number')
    .min(0, 'a port from 0 to 65535')
    .max(65535, 'a port from 0 to 65535')
    .default(4321),
  SITE_URL: z.url({ protocol: /^https?$/, error: 'an address, as in SITE_URL=https://example.org' }).optional(),
  BASE_PATH: z
    .string()
    .regex(/^\/(?:[\w.~-]+\/?)*$/, 'a folder that begins with a slash, as in BASE_PATH=/balises/')
    .transform((path) => path.replace(/\/?$/, '/'))
    .default('/'),
  SECURITY_CONTACT: z
    .url({
      protocol: /^(?:https|mailto)$/,
      error: 'where a weakness is reported, as in SECURITY_CONTACT=mailto:security@example.org',
    })
    .optional(),
  OFFLINE: z.enum(['on', 'off'], { error: 'on or off' }).default('on'),
});

export type Environment = z.infer<typeof schema>;

/** Throws one sentence that a person can act on. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const read = schema.safeParse(variables);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `${name}="${variables[name] ?? ''}" cannot be used. Expected: ${message}.`;
  });
  throw new Error(faults.join('\n'));
}
