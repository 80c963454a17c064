package org.jianxi.gateway.registries.linkage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * Why a pair may be one person: the prior and what each field adds or takes away, in bits. Holds levels and numbers, and nobody's name.
 *
 * @param prior before anything was compared
 */
public record Waterfall(double prior, List<Step> steps) {

    private static final BigDecimal LIKELIEST = new BigDecimal("0.9999");

    /** @param level one of the weights' */
    public record Step(String field, String level, Bilingual label, double bits) {}

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /** In bits. */
    public double total() {
        return prior + steps.stream().mapToDouble(Step::bits).sum();
    }

    /** Between 0 and 1, cut off behind the fourth decimal: nothing here is certain. */
    public String shown() {
        return BigDecimal.valueOf(probability())
                .min(LIKELIEST)
                .setScale(LIKELIEST.scale(), RoundingMode.DOWN)
                .toPlainString();
    }

    /** Between 0 and 1. */
    public double probability() {
        return 1 / (1 + Math.pow(2, -total()));
    }

    /** In one line: 先验 -15.3，姓名相同 +11.6 … = 13.2，99.99%. */
    public Bilingual words() {
        var zh = new StringBuilder(String.format(Locale.ROOT, "先验 %+.1f", prior));
        var en = new StringBuilder(String.format(Locale.ROOT, "prior %+.1f", prior));
        for (var step : steps) {
            zh.append("，").append(step.label().zh()).append(String.format(Locale.ROOT, " %+.1f", step.bits()));
            en.append(", ").append(step.label().en()).append(String.format(Locale.ROOT, " %+.1f", step.bits()));
        }
        var end = String.format(Locale.ROOT, " = %.1f", total());
        var share = new BigDecimal(shown()).movePointRight(2).toPlainString() + "%";
        return new Bilingual(zh + end + "，" + share, en + end + ", " + share);
    }
}
