/** Two licences to look at, where the product has all of them. */
export const LICENCES = [
  { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Permission is hereby granted, free of charge.' },
  { name: 'a-font', version: '5.3.0', licence: 'OFL-1.1', text: '' },
] as const;
