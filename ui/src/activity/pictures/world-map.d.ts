declare module 'virtual:world-map' {
  /** Outlines by country code (ISO 3166-1 alpha-2); x and y in tenths of a degree, y downwards. */
  const outlines: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: a module that is made of data has nothing else to name
  export default outlines;
}
