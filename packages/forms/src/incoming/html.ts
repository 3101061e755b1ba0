const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Lines of the simple HTML that the converter writes. */
export function linesOfHtml(html: string): string {
  const out: string[] = [];
  const lists: { ordered: boolean; count: number }[] = [];
  const rows: string[][] = [];
  let cell: string[] | undefined;
  let line = '';
  const flush = () => {
    if (cell) {
      if (line.trim()) cell.push(line.trim());
    } else out.push(line);
    line = '';
  };
  for (const [, tag = '', words = ''] of html.matchAll(/<(\/?[a-z0-9]+)[^>]*>|([^<]+)/g)) {
    if (words) line += words.replace(/&(#39|[a-z]+);/g, (whole, name: string) => entities[name] ?? whole);
    else if (tag === 'ul' || tag === 'ol') {
      if (line.trim()) flush();
      lists.push({ ordered: tag === 'ol', count: 0 });
    } else if (tag === '/ul' || tag === '/ol') lists.pop();
    else if (tag === 'li') line = mark(lists);
    else if (tag === 'tr') rows.push([]);
    else if (tag === 'td' || tag === 'th') cell = [];
    else if (tag === '/td' || tag === '/th') {
      flush();
      const many = cell ?? [];
      rows.at(-1)?.push(many.join('\n'));
      cell = undefined;
    } else if (tag === '/tr') {
      const row = rows.pop() ?? [];
      const joined = row.length > 2 ? row.map((one) => one.replace(/\n/g, ' ')) : row;
      if (cell) cell.push(joined.join(' '));
      else out.push(joined.join('\t'));
    } else if (tag === 'br') line += cell ? ' ' : '\n';
    else if (/^\/(?:p|h\d|li)$/.test(tag) && line.trim()) flush();
  }
  if (line.trim()) flush();
  return out.join('\n');
}

/** The marker of a list item; Word's own numbering is not in the text. */
function mark(lists: readonly { ordered: boolean; count: number }[]): string {
  const list = lists.at(-1);
  if (!list?.ordered) return '- ';
  list.count += 1;
  return lists.length > 1 ? `${'abcdđeghiklmnopqrstuvxy'[list.count - 1] ?? 'y'}) ` : `${list.count}. `;
}
