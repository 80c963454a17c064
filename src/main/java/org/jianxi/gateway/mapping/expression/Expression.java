package org.jianxi.gateway.mapping.expression;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.mapping.table.Value;

/** A compiled expression over {@code r}, what the record says, and {@code f}, the fields read so far. It can reach nothing else. */
public record Expression(String written, CelRuntime.Program program) {

    /** What it comes to; a value nothing can be read from where it comes to nothing. */
    public Value value(Map<String, String> record, Map<String, Object> fields) {
        try {
            return switch (program.eval(Map.of("r", record, "f", fields))) {
                case String text -> new Value.Text(text);
                case Long number -> new Value.Number(BigDecimal.valueOf(number));
                case ExactDecimal decimal -> new Value.Number(decimal.number());
                case Boolean truth -> new Value.Truth(truth);
                case NullValue none -> new Value.Nothing();
                case Double inexact ->
                    new Value.Unusable(
                            new Bilingual("算式结果是近似小数，请用decimal()", "came to an inexact number; use decimal()"));
                default -> new Value.Unusable(new Bilingual("算式没有结果", "came to nothing that can be read"));
            };
        } catch (CelEvaluationException failed) {
            return new Value.Unusable(new Bilingual("算式无法计算", "could not be computed"));
        }
    }

    /** Whether it holds; empty when that cannot be told. */
    public Optional<Boolean> holds(Map<String, String> record, Map<String, Object> fields) {
        return value(record, fields) instanceof Value.Truth truth ? Optional.of(truth.value()) : Optional.empty();
    }
}
