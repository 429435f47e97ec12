import { Chip } from "#app/_ui/chip.tsx";
import type { OfferedDriver } from "#server/driver/rules.ts";

/** The one-tap reasons a customer chose; nothing when none. `label` names the list. */
export function ChosenDrivers({ drivers, label }: { drivers: readonly OfferedDriver[]; label: string }) {
  if (drivers.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {drivers.map((driver) => (
        <li key={driver.id}>
          <Chip>{driver.label}</Chip>
        </li>
      ))}
    </ul>
  );
}
