package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.AcknowledgementDesk;
import org.jianxi.gateway.filing.AcknowledgementVerifier;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.HttpMinistryChannel;
import org.jianxi.gateway.filing.OutboxDrain;
import org.jianxi.gateway.outgoing.Backoff;
import org.jianxi.gateway.sandbox.Behaviour;
import org.jianxi.gateway.sandbox.MinistryDesk;
import org.jianxi.gateway.sandbox.MinistrySandbox;
import org.jianxi.gateway.sandbox.ReceivedMessage;
import org.jianxi.gateway.sandbox.Script;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.SealVerifier;
import org.springframework.transaction.support.TransactionOperations;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A month that is filed and corrected: two officers, the rows they leave, and a ministry on a real socket. */
final class Correcting {

    static final Period JUNE = Period.of("2023-06");
    private static final Clock CLOCK = Clock.fixed(TestGateway.NOW, ZoneOffset.UTC);

    final TestGateway gateway;
    final FiledReturns filed;
    private final Path folder;

    Correcting(Path folder) {
        this(folder, new TestGateway(folder));
    }

    Correcting(Path folder, TestGateway gateway) {
        this.folder = folder;
        this.gateway = gateway;
        this.filed = new FiledReturns(gateway.jdbc);
    }

    /** One officer approves, gaps named, another files. */
    Filed approveAndFile() {
        approve();
        assertThat(gateway.monthEnd.file(JUNE, "officer-b")).isInstanceOf(Step.Done.class);
        return filed.latest(JUNE).orElseThrow();
    }

    void approve() {
        var gaps = gateway.provincial.standing(JUNE).gaps();
        assertThat(gateway.monthEnd.approve(JUNE, "officer-a", gaps)).isInstanceOf(Step.Done.class);
    }

    /** Everything that is due goes to a ministry that behaves as told; what it then holds. */
    List<ReceivedMessage> send(Behaviour... steps) throws IOException {
        var authority = DevelopmentAuthority.create(folder.resolve("ministry"), CLOCK, new SecureRandom());
        var ministry = authority.issue("ministry", "Ministry");
        var desk = new MinistryDesk(
                new SealVerifier(gateway.signer.certificate()), ministry.signer(), ministry.signer(), CLOCK);
        try (var sandbox = MinistrySandbox.start(desk, new Script(List.of(steps)), 0)) {
            var store = FilingStore.of(gateway.jdbc);
            var answers = new AcknowledgementDesk(
                    store,
                    new AcknowledgementVerifier(new SealVerifier(ministry.certificate())),
                    TransactionOperations.withoutTransaction(),
                    (message, acknowledgement, signed) -> {});
            var drain = new OutboxDrain(
                    store,
                    HttpMinistryChannel.to(sandbox.url(), Duration.ofSeconds(10)),
                    answers,
                    Backoff.standard(new SecureRandom()),
                    CLOCK);
            var more = true;
            while (more) {
                more = drain.drainOnce();
            }
            return sandbox.received();
        }
    }

    static Document xml(byte[] document) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new AssertionError("Not XML", unreadable);
        }
    }

    static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagNameNS("urn:jianxi:envelope:1", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }

    /** Attributes of one element as {@code name=value}, in the order asked for. */
    static String said(Element element, String... attributes) {
        return String.join(
                " ",
                List.of(attributes).stream()
                        .map(name -> name + "=" + element.getAttribute(name))
                        .toList());
    }
}
