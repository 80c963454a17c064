package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SignerCertificates;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.signing.Algorithm;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyOrder;
import org.jianxi.gateway.signing.OwnSigners;
import org.jianxi.gateway.signing.Use;
import org.jianxi.gateway.signing.Validity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class KeyWatchTest {

    private static final Instant NOW = Instant.parse("2023-07-04T08:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(90));

    @TempDir
    Path folder;

    private final AtomicReference<Instant> moment = new AtomicReference<>(NOW);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private KeyWatch watch;

    @BeforeEach
    void aSourceWhoseCertificateLivesNinetyDays() throws IOException {
        var authority = DevelopmentAuthority.create(
                folder.resolve("keys"), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
        authority.issue(new KeyOrder("kunming", "昆明", Use.SENDER, Algorithm.SM2, new Validity(NOW, END)));
        var source = Files.createDirectories(folder.resolve("mappings/kunming"));
        Files.createDirectories(folder.resolve("schemas"));
        Files.copy(Path.of("schemas/source.schema.json"), folder.resolve("schemas/source.schema.json"));
        Files.writeString(source.resolve("source.yaml"), """
                source: kunming
                title: {zh: 昆明, en: Kunming}
                senders: ["530100"]
                door: {kind: http-push}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                signer: file:keys/kunming.pem
                contact: 就业科
                """);
        watch = new KeyWatch(
                OwnSigners.only(authority.gateway().signer()),
                SourceRegister.open(folder),
                new SignerCertificates(new Secrets(name -> null, folder)),
                new MovedClock(moment));
        log.start();
        ((Logger) LoggerFactory.getLogger(KeyWatch.class)).addAppender(log);
    }

    @Test
    void eachWarningIsSaidOnceInTheLogAndStandsAsLongAsItIsTrue() {
        assertThat(days(NOW)).isEmpty();
        assertThat(days(END.minus(Duration.ofDays(30)))).containsExactly(30);
        assertThat(days(END.minus(Duration.ofDays(29)))).containsExactly(30);
        assertThat(days(END.minus(Duration.ofDays(7)))).containsExactly(7);
        assertThat(days(END.minus(Duration.ofDays(1)))).containsExactly(1);
        assertThat(days(END.plusSeconds(1))).containsExactly(0);
        assertThat(days(END.plusSeconds(3600))).containsExactly(0);

        assertThat(log.list.stream().filter(event -> event.getFormattedMessage().contains("kunming")))
                .extracting(event -> event.getFormattedMessage().replaceAll(" kunming.*", ""))
                .containsExactly(
                        "Certificate near its end (30 days)",
                        "Certificate near its end (7 days)",
                        "Certificate near its end (1 days)",
                        "Certificate near its end (0 days)");
    }

    private List<Integer> days(Instant now) {
        moment.set(now);
        watch.look();
        return watch.warnings().stream().map(KeyWatch.Warning::days).toList();
    }

    private static final class MovedClock extends Clock {

        private final AtomicReference<Instant> moment;

        MovedClock(AtomicReference<Instant> moment) {
            this.moment = moment;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return moment.get();
        }
    }
}
