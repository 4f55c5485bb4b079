/** The name of the only policy by which a script may name another one: our worker. Apart from security.ts, which no page need fetch. */
export const trustedTypesPolicy = 'balises';
