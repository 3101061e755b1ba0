import type { RouteSectionProps } from '@solidjs/router';
import { showDay } from '@tddh/domain/day';
import { createSignal, For, Show } from 'solid-js';
import { api } from '../api.ts';
import { Answered } from '../parts/answered.tsx';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { useCatalog } from '../parts/catalog.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { useQuery } from '../query.ts';
import { isOfficer, useSession } from '../session.tsx';
import { t } from '../words/words.ts';
import { AddTasks } from './document/add.tsx';
import { EditDocument } from './document/edit.tsx';
import { DocumentFiles } from './document/files.tsx';
import { DocumentHistory } from './document/history.tsx';
import { Plan } from './document/plan.tsx';
import css from './document.module.css';

/** One document: what it says, its tasks and who carries them out, and how to complete or correct it. */
export function Document(props: RouteSectionProps) {
  const session = useSession();
  const catalog = useCatalog();
  const [editing, setEditing] = createSignal(false);
  const [adding, setAdding] = createSignal(false);
  const id = () => props.params.id ?? '';
  const query = useQuery(() => ({
    queryKey: ['figures', 'document', id()],
    queryFn: () => api.document(id()),
  }));
  const detail = () => (query.isSuccess ? query.data : undefined);
  const own = () => isOfficer(session) && detail()?.document.departmentId === session.person.unit.id;
  const draft = () => detail()?.document.status === 'draft';
  const fieldName = (fieldId: string) => catalog().fields.find((one) => one.id === fieldId)?.name ?? fieldId;

  return (
    <Page
      title={detail()?.document.number ?? t('paper.title')}
      lead={
        <span class={css.lead}>
          <a href="/van-ban">{t('paper.back')}</a>
          <Show when={draft()}>
            <Badge state="draft" />
          </Show>
        </span>
      }
      actions={
        <Show when={own()}>
          <Show when={!detail()?.document.noTask}>
            <Button onClick={() => setAdding(true)}>{t('paper.add')}</Button>
          </Show>
          <Button look={draft() ? 'primary' : 'plain'} onClick={() => setEditing(true)}>
            {t(draft() ? 'paper.complete' : 'paper.edit')}
          </Button>
        </Show>
      }
    >
      <Answered query={query} waiting={<Skeleton lines={10} height={28} />}>
        {(shown) => (
          <div class={css.columns}>
            <div class={css.main}>
              <Card>
                <p class={css.subject}>{shown().document.subject}</p>
                <dl class={css.facts}>
                  <For
                    each={[
                      [t('entry.type'), shown().document.typeName],
                      [t('entry.issuedOn'), showOr(shown().document.issuedOn)],
                      [t('entry.issuer'), shown().document.issuer],
                      [t('entry.signer'), shown().document.signer ?? '–'],
                      [t('entry.field'), fieldName(shown().document.fieldId)],
                      [t('paper.department'), shown().document.departmentName],
                      [t('paper.enteredOn'), showDay(shown().document.enteredOn)],
                    ]}
                  >
                    {([name, value]) => (
                      <div>
                        <dt>{name}</dt>
                        <dd>{value}</dd>
                      </div>
                    )}
                  </For>
                  <Show when={shown().document.national}>
                    <div>
                      <dt>{t('life.nationalSource')}</dt>
                      <dd>
                        <a href={`/api/documents/${shown().document.id}/package`} download="">
                          {t('life.nationalPackage')}
                        </a>
                      </dd>
                    </div>
                  </Show>
                </dl>
              </Card>
              <DocumentFiles detail={shown()} />
              <Plan detail={shown()} own={own()} mayRule={own() || session.person.role === 'office-leader'} />
            </div>
            <DocumentHistory detail={shown()} fieldName={fieldName} />
            <Dialog
              open={editing()}
              wide
              title={t(draft() ? 'paper.complete' : 'paper.edit')}
              close={() => setEditing(false)}
            >
              <EditDocument document={shown().document} close={() => setEditing(false)} />
            </Dialog>
            <Dialog open={adding()} wide title={t('paper.add')} close={() => setAdding(false)}>
              <AddTasks document={shown().document} close={() => setAdding(false)} />
            </Dialog>
          </div>
        )}
      </Answered>
    </Page>
  );
}

function showOr(day: string | null): string {
  return day ? showDay(day) : '–';
}
