package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;

/** Editions side by side: the older one until its day, and never one that does not add up with the month's own. */
class EditionAgeTest {

    private static final Path RETURNS = Path.of("schemas/returns");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String SUPERSEDED = """
            superseded:
              by: MOHRSS-2023
              acceptedUntil: "2023-09-30"
              changes: {zh: 标题改用部里的写法, en: the ministry's titles}
            """;

    private final ReturnForms forms =
            new ReturnForms(List.of(form("mohrss-2023.yaml", ""), form("yn-2023.yaml", SUPERSEDED)));
    private final EditionAge age = new EditionAge(forms, SHANGHAI);

    @Test
    void theEditionInForceMeetsNoLock() {
        assertThat(age.check("MOHRSS-2023", Period.of("2023-08"), Instant.parse("2023-12-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void anOlderOneIsTakenWithAWarningUntilTheEndOfItsDay() {
        var finding = age.check("YN-2023", Period.of("2023-08"), Instant.parse("2023-09-30T15:59:59Z"))
                .orElseThrow();

        assertThat(finding.rule()).isEqualTo("P-EDITION-OLD");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.lock())
                .isEqualTo(Lock.of(
                        Lock.Kind.EDITION,
                        Map.of("edition", "YN-2023", "newer", "MOHRSS-2023", "acceptedUntil", "2023-09-30")));
        assertThat(finding.message().en()).contains("MOHRSS-2023", "2023-09-30", "the ministry's titles");
    }

    @Test
    void afterItsDayItIsRefusedWithTheNameOfTheNewerAndWhatChanged() {
        var finding = age.check("YN-2023", Period.of("2023-08"), Instant.parse("2023-09-30T16:00:00Z"))
                .orElseThrow();

        assertThat(finding.rule()).isEqualTo("P-EDITION-CLOSED");
        assertThat(finding.isError()).isTrue();
        assertThat(finding.message().zh()).contains("MOHRSS-2023", "标题改用部里的写法");
    }

    @Test
    void oneWithOtherIndicatorsThanTheMonthsOwnIsRefusedFromTheFirstDay() {
        var later = new ReturnForms(List.of(
                form("mohrss-2023.yaml", ""),
                read(Path.of("src/test/resources/editions/schemas/returns/mohrss-2027.yaml"), "")));
        var finding = new EditionAge(later, SHANGHAI)
                .check("MOHRSS-2023", Period.of("2027-03"), Instant.parse("2027-04-01T00:00:00Z"))
                .orElseThrow();

        assertThat(finding.rule()).isEqualTo("P-EDITION-OTHER");
        assertThat(finding.isError()).isTrue();
        assertThat(finding.message().en()).contains("MOHRSS-2027", "[15]");
        assertThat(new EditionAge(later, SHANGHAI)
                        .check("MOHRSS-2023", Period.of("2026-12"), Instant.parse("2027-01-02T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void aDayThatIsNoneIsRefusedWithItsLine() {
        assertThat(problem(SUPERSEDED.replace("2023-09-30", "soon"))).contains("must be a day such as 2027-06-30");
    }

    @Test
    void aCanonicalVersionThatIsNotKnownIsRefusedByName() {
        var reading = new CanonicalDocuments(forms)
                .read(
                        "<monthlyReturn xmlns=\"urn:jianxi:canonical:2\"/>".getBytes(StandardCharsets.UTF_8),
                        MediaType.XML);

        assertThat(reading.mapped().toString()).contains("S-VERSION", "urn:jianxi:canonical:2");
    }

    private static String problem(String superseded) {
        try {
            form("yn-2023.yaml", superseded);
            return "";
        } catch (FileProblem problem) {
            return problem.getMessage();
        }
    }

    private static ReturnForm form(String name, String more) {
        return read(RETURNS.resolve(name), more);
    }

    private static ReturnForm read(Path file, String more) {
        try {
            var bytes = (more + Files.readString(file)).getBytes(StandardCharsets.UTF_8);
            return ReturnForms.read(file.toString(), bytes, Sm3::of);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
