package org.jianxi.gateway.mapping.notation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Text that should be a number: read exactly, said to be blank, or refused. Nothing is guessed and nothing rounded. */
public sealed interface NumberText {

    /** A number, exactly as written. */
    record Read(BigDecimal value) implements NumberText {}

    /** Nothing was stated. */
    record Blank() implements NumberText {}

    /** It is not a number. */
    record NotANumber() implements NumberText {}

    int LONGEST = 40;
    Set<String> NOTHING = Set.of("—", "——", "―", "–", "-", "--", "/", "\\", "无");
    Pattern DIGITS = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");

    /** @param units words that may stand behind a number a person typed, such as 人 */
    static NumberText read(String text, NumberStyle style, List<String> units) {
        return switch (style) {
            case PLAIN -> digits(text.strip());
            case TYPED -> typed(text, units);
            case CHINESE -> chinese(text, units);
        };
    }

    private static NumberText typed(String text, List<String> units) {
        if (text.length() > LONGEST) {
            return new NotANumber();
        }
        var bare = Characters.foldNumber(text);
        if (NOTHING.contains(bare)) {
            return new Blank();
        }
        var unit = units.stream().filter(bare::endsWith).findFirst();
        if (unit.isPresent()) {
            var before = bare.substring(0, bare.length() - unit.get().length()).strip();
            return before.isEmpty() ? new NotANumber() : digits(ungrouped(before));
        }
        return digits(ungrouped(bare));
    }

    private static String ungrouped(String bare) {
        return GROUPED.matcher(bare).matches() ? bare.replace(",", "") : bare;
    }

    private static NumberText chinese(String text, List<String> units) {
        var typed = typed(text, units);
        if (!(typed instanceof NotANumber) || text.length() > LONGEST) {
            return typed;
        }
        var bare = Characters.label(text);
        var whole = bare.endsWith("整") ? bare.substring(0, bare.length() - 1) : bare;
        var unit = units.stream().filter(whole::endsWith).findFirst().orElse("");
        return ChineseNumber.parse(whole.substring(0, whole.length() - unit.length()))
                .<NumberText>map(Read::new)
                .orElse(typed);
    }

    private static NumberText digits(String bare) {
        if (bare.isEmpty()) {
            return new Blank();
        }
        return bare.length() <= LONGEST && DIGITS.matcher(bare).matches()
                ? new Read(new BigDecimal(bare))
                : new NotANumber();
    }
}
