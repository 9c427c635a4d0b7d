import { useState, type ReactNode } from "react";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { renderInApp } from "@/testing/render";
import { Confirm, Dialog } from "./dialog";

function Page({ question }: { question: (open: boolean, close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Ask</button>
      {question(open, () => setOpen(false))}
    </>
  );
}

it.each([
  ["the dialog", (open: boolean, close: () => void) => <Dialog open={open} onClose={close} title="Sure?" footer={null} />, () => screen.findByRole("dialog")],
  ["the way out", (open: boolean, close: () => void) => <Confirm open={open} onClose={close} onConfirm={close} title="Sure?" verb="Delete 3">Three.</Confirm>, () => screen.findByRole("button", { name: "Cancel" })],
])("starts on %s and gives the focus back to what opened it", async (_, question, first) => {
  const user = userEvent.setup();
  renderInApp(<Page question={question} />);
  const opener = await screen.findByRole("button", { name: "Ask" });
  opener.focus();
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(await first());
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(opener));
});
