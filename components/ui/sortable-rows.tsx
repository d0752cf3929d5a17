'use client';
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { type ComponentType, useId, useRef } from 'react';

/** What a row needs to be dragged by its handle: for a mouse, a finger and the keyboard. */
export type RowDrag = Readonly<{
  ref: (row: HTMLElement | null) => void;
  style: Readonly<Record<string, string | number>>;
  handle: Readonly<Record<string, unknown>>;
  dragging: boolean;
}>;

export type SortableRowsProps<Row extends Readonly<{ id: string }>> = Readonly<{
  rows: readonly Row[];
  Render: ComponentType<Readonly<{ row: Row; drag: RowDrag }>>;
  /** True while the rows stand still. They stay the same rows: one that came anew would lose a click under way. */
  still: boolean;
  /** What screen readers are told; places count from 0. */
  words: Readonly<{
    help: string;
    taken: (id: string, place: number) => string;
    over: (id: string, place: number) => string;
    put: (id: string, place: number) => string;
    cancelled: (id: string) => string;
  }>;
  /** The whole new order. */
  onOrder: (ids: string[], moved: string) => void;
}>;

/** A pointer has to move so far before a press is a drag. */
const DISTANCE_PX = 6;

/** Rows that change places by drag or by keyboard. */
export function SortableRows<Row extends Readonly<{ id: string }>>(props: SortableRowsProps<Row>) {
  const { rows, Render, still, words, onOrder } = props;
  const id = useId();
  const ids = rows.map(({ id }) => id);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DISTANCE_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: UniqueIdentifier | undefined) => Math.max(0, ids.indexOf(String(id)));
  // Told once for each place: being taken is no move.
  const told = useRef(-1);
  const end = ({ active, over }: DragEndEvent) => {
    if (!over || over.id === active.id) return;
    onOrder(arrayMove(ids, placeOf(active.id), placeOf(over.id)), String(active.id));
  };
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{
        // Outside of the table, which holds rows and nothing else.
        ...(typeof document !== 'undefined' && { container: document.body }),
        screenReaderInstructions: { draggable: words.help },
        announcements: {
          onDragStart: ({ active }) => {
            told.current = placeOf(active.id);
            return words.taken(String(active.id), told.current);
          },
          onDragOver: ({ active, over }) => {
            const place = placeOf(over?.id ?? active.id);
            if (place === told.current) return undefined;
            told.current = place;
            return words.over(String(active.id), place);
          },
          onDragEnd: ({ active, over }) => words.put(String(active.id), placeOf(over?.id ?? active.id)),
          onDragCancel: ({ active }) => words.cancelled(String(active.id)),
        },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {rows.map((row) => (
          <SortableRow key={row.id} row={row} Render={Render} still={still} />
        ))}
      </SortableContext>
    </DndContext>
  );
}

function SortableRow<Row extends Readonly<{ id: string }>>({
  row,
  Render,
  still,
}: Pick<SortableRowsProps<Row>, 'Render' | 'still'> & Readonly<{ row: Row }>) {
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: row.id,
    disabled: still,
  });
  const style = {
    ...(transform && { transform: `translate3d(0, ${Math.round(transform.y)}px, 0)` }),
    ...(transition && { transition }),
    ...(isDragging && { position: 'relative', zIndex: 1 }),
  };
  // The handle is a button already, and what it is called says what it is for, in the reader's language.
  const { 'aria-describedby': describedBy } = attributes;
  return (
    <Render
      row={row}
      drag={{
        ref: setNodeRef,
        style,
        handle: { 'aria-describedby': describedBy, ...listeners },
        dragging: isDragging,
      }}
    />
  );
}
