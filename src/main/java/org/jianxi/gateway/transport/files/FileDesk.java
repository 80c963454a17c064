package org.jianxi.gateway.transport.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.desk.Filing;
import org.jianxi.gateway.transport.desk.GivenName;
import org.jianxi.gateway.transport.desk.OutcomeJson;
import org.jianxi.gateway.transport.desk.Outcomes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one whole file out of a mailbox: offers it to the flow, leaves the reply in the outbox, moves the file aside.
 *
 * <p>In that order, so that after a sudden death the file is still there; offered again, the same bytes give the same
 * receipt.
 */
public final class FileDesk {

    private static final Logger LOG = LoggerFactory.getLogger(FileDesk.class);
    public static final int LARGEST_SIGNATURE = 64 * 1024;

    private final Reception reception;
    private final BodyBudget budget;
    private final Clock clock;
    private final Filing filing;
    private final OutcomeJson documents = new OutcomeJson();

    public FileDesk(Reception reception, BodyBudget budget, Clock clock) {
        this.reception = reception;
        this.budget = budget;
        this.clock = clock;
        this.filing = new Filing(clock);
    }

    /** False when the file must be tried again later and was left where it is. */
    boolean take(Mailbox box, Path file) throws IOException {
        var name = new GivenName(file.getFileName().toString());
        var dataset = box.source().datasetOf(name.text());
        var misnamed = misnamed(name, dataset);
        if (misnamed.isPresent()) {
            return refuse(box, file, misnamed.get());
        }
        var terms = reception.terms(box.source());
        var mostBytes = box.source().mostBytes(dataset.orElseThrow());
        try (var stream = Files.newInputStream(file)) {
            var outcome = budget.read(
                    stream, Files.size(file), mostBytes, body -> offer(box, terms, file, dataset.get(), body));
            return conclude(box, file, name, outcome);
        } catch (BodyBudget.TooLarge tooLarge) {
            return refuse(
                    box,
                    file,
                    finding(
                            DocumentRule.LIMIT,
                            "文件超过" + mostBytes + "字节的上限",
                            "the file exceeds the limit of " + mostBytes + " bytes"));
        } catch (BodyBudget.Busy busy) {
            return false;
        }
    }

    private static Optional<Finding> misnamed(GivenName name, Optional<String> dataset) {
        if (!name.isPlain()) {
            return Optional.of(finding(
                    DocumentRule.NAME,
                    "文件名不合规定：" + name.shown(),
                    "the file's name is not a plain one: " + name.shown()));
        }
        if (name.mediaType().isEmpty()) {
            return Optional.of(finding(
                    DocumentRule.TYPE,
                    "文件名应以.json、.xml、.csv或.xlsx结尾",
                    "a file's name ends in .json, .xml, .csv or .xlsx"));
        }
        return dataset.isPresent()
                ? Optional.empty()
                : Optional.of(finding(
                        DocumentRule.NAME,
                        "文件名看不出属于哪个数据集：" + name.shown(),
                        "the file's name does not say which dataset it is of: " + name.shown()));
    }

    private Outcome offer(Mailbox box, Terms terms, Path file, String dataset, byte[] body) throws IOException {
        var name = new GivenName(file.getFileName().toString());
        var delivery = new Delivery(
                box.source().id(),
                Set.of(box.sender()),
                box.door(),
                dataset,
                name.period(),
                name.mediaType().orElseThrow(),
                Optional.of(name.text()),
                body,
                signatureOf(file),
                Optional.empty(),
                clock.instant(),
                Optional.of(terms));
        var outcome = reception.receive(delivery);
        Outcomes.log(LOG, delivery, outcome);
        return outcome;
    }

    private boolean conclude(Mailbox box, Path file, GivenName name, Outcome outcome) throws IOException {
        var ending = "." + name.mediaType().map(MediaType::extension).orElse("bin");
        return switch (outcome) {
            case Outcome.Accepted accepted -> {
                reply(box, name.text() + ".receipt.p7s", accepted.receipt().cms());
                reply(box, name.text() + ".receipt.json", documents.accepted(accepted));
                filing.withdraw(box.outbox(), name.text() + ".findings.json");
                setAside(file, box.done(), ending);
                yield true;
            }
            case Outcome.Returned returned -> {
                reply(box, name.text() + ".findings.json", documents.returned(returned));
                filing.withdraw(box.outbox(), name.text() + ".receipt.json");
                filing.withdraw(box.outbox(), name.text() + ".receipt.p7s");
                setAside(file, box.refused(), ending);
                yield true;
            }
            case Outcome.Unfinished unfinished -> false;
        };
    }

    /** For what never became a delivery; the reply has the name the file was given by us, or its own where that is plain. */
    private boolean refuse(Mailbox box, Path file, Finding finding) throws IOException {
        var name = new GivenName(file.getFileName().toString());
        LOG.info(
                "{} by {}: a file was not taken in, {}",
                box.source().id(),
                box.door().wireName(),
                finding.rule());
        if (name.isPlain()) {
            reply(box, name.text() + ".findings.json", documents.refused(List.of(finding)));
            setAside(file, box.refused(), ".bin");
        } else {
            var aside = filing.moveAside(file, box.refused(), ".bin");
            reply(box, aside.getFileName() + ".findings.json", documents.refused(List.of(finding)));
        }
        return true;
    }

    private void reply(Mailbox box, String name, byte[] content) throws IOException {
        filing.reply(box.done(), box.outbox(), name, content);
    }

    private void setAside(Path file, Path folder, String ending) throws IOException {
        var signature = signatureFile(file);
        var aside = filing.moveAside(file, folder, ending);
        if (Files.isRegularFile(signature)) {
            Files.move(signature, aside.resolveSibling(aside.getFileName() + GivenName.SIGNATURE));
        }
    }

    private static Optional<byte[]> signatureOf(Path file) throws IOException {
        var signature = signatureFile(file);
        if (!Files.isRegularFile(signature)) {
            return Optional.empty();
        }
        try (var stream = Files.newInputStream(signature)) {
            return Optional.of(stream.readNBytes(LARGEST_SIGNATURE));
        }
    }

    static Path signatureFile(Path file) {
        return file.resolveSibling(file.getFileName() + GivenName.SIGNATURE);
    }

    private static Finding finding(DocumentRule rule, String zh, String en) {
        return Finding.error(rule, Place.WHOLE, new Bilingual(zh, en));
    }
}
