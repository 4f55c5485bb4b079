import type { AstroIntegration } from 'astro';

/** npm run dev: a saved content file shows at once, or its error does. */
export function contentReload(): AstroIntegration {
  return {
    name: 'content-reload',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.add('content').on('all', (_event, path) => {
          if (!path.replaceAll('\\', '/').includes('content/')) return;
          // By this name Astro forgets which pages and files there are: theirs come from what they hold.
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
