import { Badge } from '../components/Badge.tsx';
import type { Protection } from './protection-of.ts';
import './ProtectionWords.css';

/** How far a mailbox is protected: a word that stands out, and the line below it. */
export function ProtectionWords({ protection }: { protection: Protection }) {
  const { tone, icon, word, text } = protection;
  return (
    <>
      <Badge tone={tone} {...(icon && { icon })}>
        {word}
      </Badge>
      <span className="ef-visually-hidden">: </span>
      <div className="ef-muted ef-protection-text">{text}</div>
    </>
  );
}
