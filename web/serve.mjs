// Serves a folder of static files on this machine only (127.0.0.1), for trying the page and
// for its tests. Nothing more: no directory lists, no uploads, no cache.
//
//   node web/serve.mjs [--root build/web/site] [--port 8080]
//
// If the port is taken, the next free one is used. Tests import serve().
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

// What a real host should send as well; a page cannot forbid framing by itself.
const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "frame-ancestors 'none'",
};

// Starts serving. Port 0 takes any free port. Resolves to { url, close() }.
export function serve(root, port = 0) {
  const base = resolve(root);
  const server = createServer(async (request, response) => {
    const answer = (status, type, body) => {
      response.writeHead(status, { ...headers, 'Content-Type': type });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, types['.txt'], 'Only GET.\n');
    try {
      let path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
      if (path.endsWith('/')) path += 'index.html';
      const file = join(base, path);
      if (!file.startsWith(base + sep)) throw new Error('outside the folder');
      answer(200, types[extname(file)] ?? 'application/octet-stream', await readFile(file));
    } catch {
      answer(404, types['.txt'], 'Not here.\n');
    }
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done({
      url: `http://localhost:${server.address().port}/`,
      close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections?.(); }),
    }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { root: { type: 'string', default: 'build/web/site' }, port: { type: 'string', default: '8080' } },
  });
  const first = Number(values.port);
  for (let port = first; ; ++port) {
    try {
      const { url } = await serve(values.root, port);
      console.log(`Serving ${values.root} at ${url} (Ctrl+C ends it)`);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port >= first + 20) {
        console.error(`Cannot serve on port ${port}: ${error.message}. Try --port with another number.`);
        process.exit(1);
      }
    }
  }
}
