import { expect, it } from "vitest";
import { auditEntries } from "#db/schema/index.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { getSettings } from "#server/workspace/queries.ts";
import { updateSettings } from "#server/workspace/update-settings.ts";
import { getDataProtection } from "./queries.ts";
import { SetDataProtection } from "./schema.ts";
import { setDataProtection } from "./set-data-protection.ts";

const rt = await testRuntime();
const none = {
  ...{ controllerName: "", controllerEmail: "", controllerPhone: "", controllerAddress: "" },
  ...{ officerName: "", officerEmail: "", officerPhone: "" },
};

it("the company answers for its data by its own name and address until somebody else is named", async () => {
  const [workspace, elsewhere] = [await makeWorkspace(rt, "Fjordline"), await makeWorkspace(rt, "Nordlys")];
  await workspace.run(async (ctx) => {
    const { recoveryDays, ...settings } = await getSettings(ctx);
    await updateSettings(ctx, { ...settings, recoveryDays, postalAddress: "Strandgaten 1" } as never);
  });
  const contact = () => workspace.run(getDataProtection);
  expect(await contact()).toMatchObject({ controllerName: "Fjordline", controllerAddress: "Strandgaten 1" });
  const officer = SetDataProtection.parse({
    ...none,
    officerName: " Ida Vern ",
    officerEmail: "privacy@fjordline.example",
  });
  await workspace.run((ctx) => setDataProtection(ctx, officer));
  await workspace.run((ctx) => setDataProtection(ctx, officer));
  expect(await contact()).toMatchObject({
    controllerName: "Fjordline",
    officerName: "Ida Vern",
    officerPhone: null,
  });
  expect(await elsewhere.run(getDataProtection)).toMatchObject({
    controllerName: "Nordlys",
    officerName: null,
  });
  const acts = await workspace.run((ctx) => ctx.db.select().from(auditEntries));
  expect(acts.filter(({ action }) => action === "privacy.contact_set")).toMatchObject([
    { before: { officerName: null }, after: { officerName: "Ida Vern" } },
  ]);
});

it.each([
  [{ controllerEmail: "nobody" }, "controllerEmail"],
  [{ officerName: "Ida Vern" }, "officerEmail"],
  [{ officerEmail: "ida", officerName: "Ida" }, "officerEmail"],
  [{ controllerName: "x".repeat(201) }, "controllerName"],
])("%j is refused by name", (given, field) => {
  expect(SetDataProtection.safeParse({ ...none, ...given }).error?.issues[0]?.path).toEqual([field]);
});
