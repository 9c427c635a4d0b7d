import type { Settings } from "@/api/types";
import { moneyField, parseMoney } from "@/lib/money";

/** The settings as typed text, so that half an amount is never a wrong amount. */
export interface Form {
  monthly_budget: string;
  warn_cost: string;
  warn_minutes: string;
  flag_below: string;
  edge_case_min: string;
  max_paid_attempts: string;
  default_model: string;
  notify_email: string;
  opinions_on: boolean;
  opinions_model: string;
  opinions_monthly: string;
  opinions_after_runs: boolean;
}

/** Its fields that are typed. */
export type Texts = { [name in keyof Form as Form[name] extends string ? name : never]: string };

export const toForm = (settings: Settings): Form => ({
  monthly_budget: moneyField(settings.monthly_budget_micros),
  warn_cost: moneyField(settings.warn_cost_micros),
  warn_minutes: String(settings.warn_minutes),
  flag_below: settings.flag_below.toFixed(1),
  edge_case_min: settings.edge_case_min.toFixed(1),
  max_paid_attempts: String(settings.max_paid_attempts),
  default_model: settings.default_model,
  notify_email: settings.notify_email,
  opinions_on: settings.second_opinion.on,
  opinions_model: settings.second_opinion.model,
  opinions_monthly: moneyField(settings.second_opinion.monthly_micros),
  opinions_after_runs: settings.second_opinion.after_runs,
});

export type Errors = Partial<Record<keyof Form, string>>;

const within = (text: string, low: number, high: number): boolean => {
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) && value >= low && value <= high;
};

export function errorsOf(form: Form): Errors {
  const errors: Errors = {};
  if (parseMoney(form.monthly_budget) === null) errors.monthly_budget = "Type an amount, for instance 50.00.";
  if (parseMoney(form.warn_cost) === null) errors.warn_cost = "Type an amount, for instance 100.00.";
  if (!within(form.warn_minutes, 1, 10_000)) errors.warn_minutes = "Type minutes, for instance 120.";
  if (!within(form.flag_below, 1, 10)) errors.flag_below = "A score is between 1 and 10.";
  if (!within(form.edge_case_min, 1, 10)) errors.edge_case_min = "A score is between 1 and 10.";
  if (!within(form.max_paid_attempts, 1, 5) || !Number.isInteger(Number(form.max_paid_attempts))) errors.max_paid_attempts = "Between 1 and 5.";
  if (form.notify_email.trim() && !/^[^\s@]+@[^\s@]+$/.test(form.notify_email.trim())) errors.notify_email = "This is not a mail address.";
  if (parseMoney(form.opinions_monthly) === null) errors.opinions_monthly = "Type an amount, for instance 5.00.";
  return errors;
}

export const toPatch = (form: Form): Partial<Settings> => ({
  monthly_budget_micros: parseMoney(form.monthly_budget) ?? 0,
  warn_cost_micros: parseMoney(form.warn_cost) ?? 0,
  warn_minutes: Number(form.warn_minutes),
  flag_below: Number(form.flag_below),
  edge_case_min: Number(form.edge_case_min),
  max_paid_attempts: Number(form.max_paid_attempts),
  default_model: form.default_model,
  notify_email: form.notify_email.trim(),
  second_opinion: {
    on: form.opinions_on,
    model: form.opinions_model,
    monthly_micros: parseMoney(form.opinions_monthly) ?? 0,
    after_runs: form.opinions_after_runs,
  },
});
