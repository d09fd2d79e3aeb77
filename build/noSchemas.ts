/**
 * Stands where electron-store would bring ajv into main: 140 kB that are evaluated at every start, for schemas that we
 * never give it. Settings are checked by main/settings/stored.ts.
 */
export function Ajv2020(): never {
  throw new Error('the store was given a schema, but main is built without ajv: see build/vite.main.config.ts');
}

export default {};
