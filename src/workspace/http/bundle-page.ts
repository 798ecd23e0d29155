import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The page's script and style, ready to be served. */
export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

/** The page's own style, in the order in which one overrules another. */
const sheets = [
  'theme',
  'shell',
  'sidebar',
  'messages',
  'blocks',
  'fields',
  'overlays',
  'composer',
  'welcome',
  'narrow',
] as const;

const source = (name: string) => fileURLToPath(new URL(`../page/${name}`, import.meta.url));

const bundleScript = async (): Promise<string> => {
  // Only needed for the page; loading it takes a tenth of a second.
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: source('main.tsx'),
    platform: 'browser',
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return output[0].code;
};

const bundleStyle = async (): Promise<string> => {
  const require = createRequire(import.meta.url);
  const [library, own] = await Promise.all([
    readFile(require.resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8'),
    Promise.all(sheets.map((name) => readFile(source(`styles/${name}.css`), 'utf8'))),
  ]);
  // The library's rules hang on an id that every message repeats; as a class, and in a layer, the page's own win.
  return `@layer library {${library.replaceAll('#slack_blocks_to_jsx', '.slack_blocks_to_jsx')}}\n${own.join('\n')}`;
};

let bundled: Promise<PageBundle> | undefined;

/** Bundles the page from its source, once a process. Rejects when the source does not compile. */
export const bundlePage = (): Promise<PageBundle> => {
  bundled ??= Promise.all([bundleScript(), bundleStyle()]).then(([script, style]) => ({ script, style }));
  return bundled;
};
