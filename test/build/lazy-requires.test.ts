import { describe, expect, it } from 'vitest';
import { requireLazily } from '../../build/lazy-requires.ts';

/** Runs a CommonJS module, and says in which order it required others. */
function run(code: string, modules: Readonly<Record<string, unknown>>) {
  const required: string[] = [];
  const exports: Record<string, unknown> = {};
  const require = (name: string) => {
    required.push(name);
    return modules[name];
  };
  new Function('exports', 'require', '__importDefault', code)(exports, require, (it: unknown) => it);
  return { exports, required };
}

const INDEX = `
const App_1 = __importDefault(require("./App"));
exports.App = App_1.default;
const errors_1 = require("./errors");
const [NAME] = ["errors_1.x"];
exports.fail = () => { throw new errors_1.AppError(NAME + errors_1.codes.one); };
exports.call = () => (0, errors_1.describe)("it");
`;

class AppError extends Error {}
const MODULES = { './App': { default: 'the app' }, './errors': { AppError, codes: { one: 1 }, describe: String } };

describe('a module of Bolt, made lazy', () => {
  it('requires nothing before it is used, and each module once', () => {
    const { exports, required } = run(requireLazily(INDEX), MODULES);
    expect(required).toEqual([]);
    expect(exports.App).toBe('the app');
    expect(required).toEqual(['./App']);
    expect(exports.App).toBe('the app');
    expect(exports.fail).toThrow(AppError);
    expect((exports.call as () => string)()).toBe('it');
    expect(required).toEqual(['./App', './errors']);
  });

  it('names what it exports before it requires it', () => {
    const { exports, required } = run(requireLazily(INDEX), MODULES);
    expect(Object.keys(exports)).toEqual(['App', 'fail', 'call']);
    expect(required).toEqual([]);
  });

  it('leaves what is no import as it is', () => {
    const code = 'const version_1 = "5.1";\nexports.version = version_1.length;\n';
    expect(requireLazily(code)).toBe(code);
  });
});
