import type { Env } from "./env.ts";

/**
 * Where this installation is reached: pages under `appUrl` (no slash at the end), mail at `mailDomain`. `mailFrom` is
 * its own sender address; the SPF record at `spfInclude` names the servers that send its mail. `openNetworks` are networks of
 * its own that webhooks may lead to.
 */
export type Site = {
  appUrl: string;
  mailDomain: string;
  mailFrom: string;
  spfInclude: string;
  openNetworks: string;
};

/** The site that the environment describes. */
export function siteOf({ APP_URL, MAIL_IN_DOMAIN, MAIL_FROM, SPF_INCLUDE, CHAT_NETWORKS }: Env): Site {
  return {
    appUrl: APP_URL,
    mailDomain: MAIL_IN_DOMAIN,
    mailFrom: MAIL_FROM ?? `svar@${MAIL_IN_DOMAIN}`,
    spfInclude: SPF_INCLUDE ?? MAIL_IN_DOMAIN,
    openNetworks: CHAT_NETWORKS,
  };
}
