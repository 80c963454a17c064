package org.jianxi.gateway.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.forms.Datasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be handed lists: named to the letter, or nobody. */
class ReceiverFileTest {

    private static final Path HOME = Path.of("");
    private static final String GOOD = """
            receivers:
              kunming-talent:
                name: {zh: 昆明市公共就业服务中心, en: Kunming employment service}
                senders: ["530100"]
                purposes: [work, training]
                basis: 昆人社委〔2023〕1号委托协议
                certificate: talent.pem
            """;

    @TempDir
    private Path var;

    @Test
    void withoutTheFileNobodyReceivesAnything() {
        assertThat(file().read()).isEmpty();
    }

    @Test
    void aCertificateThatIsNotThereIsRefusedWithItsLine() throws IOException {
        write(GOOD);

        assertThatThrownBy(() -> file().read())
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("names no certificate that can be read")
                .satisfies(problem -> assertThat(((FileProblem) problem).line()).isEqualTo(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purposes: [work, marketing]",
                "purposes: []",
                "senders: []",
                "senders: [\"539900\"]",
                "basis: 无",
                "certificate: ../../talent.pem",
                "certificate: /etc/talent.pem",
                "everybody: true"
            })
    void whatTheSchemaOrTheProgrammeDoesNotKnowIsRefused(String line) throws IOException {
        var key = line.substring(0, line.indexOf(':'));
        var wrong = GOOD.contains(key + ":") ? GOOD.replaceAll("(?m)" + key + ":.*$", line) : GOOD + "    " + line;
        write(wrong);

        assertThatThrownBy(() -> file().read()).isInstanceOf(FileProblem.class);
    }

    @ParameterizedTest
    @EnumSource(ServicePurpose.class)
    void noPurposeNeedsANumberADayOfBirthOrAPeople(ServicePurpose purpose) {
        var trainees = Datasets.load(HOME).find("trainees").orElseThrow();

        assertThat(purpose.fields())
                .doesNotContain("idNumber", "birthDate", "ethnicity", "registeredDivision", "sex")
                .allSatisfy(field -> assertThat(trainees.find(field)).isPresent());
    }

    private ReceiverFile file() {
        return new ReceiverFile(HOME, var, new Sender("530100")::equals);
    }

    private void write(String text) throws IOException {
        Files.writeString(var.resolve("receivers.yaml"), text);
    }
}
