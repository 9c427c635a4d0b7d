import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { session } from "@/api/session";
import { makeDataset } from "@/testing/fake-data";
import { serveFake } from "@/testing/fake-fetch";
import { renderInApp } from "@/testing/render";
import { DatasetBudgets } from "./dataset-budgets";

it("saves one dataset's budget in micro-dollars under the revision that was read", async () => {
  const server = serveFake();
  await session.refresh();
  renderInApp(<DatasetBudgets readOnly={false} />);
  const dataset = makeDataset();
  const field = await screen.findByRole("textbox", { name: dataset.name });
  await userEvent.clear(field);
  await userEvent.type(field, "12.5");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(server.requests.find((request) => request.method === "PATCH")).toMatchObject({ path: `/datasets/${dataset.id}`, body: { budget_micros: 12_500_000 }, ifMatch: `"${String(dataset.revision)}"` }));
});
