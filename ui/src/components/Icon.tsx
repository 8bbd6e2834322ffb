import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  Clock,
  Copy,
  Ellipsis,
  Eye,
  Globe,
  GripVertical,
  House,
  type LucideIcon,
  Mail,
  MapPin,
  Network,
  Pause,
  Pencil,
  Play,
  Plus,
  Search,
  Server,
  Shield,
  Trash2,
  TriangleAlert,
  X,
} from 'lucide-react';

/** The pictures of the page, by what they mean here. */
const icons = {
  allow: Check,
  block: X,
  close: X,
  up: ArrowUp,
  down: ArrowDown,
  top: ArrowUpToLine,
  bottom: ArrowDownToLine,
  edit: Pencil,
  delete: Trash2,
  copy: Copy,
  more: Ellipsis,
  add: Plus,
  grip: GripVertical,
  back: ChevronLeft,
  next: ChevronRight,
  open: ChevronDown,
  shield: Shield,
  watch: Eye,
  warn: TriangleAlert,
  pause: Pause,
  play: Play,
  clock: Clock,
  search: Search,
  place: MapPin,
  provider: Network,
  server: Server,
  vpn: Globe,
  home: House,
  mail: Mail,
} as const satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

/** A small picture beside a word; it says nothing that the word does not. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const Picture = icons[name];
  return <Picture className="ef-icon" size={size} aria-hidden="true" focusable="false" />;
}
