import type { ReactNode } from "react";
import { config } from "@/api/config";
import { Brand } from "@/components/brand";

/** The pages before there is a session. */
export function IdentityFrame({ title, children }: { title: string; children: ReactNode }) {
  const notice = config().model_notice;
  return (
    <main className="grid h-full place-items-center overflow-y-auto bg-bg p-4">
      <div className="grid w-full max-w-100 gap-6">
        <Brand />
        <section className="grid gap-4 rounded-4 border border-line bg-surface p-6 shadow-2">
          <h1 className="text-22">{title}</h1>
          {children}
        </section>
        {notice ? <p className="text-12 text-text-3">{notice}</p> : null}
      </div>
    </main>
  );
}
