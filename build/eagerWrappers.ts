import type { Plugin } from 'vite';

/** What the bundler wraps a CommonJS module in, as it is before it is made smaller. */
const WRAPPER = /(__commonJS(?:Min)?\(\()\(((?:\w+(?:, \w+)*)?)\) => \{/g;

/**
 * Makes functions of the arrows that CommonJS modules are wrapped in, React among them. V8 compiles a function in brackets
 * as it comes across it. An arrow in brackets it reads over first, and then once more when it is called, which is at once.
 */
export function eagerWrappers(): Plugin {
  return {
    name: 'eager-wrappers',
    renderChunk(code) {
      if (!/__commonJS(?:Min)?\(/.test(code)) return null;
      const eager = code.replaceAll(WRAPPER, '$1function($2) {');
      if (eager === code) throw new Error('eager-wrappers: CommonJS modules are wrapped in another way than expected');
      // Nothing has moved but the rest of each wrapper's first line, where there is nothing.
      return { code: eager, map: null };
    },
  };
}
