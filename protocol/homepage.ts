/** Where whoever has not got Parley yet finds it; `homepage` of package.json. */
export const HOMEPAGE = 'https://example.org/parley';
