package org.jianxi.gateway.mapping.conversion;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.FieldValue;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.MoneyUnit;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.NumberText;
import org.jianxi.gateway.mapping.table.Value;

/**
 * Whole numbers, decimals and money, exactly: what would have to be rounded is refused.
 *
 * @param units what may stand behind a number a person typed
 * @param unit what the source states money in; empty for anything but money
 */
record NumberConversion(Bounds bounds, NumberStyle style, List<String> units, Optional<MoneyUnit> unit, boolean percent)
        implements Conversion {

    /** @param decimals behind the point at most; 0 for whole numbers */
    record Bounds(BigDecimal least, BigDecimal most, int decimals) {}

    NumberConversion {
        units = List.copyOf(units);
    }

    @Override
    public Converted convert(Value value) {
        return switch (value) {
            case Value.Number number -> bounded(number.value());
            case Value.Text text -> text(text.text());
            case Value.Dated dated ->
                Converted.refused(
                        FieldDemand.NUMBER,
                        "是日期，不是数字；请把单元格格式改为数值",
                        "is a date, not a number; give the cell a number format");
            case Value.Truth truth -> Converted.refused(FieldDemand.NUMBER, "是布尔值，不是数字", "is a boolean, not a number");
            default -> Conversion.unusable(value);
        };
    }

    private Converted text(String text) {
        if (Conversion.saysNothing(text)) {
            return Converted.BLANK;
        }
        var written = Characters.foldNumber(text);
        var inPercent = written.endsWith("%");
        if (inPercent != percent && inPercent) {
            return Converted.refused(
                    FieldDemand.NUMBER, "是百分数，约定中没有百分数", "is a percentage, which was not agreed (unit: '%')");
        }
        return switch (NumberText.read(inPercent ? written.substring(0, written.length() - 1) : text, style, units)) {
            case NumberText.Read read -> bounded(read.value());
            case NumberText.Blank blank -> Converted.BLANK;
            case NumberText.NotANumber no -> Converted.refused(FieldDemand.NUMBER, "不是数字", "is not a number");
        };
    }

    private Converted bounded(BigDecimal stated) {
        if (stated.precision() > NumberText.LONGEST || Math.abs((long) stated.scale()) > NumberText.LONGEST) {
            return Converted.refused(FieldDemand.NUMBER, "不是合理的数字", "is no reasonable number");
        }
        var value = unit.map(one -> one.inYuan(stated)).orElse(percent ? stated.movePointLeft(2) : stated);
        if (value.compareTo(bounds.least()) < 0 || value.compareTo(bounds.most()) > 0) {
            return Converted.refused(
                    FieldDemand.NUMBER,
                    "应在%s至%s之间"
                            .formatted(
                                    bounds.least().toPlainString(),
                                    bounds.most().toPlainString()),
                    "must be from %s to %s"
                            .formatted(
                                    bounds.least().toPlainString(),
                                    bounds.most().toPlainString()));
        }
        if (value.stripTrailingZeros().scale() > bounds.decimals()) {
            return Converted.refused(
                    FieldDemand.NUMBER,
                    bounds.decimals() == 0 ? "应为整数" : "小数最多%d位，不四舍五入".formatted(bounds.decimals()),
                    bounds.decimals() == 0
                            ? "must be a whole number"
                            : "has more than %d decimals, and nothing is rounded".formatted(bounds.decimals()));
        }
        return new Converted.Good(
                bounds.decimals() == 0
                        ? new FieldValue.Whole(value.longValueExact())
                        : new FieldValue.Decimal(value.setScale(
                                unit.isPresent()
                                        ? bounds.decimals()
                                        : Math.max(0, value.stripTrailingZeros().scale()))));
    }
}
