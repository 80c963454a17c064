package org.jianxi.gateway.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.mapping.conversion.SenderRule;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.Encodings;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.Namespaces;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.notation.PeriodFormat;
import org.jianxi.gateway.mapping.notation.Words;
import org.jianxi.gateway.mapping.source.TableReader;
import org.jianxi.gateway.mapping.source.TableRule;

/** Reads the words of a monthly return's mapping: {@code numbers sender period figures} and those of its format. */
final class ReturnRules {

    private final Words root;
    private final Format format;
    private final ReturnForm form;
    private final AddressReader addresses;

    ReturnRules(Words root, Format format, ReturnForm form) {
        this.root = root;
        this.format = format;
        this.form = form;
        this.addresses = AddressReader.ofDocuments(format, Namespaces.read(root));
    }

    ReturnReading read() {
        return format.isCanonical()
                ? reading(NumberStyle.PLAIN, Optional.empty(), List.of())
                : reading(
                        NumberStyle.read(root, format),
                        format.isTable()
                                ? Optional.of(new TableReader(format, addresses).read(root))
                                : Optional.empty(),
                        new FigureRules(form, addresses).read(root.at("figures")));
    }

    private ReturnReading reading(NumberStyle numbers, Optional<TableRule> table, List<FigureRule> figures) {
        return new ReturnReading(
                format,
                numbers,
                Encodings.agreed(root),
                form,
                table,
                root.find("sender").map(this::sender).orElse(SenderRule.FROM_DELIVERY),
                root.find("period").map(this::period).orElse(PeriodRule.FROM_DELIVERY),
                figures,
                FigureChecks.read(root, form, addresses));
    }

    private SenderRule sender(Words words) {
        if (words.isText() && words.text().equals("from-delivery")) {
            return SenderRule.FROM_DELIVERY;
        }
        var codes = words.find("codes").map(ReturnRules::codes).orElse(Map.of());
        return new SenderRule(Optional.of(addresses.read(words)), codes);
    }

    private static Map<String, Sender> codes(Words table) {
        return table.members().stream()
                .collect(Collectors.toMap(
                        one -> Characters.label(one.name()),
                        one -> Sender.parse(one.text())
                                .orElseThrow(() -> one.problem("must be a division code of six digits")),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private PeriodRule period(Words words) {
        if (words.isText() && words.text().equals("from-delivery")) {
            return PeriodRule.FROM_DELIVERY;
        }
        var written = words.find("as").orElseThrow(() -> words.problem("needs the word as: how the month is written"));
        var style =
                PeriodFormat.named(written.text()).orElseThrow(() -> written.problem("is no way of writing a month"));
        return new PeriodRule(Optional.of(addresses.read(words)), style, words.has("orElse"));
    }
}
