import type { Plugin } from 'rolldown';

/** Packages that TypeScript compiled to CommonJS, and of which an app with a receiver of its own uses a part. */
const PACKAGES = /node_modules\/@slack\/(bolt|oauth|socket-mode)\/.*\.js$/;

// What TypeScript writes for an import, and for handing it on: its names end in a number and are used nowhere else.
const IMPORT = /^(?:const|var) (\w+_\d+) = ((?:__import(?:Default|Star)\()?require\("[^"]+"\)\)?);$/gm;
const EXPORT = /^exports\.(\w+) = (\w+_\d+)\.default;$/gm;
const NAME = /(?<![\w.$])\w+_\d+(?=[.)])/g;

/**
 * Requires a module in those packages where it is first used. Bolt's index requires every receiver that there is, and
 * with them Express, undici and jsonwebtoken, whichever an app uses.
 */
export function lazyRequires(): Plugin {
  return {
    name: 'lazy-requires',
    transform: { filter: { id: PACKAGES }, handler: (code) => ({ code: requireLazily(code), map: null }) },
  };
}

/** The code of such a module, changed so that it requires others when it first uses them. */
export function requireLazily(code: string): string {
  const names = new Set<string>();
  const declared = code.replaceAll(IMPORT, (_, name: string, required: string) => {
    names.add(name);
    return `let required_${name}; const get_${name} = () => (required_${name} ??= ${required});`;
  });
  return declared
    .replaceAll(EXPORT, (line, exported: string, name: string) =>
      names.has(name)
        ? `Object.defineProperty(exports, "${exported}", { enumerable: true, get: () => ${name}.default });`
        : line,
    )
    .replaceAll(NAME, (name) => (names.has(name) ? `(get_${name}())` : name));
}
