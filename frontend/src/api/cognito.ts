import { config } from "./config";
import { Unreachable } from "./problem";

export class SignUpError extends Error {}

const SENTENCES: Record<string, string> = {
  UsernameExistsException: "There is an account with this address already. Sign in instead.",
  InvalidPasswordException: "This password is too simple. Use at least 12 characters with a capital letter, a figure and a sign.",
  CodeMismatchException: "This code does not match. Check the newest mail from us.",
  ExpiredCodeException: "This code is too old. Ask for a new one.",
  LimitExceededException: "That was often in a short time. Wait a minute and try again.",
  TooManyRequestsException: "That was often in a short time. Wait a minute and try again.",
};

/** The public, unsigned part of the user pool's API: what a person may do before there is an account. */
async function call(operation: string, body: Record<string, unknown>): Promise<void> {
  let response: Response;
  try {
    response = await fetch(config().cognito_endpoint, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify({ ClientId: config().client_id, ...body }),
    });
  } catch {
    throw new Unreachable();
  }
  if (response.ok) return;
  const answer = (await response.json().catch(() => ({}))) as { __type?: string };
  const kind = answer.__type?.split("#").pop() ?? "";
  throw new SignUpError(SENTENCES[kind] ?? "The account could not be made. Check what you typed and try again.");
}

export const signUp = (email: string, password: string, name: string): Promise<void> =>
  call("SignUp", {
    Username: email,
    Password: password,
    UserAttributes: [
      { Name: "email", Value: email },
      { Name: "name", Value: name },
    ],
  });

export const confirmSignUp = (email: string, code: string): Promise<void> =>
  call("ConfirmSignUp", { Username: email, ConfirmationCode: code });

export const resendCode = (email: string): Promise<void> => call("ResendConfirmationCode", { Username: email });
