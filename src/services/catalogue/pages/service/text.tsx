/** Long texts of the national catalogue: lines as paragraphs, list marks as lists, always marked as Vietnamese. */
import type { VNode } from 'preact';

const bullet = /^\s*[-–+•*]\s*/;

/** A text with line breaks. */
export function LongText({ text }: { readonly text: string }): VNode {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <div lang="vi">
      {lines.map((line) =>
        bullet.test(line) ? (
          <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-1">
            <li>{line.replace(bullet, '')}</li>
          </ul>
        ) : (
          <p class="govuk-body govuk-!-margin-bottom-2">{line}</p>
        ),
      )}
    </div>
  );
}
