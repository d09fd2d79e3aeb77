/** Values that belong together, and take a while to write: a half of one and a half of another would be noticed. */
export const numbered = (count: number) => ({
  displayName: `Person ${count} ${'x'.repeat(40)}`.slice(0, 60),
  hostingPort: 20_000 + (count % 20_000),
});
