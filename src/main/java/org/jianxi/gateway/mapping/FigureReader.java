package org.jianxi.gateway.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.StatedRule;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.forms.CanonicalRule;
import org.jianxi.gateway.forms.Unit;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.MappingRule;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.NumberText;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.SourceDocument;
import org.jianxi.gateway.mapping.table.Value;

/** Reads one figure out of a document: an amount with its place, or the reason there is none. */
final class FigureReader {

    private final NumberStyle style;

    FigureReader(NumberStyle style) {
        this.style = style;
    }

    /** What came of it: exactly one of the two is present. */
    record Figure(Optional<Long> amount, Place place, Optional<Finding> finding) {}

    Figure read(FigureRule rule, SourceDocument document) {
        if (rule.constant().isPresent()) {
            return new Figure(rule.constant(), Place.indicator(number(rule)), Optional.empty());
        }
        if (rule.words().computed().isPresent()) {
            var value = rule.words().computed().get().value(document);
            return found(rule, new Answer.Found(value, Place.WHOLE));
        }
        var address = rule.address().orElseThrow();
        return switch (document.find(address)) {
            case Answer.NoSuchPlace none -> absent(rule, document, none);
            case Answer.Several several -> refused(rule, several.first(), severalRule(document), several.why());
            case Answer.Found found ->
                contradictedUnit(rule, address, document)
                        .map(unit -> refused(rule, found.place(), MappingRule.UNIT.id(), unit))
                        .orElseGet(() -> found(rule, found));
        };
    }

    private static Figure absent(FigureRule rule, SourceDocument document, Answer.NoSuchPlace none) {
        var id = document.isTable() ? DocumentRule.HEADER.id() : CanonicalRule.MISSING.id();
        return refused(rule, none.nearest(), id, none.why());
    }

    private static Optional<Bilingual> contradictedUnit(FigureRule rule, Address address, SourceDocument document) {
        if (rule.unit().isEmpty()) {
            return Optional.empty();
        }
        var stated = document.headerUnit(address);
        var agreed = rule.unit().get().word();
        return stated.isEmpty() || stated.equals(agreed)
                ? Optional.empty()
                : Optional.of(new Bilingual(
                        "表头所注单位是%s，约定的是%s".formatted(stated, agreed),
                        "the header says %s, agreed is %s".formatted(stated, agreed)));
    }

    private Figure found(FigureRule rule, Answer.Found found) {
        return switch (found.value()) {
            case Value.Nothing nothing -> blank(rule, found.place());
            case Value.Number number -> amount(rule, found.place(), number.value());
            case Value.Dated dated -> amount(rule, found.place(), dated.serial());
            case Value.Truth truth ->
                refused(
                        rule,
                        found.place(),
                        fieldRule(rule),
                        new Bilingual("是逻辑值，不是数字", "is a logical value, not a number"));
            case Value.Unusable unusable ->
                refused(
                        rule,
                        found.place(),
                        unusable.rule().map(StatedRule::id).orElse(fieldRule(rule)),
                        unusable.why());
            case Value.Uncomputed formula -> uncomputed(rule, found.place());
            case Value.Text text -> text(rule, found.place(), text.text());
        };
    }

    private Figure text(FigureRule rule, Place place, String text) {
        var part = rule.words().part(text);
        if (part.isEmpty()) {
            return notANumber(rule, place, text);
        }
        return switch (NumberText.read(part.get(), rule.words().style().orElse(style), unitsBehind(rule))) {
            case NumberText.Read read -> amount(rule, place, read.value());
            case NumberText.Blank blank -> blank(rule, place);
            case NumberText.NotANumber no -> notANumber(rule, place, text);
        };
    }

    private static Figure blank(FigureRule rule, Place place) {
        return rule.blank().isPresent()
                ? new Figure(rule.blank(), place, Optional.empty())
                : refused(
                        rule,
                        place,
                        CanonicalRule.MISSING.id(),
                        new Bilingual(
                                "为空；空白不等于零，没有数的请填0", "is blank; a blank is not a zero, write 0 where there is none"));
    }

    private static Figure notANumber(FigureRule rule, Place place, String text) {
        var shown = Characters.quoted(text);
        return refused(
                rule,
                place,
                fieldRule(rule),
                new Bilingual("“%s”不是数字".formatted(shown), "\"%s\" is not a number".formatted(shown)));
    }

    private static Figure uncomputed(FigureRule rule, Place place) {
        var why = new Bilingual(
                "是没有计算结果的公式，请在Excel或WPS中打开并保存后再报送",
                "is a formula without its result; open and save the file in Excel or WPS");
        return refused(rule, place, MappingRule.FORMULA.id(), why);
    }

    private static Figure amount(FigureRule rule, Place place, BigDecimal stated) {
        var value = rule.unit().map(unit -> unit.inTenThousandYuan(stated)).orElse(stated);
        var amount = rule.indicator().unit().amountOf(value);
        if (amount.isPresent()) {
            return new Figure(amount, place, Optional.empty());
        }
        var shown = stated.precision() > 40 || Math.abs((long) stated.scale()) > 40 ? "…" : stated.toPlainString();
        var why = rule.indicator().unit().isMoney()
                ? new Bilingual(
                        "%s 应不小于0，不超过999999999万元，且不细于1分".formatted(shown),
                        "%s must be 0 to 999999999 万元 and no finer than one fen".formatted(shown))
                : new Bilingual(
                        "%s 应为0到999999999之间的整数".formatted(shown),
                        "%s must be a whole number from 0 to 999999999".formatted(shown));
        return refused(rule, place, fieldRule(rule), why);
    }

    private static Figure refused(FigureRule rule, Place place, String id, Bilingual why) {
        var indicator = rule.indicator();
        var message = new Bilingual(
                "指标%d（%s）%s".formatted(indicator.number(), indicator.label().zh(), why.zh()),
                "Indicator %d (%s): %s"
                        .formatted(indicator.number(), indicator.label().en(), why.en()));
        var finding = Finding.error(id, place.forIndicator(indicator.number()), message, indicator.clause());
        return new Figure(Optional.empty(), place, Optional.of(finding));
    }

    private static List<String> unitsBehind(FigureRule rule) {
        return switch (rule.indicator().unit()) {
            case Unit.GE -> List.of("个", "家");
            case Unit.PEOPLE -> List.of("人", "名");
            case Unit.TEN_THOUSAND_YUAN ->
                rule.unit().map(unit -> List.of(unit.word())).orElse(List.of());
        };
    }

    private static String severalRule(SourceDocument document) {
        return document.isTable() ? DocumentRule.HEADER.id() : CanonicalRule.SHAPE.id();
    }

    private static String fieldRule(FigureRule rule) {
        return (rule.indicator().unit().isMoney() ? CanonicalRule.MONEY : CanonicalRule.COUNT).id();
    }

    private static int number(FigureRule rule) {
        return rule.indicator().number();
    }
}
