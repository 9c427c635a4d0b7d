import { MutationCache, QueryClient } from "@tanstack/react-query";
import { Problem, sentenceOf } from "@/api/problem";
import { toast } from "@/lib/toasts";

const worthAnotherTry = (count: number, error: unknown): boolean =>
  count < 2 && !(error instanceof Problem && !error.retryable);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5000, retry: worthAnotherTry, retryDelay: (count) => 500 * 2 ** count },
    mutations: { retry: false },
  },
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      const endedSession = error instanceof Problem && error.status === 401;
      if (!mutation.meta?.["ownError"] && !endedSession) toast(sentenceOf(error), { tone: "problem" });
    },
  }),
});
