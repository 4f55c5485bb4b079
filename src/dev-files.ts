import type { AstroIntegration } from 'astro';

/** npm run dev: Astro there answers an address of ours only with a slash at its end, which the files of a site have not. */
export function devFiles(): AstroIntegration {
  return {
    name: 'dev-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const { base } = server.config;
        server.middlewares.use((request, _response, next) => {
          if (request.url?.startsWith(base)) {
            const file = request.url.slice(base.length);
            request.url = base + file.replace(/^(?:cards|data|search|styles)\/[^?]*\.\w+(?=\?|$)/, '$&/');
          }
          next();
        });
      },
    },
  };
}
