package org.jianxi.gateway.mapping.conversion;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.CanonicalRule;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.SourceDocument;

/** Reads who sends: by division code of 6, 9 or 12 digits, by name, or by a name of the source's own. */
public final class SenderReader {

    private static final Pattern LONG_CODE = Pattern.compile("([0-9]{6})(000|000000)?");

    private final SenderRule rule;
    private final ReportingUnits units;

    public SenderReader(SenderRule rule, ReportingUnits units) {
        this.rule = rule;
        this.units = units;
    }

    /** The sender, when the document names one; a finding when it should and does not. */
    public record Named(Optional<Sender> sender, List<Finding> findings) {}

    public Named read(SourceDocument document, Optional<Sender> delivered) {
        if (rule.address().isEmpty()) {
            return delivered.isPresent()
                    ? new Named(delivered, List.of())
                    : refused(Place.WHOLE, new Bilingual("没有写明填报单位", "The reporting unit is not stated"));
        }
        return switch (document.find(rule.address().get())) {
            case Answer.NoSuchPlace none -> refused(none.nearest(), none.why());
            case Answer.Several several -> refused(several.first(), several.why());
            case Answer.Found found -> found(found);
        };
    }

    private Named found(Answer.Found found) {
        var text = found.value().asText();
        var sender = resolve(text);
        var shown = Characters.quoted(text);
        return sender.isPresent()
                ? new Named(sender, List.of())
                : refused(
                        found.place(),
                        new Bilingual(
                                "“%s”不是应报送的填报单位".formatted(shown),
                                "\"%s\" is no unit that owes a return".formatted(shown)));
    }

    /** The sender that a text means by code or name. */
    public Optional<Sender> resolve(String text) {
        var label = Characters.label(text);
        var own = rule.codes().get(label);
        if (own != null) {
            return Optional.of(own);
        }
        var code = LONG_CODE.matcher(label);
        if (code.matches()) {
            return Sender.parse(code.group(1)).filter(units::includes);
        }
        return units.inOrder().stream()
                .filter(unit -> Characters.label(unit.name()).equals(label))
                .map(ReportingUnit::sender)
                .findFirst();
    }

    private static Named refused(Place place, Bilingual why) {
        return new Named(Optional.empty(), List.of(Finding.error(CanonicalRule.SENDER, place, why)));
    }
}
