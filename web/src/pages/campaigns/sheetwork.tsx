import FileDown from 'lucide-solid/icons/file-down';
import FileUp from 'lucide-solid/icons/file-up';
import { createSignal, Show } from 'solid-js';
import { api } from '../../api.ts';
import type { CampaignDetail, JudgedRow } from '../../campaigns.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/page.tsx';
import { ErrorBox, Skeleton } from '../../parts/states.tsx';
import { say, sayProblem } from '../../parts/toasts.ts';
import { invalidate } from '../../queries.ts';
import { t } from '../../words/words.ts';
import { type Line, Preview } from './preview.tsx';
import css from './sheetwork.module.css';

/** So many rows are applied by one request. */
const atOnce = 100;
/** Bytes of a workbook at most: in base64 it must fit into one request. */
const mostBytes = 1_400_000;

/** The sheet of a campaign: out, filled in, in again; what each row would do is seen before anything is applied. */
export function SheetWork(props: { campaign: CampaignDetail['campaign']; fills: boolean }) {
  const [name, setName] = createSignal('');
  const [lines, setLines] = createSignal<Line[]>();
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal<'reading' | 'applying'>();
  let input: HTMLInputElement | undefined;
  const ready = () => (lines() ?? []).filter((line) => line.verdict === 'apply');

  async function read(file: File | undefined) {
    if (!file) return;
    setName(file.name);
    setLines(undefined);
    setError(undefined);
    if (file.size > mostBytes) return say(t('campaign.tooLarge'), 'bad');
    setBusy('reading');
    try {
      const { rows } = await api.previewCampaign(props.campaign.id, await base64(file));
      setLines(rows.map(lineOf));
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(undefined);
      if (input) input.value = '';
    }
  }
  async function apply() {
    setBusy('applying');
    try {
      const rows = ready().map((line) => line.row);
      for (let i = 0; i < rows.length; i += atOnce) {
        const { results } = await api.applyCampaign(props.campaign.id, rows.slice(i, i + atOnce));
        const byRow = new Map(results.map((one) => [one.row, one]));
        setLines((all) =>
          all?.map((line) => {
            const told = byRow.get(line.row.row);
            return told ? { ...line, verdict: told.verdict, fresh: told.ok, said: told.message ?? '' } : line;
          }),
        );
      }
    } catch (refused) {
      sayProblem(refused);
    } finally {
      setBusy(undefined);
      void invalidate();
    }
  }
  return (
    <Card title={t('campaign.sheet')} lead={t(props.fills ? 'campaign.sheetLead' : 'campaign.sheetRead')}>
      <div class={css.ways}>
        <ButtonLink href={`/api/campaigns/${props.campaign.id}/sheet.xlsx`} target="_self">
          <FileDown size={16} />
          {t('campaign.download')}
        </ButtonLink>
        <Show when={props.fills}>
          <input
            ref={input}
            class={css.file}
            type="file"
            accept=".xlsx"
            tabIndex={-1}
            aria-label={t('campaign.upload')}
            onChange={(event) => void read(event.currentTarget.files?.[0])}
          />
          <Button onClick={() => input?.click()} disabled={busy() !== undefined}>
            <FileUp size={16} />
            {t('campaign.upload')}
          </Button>
        </Show>
      </div>
      <Show when={busy() === 'reading'}>
        <Skeleton lines={4} />
      </Show>
      <Show when={error()}>{(refused) => <ErrorBox error={refused()} />}</Show>
      <Show when={lines()}>
        {(all) => (
          <Preview name={name()} lines={all()}>
            <Button
              look="primary"
              disabled={ready().length === 0 || busy() !== undefined}
              onClick={() => void apply()}
            >
              {t('campaign.apply', { n: ready().length })}
            </Button>
          </Preview>
        )}
      </Show>
    </Card>
  );
}

function lineOf(judged: JudgedRow): Line {
  return { ...judged, said: judged.faults.map((fault) => fault.message).join(' ') };
}

/** A file as base64, without the head of a data address. */
function base64(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}
