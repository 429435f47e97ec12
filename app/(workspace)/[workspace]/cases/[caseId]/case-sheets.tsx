"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useFragment } from "#app/_ui/use-fragment.ts";
import { isPhone } from "#app/_ui/use-is-phone.ts";

type CaseSheet = "customer" | "write";

type CaseSheetsValue = {
  open: CaseSheet | null;
  /** Opens it on a phone; elsewhere it is there anyway. */
  show(sheet: CaseSheet): void;
  /** Resolves when none is open any more. */
  close(): Promise<void>;
};

const Sheets = createContext<CaseSheetsValue | null>(null);

const words = { read: /^#(customer|write)$/, write: (sheet: string) => `#${sheet}` };

/** Which part of a case's page lies above it on a phone: what is known of the customer, or what is being written. */
export function CaseSheets({ children }: { children: ReactNode }) {
  const fragment = useFragment(words);
  const open = fragment.value as CaseSheet | null;
  const show = (sheet: CaseSheet) => {
    if (isPhone() && open !== sheet) fragment.show(sheet);
  };
  const close = async () => {
    if (open !== null) await fragment.close();
  };
  return <Sheets value={{ open, show, close }}>{children}</Sheets>;
}

/** What lies above the case on a phone, and the ways to change that. */
export function useCaseSheets(): CaseSheetsValue {
  const value = useContext(Sheets);
  if (!value) throw new Error("the sheets of a case need CaseSheets above them");
  return value;
}
