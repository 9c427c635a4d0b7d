import { useState, type SyntheticEvent, type ReactNode } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { patch } from "@/api/client";
import { config } from "@/api/config";
import { modelsQuery, settingsQuery, useMay, useReadOnlyReason } from "@/api/queries";
import type { Settings } from "@/api/types";
import { LoadFailed, PageBody, PageHeader } from "@/components/page";
import { Bone, Card, Waiting } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { longDay } from "@/lib/time";
import { toast } from "@/lib/toasts";
import { fromRules, rulesAreFine, toRules } from "./rules";
import { ScoreRulesFields } from "./score-rules";
import { DatasetBudgets } from "./dataset-budgets";
import { SecondOpinionFields } from "./second-opinion";
import { errorsOf, toForm, toPatch, type Form, type Texts } from "./form";

const Part = ({ title, hint, children }: { title: string; hint: string; children: ReactNode }) => (
  <Card className="px-5 py-4">
    <h2 className="text-14 font-semibold">{title}</h2>
    <p className="mb-4 text-12 text-text-2">{hint}</p>
    <div className="grid gap-4 sm:grid-cols-2">{children}</div>
  </Card>
);

function SettingsForm({ settings }: { settings: Settings }) {
  const client = useQueryClient();
  const [form, setForm] = useState(() => toForm(settings));
  const [rules, setRules] = useState(() => toRules(settings.score));
  const [left, setLeft] = useState<ReadonlySet<keyof Form>>(new Set());
  const { data: models } = useQuery(modelsQuery);
  const readOnly = useReadOnlyReason("owner");
  const errors = errorsOf(form);
  const save = useMutation({
    mutationFn: () => patch<Settings>("/settings", { ...toPatch(form), score: fromRules(rules) }, settings.revision),
    onSuccess: (after) => {
      client.setQueryData(settingsQuery.queryKey, after);
      toast("Settings saved.");
    },
    onError: () => void client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  });
  const field = (name: keyof Texts, label: string, help: string, props: { inputMode?: "decimal" | "numeric" | "email" } = {}) => (
    <Field label={label} help={help} error={left.has(name) ? errors[name] : null}>
      {(ids) => (
        <Input {...ids} {...props} disabled={Boolean(readOnly)} value={form[name]} onChange={(event) => setForm({ ...form, [name]: event.target.value })} onBlur={() => setLeft(new Set([...left, name]))} />
      )}
    </Field>
  );
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setLeft(new Set(Object.keys(form) as (keyof Form)[]));
    if (Object.keys(errors).length === 0 && rulesAreFine(rules) && !readOnly) save.mutate();
  };
  return (
    <form onSubmit={submit} className="grid max-w-200 gap-4">
      {readOnly ? <Notice tone="info" title={readOnly} /> : null}
      <Part title="Money" hint="In dollars. Nothing in this workspace spends more than its budget.">
        {field("monthly_budget", "Budget for a month", "Runs pause when it is used up.", { inputMode: "decimal" })}
        {field("warn_cost", "Ask twice from this cost on", "The count then has to be typed before a run starts.", { inputMode: "decimal" })}
        {field("warn_minutes", "Ask twice from this time on, in minutes", "For runs that take long.", { inputMode: "numeric" })}
        {field("max_paid_attempts", "Paid tries for one conversation", "The first one included. Waiting costs nothing and does not count.", { inputMode: "numeric" })}
      </Part>
      <Part title="Quality" hint="Scores go from 1 to 10.">
        {field("flag_below", "Flag below", "Conversations under this score get a flag.", { inputMode: "decimal" })}
        {field("edge_case_min", "Edge cases pass above", "Hard moments need more, and a person who read them.", { inputMode: "decimal" })}
        <ScoreRulesFields form={rules} onChange={setRules} disabled={Boolean(readOnly)} />
      </Part>
      <Part title="Writing and mail" hint="You can choose another model each time you generate.">
        <Field label="Who writes" help={models ? `Prices of ${longDay(models.prices_as_of)}` : null}>
          {(ids) => (
            <Select {...ids} disabled={Boolean(readOnly)} value={form.default_model} onChange={(event) => setForm({ ...form, default_model: event.target.value })}>
              {(models?.items ?? [{ id: form.default_model, name: form.default_model, available: true }]).map((model) => (
                <option key={model.id} value={model.id} disabled={!model.available}>
                  {model.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {field("notify_email", "Mail when a run ends or pauses", "Empty: to whoever started it.", { inputMode: "email" })}
      </Part>
      <SecondOpinionFields form={form} errors={errors} disabled={Boolean(readOnly)} onChange={(to) => setForm({ ...form, ...to })} />
      {config().model_notice ? <Notice tone="warn" title={config().model_notice ?? ""} /> : null}
      <Button type="submit" variant="primary" size="l" className="justify-self-start" busy={save.isPending} disabledReason={readOnly}>
        Save settings
      </Button>
    </form>
  );
}

export function SettingsPage() {
  const settings = useQuery(settingsQuery);
  const mayBudget = useMay("editor");
  return (
    <>
      <PageHeader title="Settings" />
      <PageBody>
        {settings.error && !settings.data ? <LoadFailed what="the settings" error={settings.error} retry={() => void settings.refetch()} /> : null}
        {settings.isLoading ? (
          <Waiting>
            <Bone className="h-60 max-w-200 rounded-3" />
          </Waiting>
        ) : null}
        {settings.data ? <SettingsForm settings={settings.data} /> : null}
        {settings.data ? <DatasetBudgets readOnly={!mayBudget} /> : null}
      </PageBody>
    </>
  );
}
