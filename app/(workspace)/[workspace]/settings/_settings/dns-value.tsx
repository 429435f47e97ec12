import { CopyValue } from "./copy-value.tsx";

/** What DNS must say, in a list of terms, to be copied. */
export function DnsValue({ value }: { value: string }) {
  return (
    <dd className="flex items-start justify-between gap-3">
      <span className="min-w-0 font-mono break-all">{value}</span>
      <CopyValue value={value} />
    </dd>
  );
}
