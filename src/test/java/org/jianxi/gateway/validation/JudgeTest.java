package org.jianxi.gateway.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.CanonicalJson;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.Returns;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Delivered JUNE = Delivered.of(new Sender("530100"), Period.of("2023-06"));

    private final Judge judge = new Judge(Returns.FORMS, Divisions.reportingUnits(Path.of("")));
    private final CanonicalDocuments documents = new CanonicalDocuments(Returns.FORMS);
    private final String json = new String(CanonicalJson.write(Returns.june(), Returns.FORM), UTF_8);

    @Test
    void aGoodReturnIsAcceptedWithoutAWord() {
        var judgement = judge(json, JUNE, History.NONE);

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.accepted()).contains(Returns.june());
    }

    @Test
    void aWarningPassesAndItsExplanationIsKept() {
        var history = new History(Optional.of(Returns.figures().with(13, 2900)), List.of());
        var judgement = judge(json, JUNE, history);

        assertThat(judgement.accepted()).isPresent();
        assertThat(judgement.findings().stream().map(Finding::explanation)).containsExactly("上月更正");
        assertThat(judgement.explanations()).hasSize(1);
    }

    @Test
    void structureFieldsAndRelationsAreSaidTogetherAndEachOnce() {
        var broken = json.replace("\"1\": 812", "\"1\": \"viele\"")
                .replace("\"10\": 190", "\"10\": 999")
                .replace("    \"4\": 420,\n", "");

        assertThat(rules(judge(broken, JUNE, History.NONE))).containsExactlyInAnyOrder("F-COUNT", "F-MISSING", "L-9");
    }

    @Test
    void aHeadingThatContradictsTheDeliveryIsRefused() {
        var other = Delivered.of(new Sender("530300"), Period.of("2023-07"));

        assertThat(judge(json, other, History.NONE).findings().stream()
                        .map(finding -> finding.rule() + " " + finding.at().pointer()))
                .containsExactly("P-PERIOD /period", "P-SENDER /sender");
        assertThat(rules(judge(json.replace("2023-06", "2022-06"), nothing(), History.NONE)))
                .containsExactly("P-FORM-PERIOD");
        assertThat(rules(judge(json.replace("530100", "530102"), nothing(), History.NONE)))
                .containsExactly("P-SENDER-UNKNOWN");
        assertThat(judge(json, nothing(), History.NONE).accepted()).isPresent();
    }

    @Test
    void theHeadingOfXmlIsPlacedInXml() {
        var xml = org.jianxi.gateway.forms.CanonicalXml.write(Returns.june(), Returns.FORM);
        var read = documents.read(xml, MediaType.XML).mapped();

        assertThat(judge
                        .judge(
                                read,
                                Delivered.of(new Sender("530300"), Period.of("2023-06")),
                                (sender, period) -> History.NONE)
                        .findings()
                        .stream()
                        .map(Finding::at))
                .containsExactly(Place.xpath("/monthlyReturn/sender"));
    }

    @Test
    void whatCannotBeReadIsReturnedWithItsReason() {
        assertThat(rules(judge("{", JUNE, History.NONE))).containsExactly("S-JSON");
        assertThat(judge("{", JUNE, History.NONE).accepted()).isEmpty();
    }

    private Judgement judge(String text, Delivered delivered, History history) {
        var read = documents.read(text.getBytes(UTF_8), MediaType.JSON).mapped();
        return judge.judge(read, delivered, (sender, period) -> history);
    }

    private static Delivered nothing() {
        return new Delivered(Optional.empty(), Optional.empty());
    }

    private static List<String> rules(Judgement judgement) {
        return judgement.findings().stream().map(Finding::rule).toList();
    }
}
