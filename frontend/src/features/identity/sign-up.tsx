import { useState, type SyntheticEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { confirmSignUp, resendCode, signUp } from "@/api/cognito";
import { startSignIn } from "@/api/oidc";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/lib/toasts";
import { IdentityFrame } from "./frame";

const own = { meta: { ownError: true } };

function ConfirmForm({ email }: { email: string }) {
  const [code, setCode] = useState("");
  const confirm = useMutation({
    ...own,
    mutationFn: () => confirmSignUp(email, code.trim()),
    onSuccess: () => startSignIn("/datasets"),
  });
  const resend = useMutation({ ...own, mutationFn: () => resendCode(email), onSuccess: () => void toast(`A new code is on its way to ${email}.`) });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-13 text-text-2 anywhere">We sent a code to {email}. It is good for a day.</p>
      <Field label="Code" error={confirm.error?.message ?? resend.error?.message}>
        {(ids) => <Input {...ids} required inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} />}
      </Field>
      <Button type="submit" variant="primary" size="l" busy={confirm.isPending}>
        Confirm and sign in
      </Button>
      <Button variant="link" onClick={() => resend.mutate()}>
        Send a new code
      </Button>
    </form>
  );
}

export function SignUpPage() {
  const [form, setForm] = useState({ name: "", email: "", password: "" });
  const make = useMutation({ ...own, mutationFn: () => signUp(form.email.trim(), form.password, form.name.trim()) });
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  if (make.isSuccess) {
    return (
      <IdentityFrame title="Check your mail">
        <ConfirmForm email={form.email.trim()} />
      </IdentityFrame>
    );
  }
  return (
    <IdentityFrame title="Make an account">
      <form onSubmit={submit} className="grid gap-4">
        {make.error ? <Notice tone="problem" title={make.error.message} /> : null}
        <Field label="Your name">{(ids) => <Input {...ids} required autoComplete="name" value={form.name} onChange={set("name")} />}</Field>
        <Field label="Mail address">{(ids) => <Input {...ids} required type="email" autoComplete="email" value={form.email} onChange={set("email")} />}</Field>
        <Field label="Password" help="At least 12 characters, with a capital letter, a figure and a sign.">
          {(ids) => <Input {...ids} required type="password" minLength={12} autoComplete="new-password" value={form.password} onChange={set("password")} />}
        </Field>
        <Button type="submit" variant="primary" size="l" busy={make.isPending}>
          Make an account
        </Button>
      </form>
      <p className="text-13 text-text-2">
        You have one?{" "}
        <Link to="/sign-in" className="font-semibold text-primary-text hover:underline">
          Sign in
        </Link>
      </p>
    </IdentityFrame>
  );
}
