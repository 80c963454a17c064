package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.CanonicalJson;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.forms.Returns;
import org.jianxi.gateway.signing.Sm3;
import org.junit.jupiter.api.Test;

/** Versions of the canonical form side by side: the older one until the end of its day in Shanghai, and not a moment longer. */
class VersionAgeTest {

    private final ReturnForms forms = ReturnForms.load(Path.of("src/test/resources/versions"), Sm3::of);
    private final EditionAge editions = new EditionAge(forms, ZoneId.of("Asia/Shanghai"));
    private final List<Finding> said = new CanonicalDocuments(forms)
            .read(CanonicalJson.write(Returns.june(), Returns.FORM), MediaType.JSON)
            .mapped()
            .findings();

    @Test
    void untilTheEndOfItsDayItIsOnlyWarnedOf() {
        assertThat(VersionAge.check(said, editions, Instant.parse("2023-09-30T15:59:59Z")))
                .isEmpty();
    }

    @Test
    void afterItsDayItIsRefusedWithTheNewerOneAndWhatChangedAndTheWarningIsGone() {
        var finding = VersionAge.check(said, editions, Instant.parse("2023-09-30T16:00:00Z"))
                .orElseThrow();

        assertThat(finding.rule()).isEqualTo("S-VERSION-CLOSED");
        assertThat(finding.isError()).isTrue();
        assertThat(finding.message().en()).contains("send version 2", "2023-09-30", "period is called month");
        assertThat(finding.lock()).extracting(Lock::kind).isEqualTo(Lock.Kind.VERSION);
        assertThat(said).hasSize(1);
        assertThat(VersionAge.without(said, List.of(finding))).isEmpty();
        assertThat(VersionAge.without(said, List.of())).isEqualTo(said);
    }
}
