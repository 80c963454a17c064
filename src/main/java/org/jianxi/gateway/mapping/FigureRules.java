package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.MoneyUnit;
import org.jianxi.gateway.mapping.notation.Words;

/** Reads the word {@code figures}: every indicator of the form, keyed by its number, and nothing else. */
final class FigureRules {

    private final ReturnForm form;
    private final AddressReader addresses;

    FigureRules(ReturnForm form, AddressReader addresses) {
        this.form = form;
        this.addresses = addresses;
    }

    List<FigureRule> read(Words figures) {
        if (figures.isText()) {
            if (!addresses.hasColumns()) {
                throw figures.problem("only tables have printed labels to go by");
            }
            return form.indicators().stream().map(this::asPrinted).toList();
        }
        for (var one : figures.members()) {
            if (form.indicators().stream().noneMatch(known -> numberOf(known).equals(one.name()))) {
                throw one.problem(form.id() + " has no indicator " + one.name());
            }
        }
        var rules = new ArrayList<FigureRule>();
        for (var indicator : form.indicators()) {
            if (!figures.has(numberOf(indicator))) {
                throw figures.problem("indicator %d (%s) is not mapped"
                        .formatted(indicator.number(), indicator.label().zh()));
            }
            rules.add(rule(indicator, figures.at(numberOf(indicator))));
        }
        return rules;
    }

    private FigureRule rule(Indicator indicator, Words words) {
        var money = indicator.unit().isMoney();
        var chosen = words.find("unit").map(one -> unit(indicator, one));
        var unit = money ? chosen.or(() -> Optional.of(MoneyUnit.TEN_THOUSAND_YUAN)) : Optional.<MoneyUnit>empty();
        var address = isWithoutPlace(words) ? Optional.<Address>empty() : Optional.of(addresses.read(words));
        return new FigureRule(
                indicator,
                address,
                unit,
                words.has("blankAs") ? Optional.of(0L) : Optional.empty(),
                words.find("const").map(one -> constant(indicator, unit, one)),
                FigureWords.read(words, addresses));
    }

    private boolean isWithoutPlace(Words words) {
        var without = words.has("const") || words.has("expr");
        if (without && (addresses.hasAddress(words) || words.has("const") == words.has("expr"))) {
            throw words.problem("has one origin: an address, const or expr");
        }
        return without;
    }

    private static long constant(Indicator indicator, Optional<MoneyUnit> unit, Words words) {
        var stated = words.node().decimalValue();
        var value = unit.map(one -> one.inTenThousandYuan(stated)).orElse(stated);
        return indicator.unit().amountOf(value).orElseThrow(() -> words.problem("is no amount"));
    }

    private static MoneyUnit unit(Indicator indicator, Words words) {
        if (!indicator.unit().isMoney()) {
            throw words.problem("only money has a unit to choose; indicator %d counts %s"
                    .formatted(indicator.number(), indicator.unit().printed()));
        }
        return MoneyUnit.named(words.text()).orElseThrow(() -> words.problem("must be 分, 角, 元, 千元 or 万元"));
    }

    /** By the form's own printed labels, nested as they are printed. */
    private FigureRule asPrinted(Indicator indicator) {
        var column = new Address.Column(
                Stream.concat(nested(indicator).stream(), labels(indicator).stream())
                        .toList(),
                Optional.of(indicator.number()));
        return new FigureRule(
                indicator,
                Optional.of(column),
                indicator.unit().isMoney() ? Optional.of(MoneyUnit.TEN_THOUSAND_YUAN) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FigureWords.NONE);
    }

    private List<String> nested(Indicator indicator) {
        var own = labels(indicator);
        return indicator
                .partOf()
                .map(whole -> nested(form.indicator(whole)).stream()
                        .flatMap(above -> own.stream().map(label -> above + "/" + label))
                        .toList())
                .orElse(own);
    }

    private static List<String> labels(Indicator indicator) {
        return Stream.concat(Stream.of(indicator.label().zh()), indicator.alsoPrinted().stream())
                .toList();
    }

    private static String numberOf(Indicator indicator) {
        return Integer.toString(indicator.number());
    }
}
