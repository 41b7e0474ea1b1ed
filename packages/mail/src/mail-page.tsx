/** @jsxRuntime automatic */
// Without the line above `npm run dev` reads no setting that says so.
import type { ReactNode } from "react";
import type { Content, Fact } from "./content.ts";
import { fonts, light, styleSheet } from "./mail-styles.ts";

/** A mail as a page: one column, as wide as the screen and at most 600 pixels, that loads nothing. */
export function MailPage({ subject, heading, paragraphs, code, facts, action, notes, footer = [] }: Content) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{styleSheet}</style>
      </head>
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: light("paper") }}>
        <Card>
          <h1 dir="auto" className="ink" style={{ ...ink, margin: 0, fontSize: 24, lineHeight: "30px" }}>
            {heading}
          </h1>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} dir="auto" className="ink" style={{ ...ink, ...block }}>
              {paragraph}
            </p>
          ))}
          {code === undefined ? null : (
            <p className="ink" style={{ ...ink, margin: "16px 0 0", fontSize: 32, letterSpacing: 6, fontWeight: 700 }}>
              {code}
            </p>
          )}
          {facts.length > 0 ? <Facts facts={facts} /> : null}
          {action ? (
            <p style={{ margin: "24px 0 0" }}>
              <a href={action.href} className="button" style={button}>
                {action.label}
              </a>
            </p>
          ) : null}
          {notes.map((note) => (
            <p key={note} className="soft" style={{ ...small, margin: "16px 0 0" }}>
              {note}
            </p>
          ))}
          {footer.length > 0 ? <Footer lines={footer} /> : null}
        </Card>
      </body>
    </html>
  );
}

/** Tables, since some clients know no other layout. */
function Card({ children }: { children: ReactNode }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: "collapse" }}>
      <tbody>
        <tr>
          <td align="center" style={{ padding: 16 }}>
            <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ maxWidth: 600 }}>
              <tbody>
                <tr>
                  <td className="card" align="left" style={card}>
                    {children}
                  </td>
                </tr>
              </tbody>
            </table>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ marginTop: 16 }}>
      <tbody>
        {facts.map(({ label, value, href, was }) => (
          <tr key={label}>
            <td className="soft line" valign="top" width={76} style={{ ...small, ...cell, lineHeight: ink.lineHeight }}>
              {label}
            </td>
            <td className="ink line" valign="top" style={{ ...ink, ...cell }}>
              <bdi>
                {href === undefined ? (
                  value
                ) : (
                  <a href={href} className="ink" style={{ color: light("ink") }}>
                    {value}
                  </a>
                )}
              </bdi>
              {was === undefined ? null : (
                <span className="soft" style={{ ...small, display: "block" }}>
                  it was <s>{was}</s>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Footer({ lines }: { lines: readonly string[] }) {
  return (
    <div className="line" style={{ marginTop: 24, paddingTop: 12, borderTop: `1px solid ${light("line")}` }}>
      {lines.map((line) => (
        <p key={line} dir="auto" className="soft" style={{ ...small, margin: 0 }}>
          {line}
        </p>
      ))}
    </div>
  );
}

/** A name may be longer than a line. */
const text = { fontFamily: fonts, overflowWrap: "anywhere" } as const;
const ink = { ...text, color: light("ink"), fontSize: 16, lineHeight: "24px" };
const small = { ...text, color: light("soft"), fontSize: 14, lineHeight: "20px" };
const block = { margin: "12px 0 0" };
const cell = { padding: "8px 8px 8px 0", borderTop: `1px solid ${light("line")}` };
const card = { backgroundColor: light("card"), border: `1px solid ${light("line")}`, borderRadius: 12, padding: 24 };
const button = {
  ...{ display: "inline-block", padding: "12px 20px", borderRadius: 8, textDecoration: "none" },
  ...{ backgroundColor: light("curtain"), color: light("onCurtain") },
  ...{ fontFamily: fonts, fontSize: 16, lineHeight: "24px", fontWeight: 600 },
};
