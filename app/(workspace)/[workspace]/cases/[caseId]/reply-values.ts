import type { Template } from "#server/template/queries.ts";
import type { Values } from "#server/template/rules.ts";
import type { FoundCase } from "./thread.tsx";

/** What can be filled into a template for this customer by this colleague. */
export function replyValues({ customer, response, workspace }: FoundCase, agent: string): Values {
  return {
    first_name: customer?.name && firstOf(customer.name),
    name: customer?.name,
    company: customer?.account,
    score: response && String(response.score),
    agent_name: agent,
    agent_first_name: firstOf(agent),
    workspace: workspace.name,
  };
}

const firstOf = (name: string) => name.trim().split(/\s+/)[0]!;

/** Those in the customer's language first, else in the workspace's. */
export function inLanguageOf(
  { response, customer, workspace }: FoundCase,
  templates: Template[],
): Template[] {
  const language = response?.locale ?? customer?.locale ?? workspace.locale;
  const rank = ({ locale }: Template) => (locale === language ? 0 : 1);
  return templates.toSorted((a, b) => rank(a) - rank(b));
}
