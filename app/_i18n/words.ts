/** The texts a client component shows, looked up on the server, so that no translator goes to the browser. */
export type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Looks `keys` up in the translator `t`. A place for a value stays as it is, "{n} new answers", for whoever shows the text. */
export function wordsOf<Key extends string>(t: (key: Key) => string, keys: readonly Key[]): Words<Key> {
  const say = t as (key: Key, values: Record<string, string>) => string;
  return Object.fromEntries(keys.map((key) => [key, say(key, places)])) as Words<Key>;
}

const places = new Proxy<Record<string, string>>(
  {},
  { get: (_, name) => `{${String(name)}}`, has: () => true },
);
