import { useState } from 'react';
import type { Fields } from '../blocks/walk-blocks.ts';
import { keyed } from './keyed.ts';
import { Library } from './library.tsx';

interface Cell extends Fields {
  readonly type: string;
  readonly text?: string;
}

const CellContent = ({ cell }: { cell: Cell }) => (cell.type === 'rich_text' ? <Library blocks={[cell]} /> : cell.text);

/** A table or data_table: the first row is its header. A long data_table turns its pages. */
export const Table = ({ block }: { block: Fields }) => {
  const [page, setPage] = useState(0);
  const [header = [], ...body] = block.rows as Cell[][];
  const settings = (block.column_settings as ({ align?: string; is_wrapped?: boolean } | null)[] | undefined) ?? [];
  const isData = block.type === 'data_table';
  const perPage = isData ? Number(block.page_size ?? 5) : body.length || 1;
  const pages = Math.max(1, Math.ceil(body.length / perPage));
  const rowHeader = isData ? Number(block.row_header_column_index ?? 0) : -1;
  const caption = block.caption as string | undefined;
  const columns = Math.max(header.length, ...body.map((row) => row.length));

  const style = (column: number, cell?: Cell) => ({
    textAlign: (settings[column]?.align ?? (cell?.type === 'raw_number' ? 'right' : 'left')) as
      | 'left'
      | 'center'
      | 'right',
    whiteSpace: settings[column]?.is_wrapped || isData ? ('normal' as const) : ('nowrap' as const),
  });
  const places = Array.from({ length: columns }, (_, column) => column);

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className="table" tabIndex={0} aria-label={caption ?? 'Table'}>
        <table>
          {caption && <caption>{caption}</caption>}
          <thead>
            <tr>
              {places.map((column) => (
                <th key={column} scope="col" style={style(column)}>
                  {header[column] && <CellContent cell={header[column]} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(body.slice(page * perPage, (page + 1) * perPage)).map(({ key, item: row }) => (
              <tr key={key}>
                {places.map((column) => {
                  const cell = row[column];
                  const content = cell && <CellContent cell={cell} />;
                  return column === rowHeader ? (
                    <th key={column} scope="row" style={style(column, cell)}>
                      {content}
                    </th>
                  ) : (
                    <td key={column} style={style(column, cell)}>
                      {content}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <div className="pages">
          <button type="button" className="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </button>
          <span aria-live="polite">
            {page + 1} of {pages}
          </span>
          <button type="button" className="button" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            Next
          </button>
        </div>
      )}
    </>
  );
};
