/** The texts a client component shows, looked up on the server, so that no translator goes to the browser. */
export type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Looks `keys` up in the translator `t`; for texts without values in them. */
export function wordsOf<Key extends string>(t: (key: Key) => string, keys: readonly Key[]): Words<Key> {
  return Object.fromEntries(keys.map((key) => [key, t(key)])) as Words<Key>;
}
