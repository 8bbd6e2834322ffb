import './Flag.css';

// The pictures lie beside the scripts (vite/flags.ts), so they are found from wherever the page is.
const folder = new URL(import.meta.env.DEV ? '/assets/flags/' : 'flags/', import.meta.url).href;

/** The flag of a country (ISO 3166-1 alpha-2), beside its name: it says nothing that the name does not. */
export function Flag({ country }: { country: string }) {
  return (
    <img
      className="ef-flag"
      src={`${folder}${country}.svg`}
      alt=""
      width="20"
      height="14"
      loading="lazy"
      decoding="async"
    />
  );
}
