import type { Api } from './product.ts';

let last = 70_000;
/** A number that no other document of the test has. */
export function newNumber(symbol = 'UBND-TH'): string {
  last += 1;
  return `${last}/${symbol}`;
}

export interface Entered {
  document: { id: string; number: string };
  assignments: { id: string; agency: { id: string; name: string }; revision: number }[];
}

/** Enters a document of one task by the API. */
export function enter(
  officer: Api,
  task: { content: string; leads: string[]; dueOn: string | null },
  number = newNumber(),
): Promise<Entered> {
  return officer.post<Entered>('/api/documents', {
    ...{ number, issuedOn: '2023-11-30', issuer: 'UBND tỉnh', type: 'Công văn' },
    subject: `Triển khai nhiệm vụ theo văn bản ${number}`,
    tasks: [{ ...task, supports: [] }],
  });
}

/** Reports by the API, as the agency. */
export function report(agency: Api, id: string, result = 'Đã hoàn thành, gửi kèm báo cáo'): Promise<unknown> {
  return agency.post(`/api/assignments/${id}/report`, {
    ...{ result, documentNumber: '312/BC-UBND', documentDate: '2023-11-30' },
  });
}
