import "./plan.css";
import { type PlanDrawing, viewBoxOf } from "./plan-drawing";

/** A drawing of the hall, in the colors of `plan.css`. */
export function PlanPicture({ drawing, className }: { drawing: PlanDrawing; className?: string }) {
  return (
    <svg viewBox={viewBoxOf(drawing.frame)} role="img" aria-label={drawing.name} className={className}>
      {drawing.parts.map((part) =>
        "path" in part ? (
          <path
            key={`${part.role} ${part.path}`}
            className={`plan-${part.role}`}
            d={part.path}
            strokeWidth={part.width}
          />
        ) : (
          <text
            key={`${part.role} ${part.x} ${part.y}`}
            className={`plan-${part.role}`}
            x={part.x}
            y={part.y}
            fontSize={part.size}
          >
            {part.text}
          </text>
        ),
      )}
    </svg>
  );
}
