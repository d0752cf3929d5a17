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
import type { ComponentType } from 'react';

/** What a row needs to be dragged by its handle: for a mouse, a finger and the keyboard. */
export type RowDrag = Readonly<{
  ref: (row: HTMLElement | null) => void;
  style: Readonly<Record<string, string | number>>;
  handle: Readonly<Record<string, unknown>>;
  dragging: boolean;
}>;

export type SortableRowsProps<Row extends Readonly<{ id: string }>> = Readonly<{
  rows: readonly Row[];
  Render: ComponentType<Readonly<{ row: Row; drag?: RowDrag }>>;
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

/** Rows that change places by drag or by keyboard. Loaded late: without it the rows stand still. */
export default function SortableRows<Row extends Readonly<{ id: string }>>(props: SortableRowsProps<Row>) {
  const { rows, Render, words, onOrder } = props;
  const ids = rows.map(({ id }) => id);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DISTANCE_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: UniqueIdentifier | undefined) => Math.max(0, ids.indexOf(String(id)));
  const end = ({ active, over }: DragEndEvent) => {
    if (!over || over.id === active.id) return;
    onOrder(arrayMove(ids, placeOf(active.id), placeOf(over.id)), String(active.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{
        screenReaderInstructions: { draggable: words.help },
        announcements: {
          onDragStart: ({ active }) => words.taken(String(active.id), placeOf(active.id)),
          onDragOver: ({ active, over }) => words.over(String(active.id), placeOf(over?.id ?? active.id)),
          onDragEnd: ({ active, over }) => words.put(String(active.id), placeOf(over?.id ?? active.id)),
          onDragCancel: ({ active }) => words.cancelled(String(active.id)),
        },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {rows.map((row) => (
          <SortableRow key={row.id} row={row} Render={Render} />
        ))}
      </SortableContext>
    </DndContext>
  );
}

function SortableRow<Row extends Readonly<{ id: string }>>({
  row,
  Render,
}: Pick<SortableRowsProps<Row>, 'Render'> & Readonly<{ row: Row }>) {
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: row.id,
  });
  const style = {
    ...(transform && { transform: `translate3d(0, ${Math.round(transform.y)}px, 0)` }),
    ...(transition && { transition }),
    ...(isDragging && { position: 'relative', zIndex: 1 }),
  };
  // The handle is a button already.
  const { role: _role, tabIndex: _tabIndex, ...described } = attributes;
  return (
    <Render
      row={row}
      drag={{ ref: setNodeRef, style, handle: { ...described, ...listeners }, dragging: isDragging }}
    />
  );
}
