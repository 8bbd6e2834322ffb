import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { type ReactNode, useMemo, useRef } from 'react';
import { Icon } from '../components/Icon.tsx';

/** Everything the page knows of the library that drags: no other file imports it. */

type Props = {
  ids: readonly string[];
  /** Said of every handle: how a row is dragged with the keyboard. */
  instructions: string;
  onPick: (id: string, index: number) => void;
  onOver: (id: string, index: number) => void;
  onCancel: (id: string, index: number) => void;
  onMove: (id: string, toIndex: number) => void;
  children: ReactNode;
};

const instructionsId = 'ef-drag-instructions';

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

const motionMs = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120;

/** Lets its rows be dragged up and down: with a pointer, a finger, or the keyboard. */
export function SortableList({ ids, instructions, onPick, onOver, onCancel, onMove, children }: Props) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  // The library speaks through a status region of its own. The page has one voice for all that moves: that region stays
  // outside the document, and what happens is told to the callbacks.
  const silent = useMemo(() => document.createElement('div'), []);
  const lastOver = useRef<UniqueIdentifier>(undefined);
  const indexOf = (id: UniqueIdentifier) => ids.indexOf(String(id));
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      lastOver.current = active.id;
      onPick(String(active.id), indexOf(active.id));
      return undefined;
    },
    onDragOver: ({ active, over }) => {
      // The first news is that the row lies over itself; "picked up" has just said so.
      if (!over || over.id === lastOver.current) return undefined;
      lastOver.current = over.id;
      onOver(String(active.id), indexOf(over.id));
      return undefined;
    },
    onDragEnd: () => undefined,
    onDragCancel: ({ active }) => {
      onCancel(String(active.id), indexOf(active.id));
      return undefined;
    },
  };

  function drop({ active, over }: DragEndEvent): void {
    if (over && over.id !== active.id) onMove(String(active.id), indexOf(over.id));
    else onCancel(String(active.id), indexOf(active.id));
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      accessibility={{ announcements, container: silent }}
      onDragEnd={drop}
    >
      <p id={instructionsId} hidden>
        {instructions}
      </p>
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

type SortableRow = ReturnType<typeof useSortableRow>;

/** Makes a row one that can be dragged by its handle. */
export function useSortableRow(id: string) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id,
    transition: { duration: motionMs, easing: 'ease' },
  });
  return {
    ref: setNodeRef,
    style: { transform: CSS.Translate.toString(transform), transition },
    isDragging,
    handleRef: setActivatorNodeRef,
    listeners,
  };
}

/** By this a row is dragged. */
export function DragHandle({ row, label }: { row: SortableRow; label: string }) {
  return (
    <button
      type="button"
      ref={row.handleRef}
      className="ef-rule-handle"
      aria-label={label}
      aria-describedby={instructionsId}
      {...row.listeners}
    >
      <Icon name="grip" />
    </button>
  );
}
