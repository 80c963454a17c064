package org.jianxi.gateway.generated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Draft;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.CanonicalJson;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.Relation;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.Returns;
import org.jianxi.gateway.validation.Delivered;
import org.jianxi.gateway.validation.History;
import org.jianxi.gateway.validation.Judge;
import org.jianxi.gateway.validation.RuleBook;

/** What the gateway really says when a rule is broken: asked of the rules themselves, never written by hand. */
final class RuleExamples {

    private static final long PLENTY = 100;
    private static final Delivered JUNE = Delivered.of(new Sender("530100"), Period.of("2023-06"));

    private final Map<String, Finding> said = new LinkedHashMap<>();

    RuleExamples() {
        var good = new String(CanonicalJson.write(Returns.june(), Returns.FORM), UTF_8);
        for (var broken : List.of(
                good.replace("MOHRSS-2023", "MOHRSS-1999"),
                good.replace("2023-06", "2023-13"),
                good.replace("530100", "昆明"),
                good.replace("\"revision\": 1", "\"revision\": 0"),
                good.replace("812", "\"118人\""),
                good.replace("1873.50", "1,873.50"),
                good.replace("    \"8\": 410,\n", ""),
                good.replace("\"period\"", "\"month\""),
                good.replace("上月更正", ""),
                "[]")) {
            judge(broken.getBytes(UTF_8), MediaType.JSON, JUNE);
        }
        var text = good.getBytes(UTF_8);
        var bare = good.replaceAll("(?s)[{].*?\"revision\"", "{\"form\": \"MOHRSS-2023\", \"revision\"");
        judge(new byte[0], MediaType.JSON, JUNE);
        judge(good.getBytes(Charset.forName("GB18030")), MediaType.JSON, JUNE);
        judge(text, MediaType.CSV, JUNE);
        judge(text, MediaType.JSON, Delivered.of(new Sender("530300"), Period.of("2023-07")));
        judge(good.replace("2023-06", "2022-06").getBytes(UTF_8), MediaType.JSON, nothing());
        judge(good.replace("530100", "530102").getBytes(UTF_8), MediaType.JSON, nothing());
        judge(bare.getBytes(UTF_8), MediaType.JSON, nothing());
    }

    Optional<Finding> of(String rule) {
        return Optional.ofNullable(said.get(rule));
    }

    /** The relation broken by three. */
    Finding of(ReturnForm form, Relation relation) {
        var amounts = new TreeMap<Integer, Long>();
        form.numbers().forEach(number -> amounts.put(number, amount(form, number, PLENTY)));
        var previous = Figures.of(amounts);
        var subject = relation.left().getFirst().indicator();
        for (long figure = 0; figure <= 4 * PLENTY; figure++) {
            amounts.put(subject, amount(form, subject, figure));
            var draft = new Draft(
                    Optional.empty(),
                    Optional.of(Period.of("2023-06")),
                    Optional.empty(),
                    Figures.of(amounts),
                    Map.of(),
                    List.of());
            var finding = new RuleBook()
                    .check(draft, form, new History(Optional.of(previous), List.of())).stream()
                            .filter(one -> one.rule().equals(relation.rule()))
                            .filter(one -> one.message().en().matches(".* 3(\\.00)?"))
                            .findFirst();
            if (finding.isPresent()) {
                return finding.get();
            }
        }
        throw new IllegalStateException("No example breaks " + relation.rule() + " by three");
    }

    private static long amount(ReturnForm form, int indicator, long printed) {
        var unit = form.indicator(indicator).unit();
        return unit.amountOf(BigDecimal.valueOf(printed)).orElseThrow();
    }

    private void judge(byte[] content, MediaType type, Delivered delivered) {
        var read = new CanonicalDocuments(Returns.FORMS).read(content, type).mapped();
        var judge = new Judge(Returns.FORMS, Divisions.reportingUnits(Path.of("")));
        for (Finding finding :
                judge.judge(read, delivered, (sender, period) -> History.NONE).findings()) {
            said.putIfAbsent(finding.rule(), finding);
        }
    }

    private static Delivered nothing() {
        return new Delivered(Optional.empty(), Optional.empty());
    }
}
