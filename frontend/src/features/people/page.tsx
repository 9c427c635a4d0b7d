import { PageBody, PageHeader } from "@/components/page";
import { ApiKeys } from "./components/api-keys";
import { Members } from "./components/members";

export function PeoplePage() {
  return (
    <>
      <PageHeader title="People and keys" />
      <PageBody>
        <div className="grid max-w-260 gap-8">
          <section>
            <h2 className="mb-2 text-14 font-semibold">People</h2>
            <Members />
          </section>
          <section>
            <h2 className="mb-2 text-14 font-semibold">Keys for programs</h2>
            <ApiKeys />
          </section>
        </div>
      </PageBody>
    </>
  );
}
