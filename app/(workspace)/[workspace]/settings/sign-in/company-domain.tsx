"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Chip } from "#app/_ui/chip.tsx";
import { toast } from "#app/_ui/toast.ts";
import { DnsValue } from "../_settings/dns-value.tsx";
import { shared } from "../_settings/words.ts";
import { t } from "./words.ts";

type CompanyDomainProps = {
  workspace: string;
  domain: {
    id: string;
    domain: string;
    host: string;
    proof: string;
    provenAt: Date | null;
    lostAt: Date | null;
  };
};

/** A domain with its state in a word, and what DNS must say to prove it. */
export function CompanyDomain({ workspace, domain }: CompanyDomainProps) {
  const router = useRouter();
  const { singleSignOn } = useTRPC();
  const onError = (error: Parameters<typeof problemsOf>[0]) => {
    for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
  };
  const check = useMutation(singleSignOn.checkDomain.mutationOptions({ onError }));
  const remove = useMutation(
    singleSignOn.removeDomain.mutationOptions({
      onError,
      onSuccess() {
        toast.success(t("domainRemoved", { domain: domain.domain }));
        router.refresh();
      },
    }),
  );
  const input = { workspace, companyDomainId: domain.id };
  return (
    <li className="border-t border-line py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium break-all">{domain.domain}</h3>
        <State domain={domain} />
      </div>
      {!domain.provenAt && (
        <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
          <dt className="text-muted">{t("host")}</dt>
          <DnsValue value={domain.host} />
          <dt className="text-muted">{t("proof")}</dt>
          <DnsValue value={domain.proof} />
        </dl>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {!domain.provenAt && (
          <Button size="small" onClick={() => !check.isPending && check.mutate(input)}>
            <span aria-live="polite">{t(check.isPending ? "checking" : "check")}</span>
            <span className="sr-only"> {domain.domain}</span>
          </Button>
        )}
        <Button size="small" onClick={() => !remove.isPending && remove.mutate(input)}>
          {t("removeDomain")}
          <span className="sr-only"> {domain.domain}</span>
        </Button>
      </div>
    </li>
  );
}

function State({ domain }: Pick<CompanyDomainProps, "domain">) {
  if (domain.provenAt)
    return (
      <Chip tone="ok" icon={CircleCheck}>
        {t("proven")}
      </Chip>
    );
  return (
    <Chip tone={domain.lostAt ? "alarm" : "warn"} icon={domain.lostAt ? CircleAlert : CircleDashed}>
      {t(domain.lostAt ? "lost" : "waiting")}
    </Chip>
  );
}
