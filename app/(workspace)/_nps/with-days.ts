/** An address whose answers are those of these days, both included; what else it asks for stays. */
export function withDays(address: string, { from, to }: { from: string; to: string }): string {
  const [path, query] = address.split("?", 2);
  const asked = new URLSearchParams(query);
  asked.set("from", from);
  asked.set("to", to);
  return `${path}?${asked}`;
}
