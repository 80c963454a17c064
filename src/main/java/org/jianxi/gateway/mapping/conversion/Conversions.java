package org.jianxi.gateway.mapping.conversion;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Dictionary;
import org.jianxi.gateway.forms.Field;
import org.jianxi.gateway.forms.FieldType;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.DateForm;
import org.jianxi.gateway.mapping.notation.FieldText;
import org.jianxi.gateway.mapping.notation.MoneyUnit;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.Words;

/** Makes the conversion of a field from its type and the words of a mapping, and refuses words that mean nothing for the type. */
public final class Conversions {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{64}");
    private static final List<String> ANYWHERE =
            List.of("from", "at", "document", "in", "const", "expr", "match", "blankAs");

    private final Dictionary dictionary;
    private final NumberStyle usual;
    private final boolean sheet;

    public Conversions(Dictionary dictionary, NumberStyle usual, boolean sheet) {
        this.dictionary = dictionary;
        this.usual = usual;
        this.sheet = sheet;
    }

    public Conversion of(Field field, Words words) {
        return NotStated.read(words, typed(field, words));
    }

    private Conversion typed(Field field, Words words) {
        return switch (field.type()) {
            case FieldType.Text type -> longCode(new TextConversion(type), words);
            case FieldType.PersonName type -> plain(new PersonNameConversion(text(type.longest())), words);
            case FieldType.Whole type ->
                number(
                        new NumberConversion.Bounds(
                                BigDecimal.valueOf(type.least()), BigDecimal.valueOf(type.most()), 0),
                        words);
            case FieldType.Decimal type ->
                number(new NumberConversion.Bounds(type.least(), type.most(), type.decimals()), words);
            case FieldType.Money type -> money(type, words);
            case FieldType.Day type -> date(DateForm.Precision.DAY, words);
            case FieldType.Month type -> date(DateForm.Precision.MONTH, words);
            case FieldType.Moment type -> date(DateForm.Precision.MOMENT, words);
            case FieldType.Truth type -> truth(words);
            case FieldType.Coded type -> coded(type, words);
            case FieldType.Division type -> division(type, words);
            case FieldType.Office type -> office(words);
            case FieldType.CreditCode type -> longCode(new CreditCodeConversion(), words);
            case FieldType.CitizenId type -> longCode(new CitizenIdConversion(), words);
            case FieldType.Token type ->
                plain(new TextConversion(new FieldType.Text(64, Optional.of(TOKEN), Optional.empty())), words);
        };
    }

    private static TextConversion text(int longest) {
        return new TextConversion(new FieldType.Text(longest, Optional.empty(), Optional.empty()));
    }

    private static Conversion plain(Conversion conversion, Words words) {
        only(words);
        return conversion;
    }

    private Conversion longCode(Conversion conversion, Words words) {
        only(words);
        return sheet ? new SheetNumbers(conversion) : conversion;
    }

    private Conversion number(NumberConversion.Bounds bounds, Words words) {
        only(words, "numbers", "unit");
        var percent = words.text("unit", "").equals("%");
        if (words.has("unit") && !percent) {
            throw words.at("unit").problem("only money has a unit to choose; a share may say '%'");
        }
        return new NumberConversion(
                bounds, style(words), List.of("个", "家", "人", "名", "月", "个月", "年"), Optional.empty(), percent);
    }

    private Conversion money(FieldType.Money type, Words words) {
        only(words, "numbers", "unit");
        var unit = words.find("unit")
                .map(one -> MoneyUnit.named(one.text()).orElseThrow(() -> one.problem("must be 分, 角, 元, 千元 or 万元")))
                .orElse(MoneyUnit.YUAN);
        var most = BigDecimal.TEN.pow(type.digits() - 2).subtract(new BigDecimal("0.01"));
        var units = unit == MoneyUnit.YUAN ? List.of("元", "圆") : List.of(unit.word());
        return new NumberConversion(
                new NumberConversion.Bounds(BigDecimal.ZERO, most, 2), style(words), units, Optional.of(unit), false);
    }

    private NumberStyle style(Words words) {
        return words.find("numbers")
                .map(one -> NumberStyle.named(one.text()).orElseThrow(() -> one.problem("is no style of numbers")))
                .orElse(usual);
    }

    private static Conversion date(DateForm.Precision wanted, Words words) {
        only(words, "as", "day");
        var forms = words.find("as").map(Conversions::forms);
        var last = words.find("day").map(one -> one.text().equals("last"));
        var monthOnly =
                forms.filter(some -> some.stream().anyMatch(form -> form.precision() == DateForm.Precision.MONTH));
        if (wanted != DateForm.Precision.MONTH && monthOnly.isPresent() && last.isEmpty()) {
            throw words.problem("a month is no date: say day: first or day: last if that was agreed");
        }
        return new DateConversion(wanted, forms.orElseGet(DateForm::clear), forms.isPresent(), last);
    }

    private static List<DateForm> forms(Words words) {
        return words.texts().stream()
                .map(name ->
                        DateForm.named(name).orElseThrow(() -> words.problem(name + " is no way of writing a date")))
                .toList();
    }

    private static Conversion truth(Words words) {
        only(words, "yes", "no");
        if (words.has("yes") != words.has("no")) {
            throw words.problem("says both yes and no, or neither");
        }
        if (!words.has("yes")) {
            return new TruthConversion(TruthConversion.YES, TruthConversion.NO);
        }
        var yes = words.at("yes").texts().stream().map(FieldText::word).collect(Collectors.toSet());
        var no = words.at("no").texts().stream().map(FieldText::word).collect(Collectors.toSet());
        if (yes.stream().anyMatch(no::contains)) {
            throw words.problem("one word cannot mean both yes and no");
        }
        return new TruthConversion(yes, no);
    }

    private static Conversion coded(FieldType.Coded type, Words words) {
        only(words, "codes", "orElse");
        var table = new LinkedHashMap<String, String>();
        words.meanings("codes").forEach(one -> {
            if (!type.codes().allows(one.text())) {
                throw one.problem(one.text() + " is no code of this field; docs/datasets.md lists them");
            }
            table.put(one.name(), one.text());
        });
        var otherwise = words.find("orElse").map(one -> {
            if (!type.codes().allows(one.text())) {
                throw one.problem(one.text() + " is no code of this field; docs/datasets.md lists them");
            }
            return one.text();
        });
        return CodeConversion.of(type.codes(), table, otherwise);
    }

    private Conversion division(FieldType.Division type, Words words) {
        only(words, "code", "codes");
        var own = new LinkedHashMap<String, String>();
        words.meanings("codes").forEach(one -> {
            if (!one.text().matches("[1-8][0-9]{5}")) {
                throw one.problem("must be a division code of six digits");
            }
            own.put(FieldText.word(one.name()), one.text());
        });
        return new DivisionConversion(
                dictionary.divisions(), type.anywhere(), words.text("code", "").equals("divisions"), own);
    }

    private Conversion office(Words words) {
        only(words, "code", "codes");
        Map<String, Sender> own = new LinkedHashMap<>();
        words.meanings("codes")
                .forEach(one -> own.put(
                        Characters.label(one.name()),
                        Sender.parse(one.text())
                                .orElseThrow(() -> one.problem("must be a division code of six digits"))));
        return OfficeConversion.of(dictionary.offices(), own);
    }

    private static void only(Words words, String... more) {
        var known = List.of(more);
        if (words.isText() || words.isList()) {
            return;
        }
        for (var word : words.members()) {
            if (!known.contains(word.name()) && !ANYWHERE.contains(word.name()) && !NotStated.saidBy(word)) {
                throw word.problem("this word means nothing for this type of field");
            }
        }
    }
}
