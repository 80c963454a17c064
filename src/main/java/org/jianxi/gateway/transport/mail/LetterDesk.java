package org.jianxi.gateway.transport.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Reception;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.intake.MailEntrance;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.transport.desk.GivenName;
import org.jianxi.gateway.transport.desk.MonthInText;
import org.jianxi.gateway.transport.desk.Outcomes;
import org.jianxi.gateway.transport.message.LabelReading;
import org.jianxi.gateway.transport.message.QueueDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the documents of one letter to the flow. Each has a key of its own made of the letter and the content, so that a letter
 * read twice gives the outcomes it gave before.
 */
public final class LetterDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LetterDesk.class);

    private final Reception reception;
    private final Clock clock;

    public LetterDesk(Reception reception, Clock clock) {
        this.reception = reception;
        this.clock = clock;
    }

    LetterVerdict take(Source source, MailEntrance entrance, Letter letter) {
        if (!letter.against().isEmpty()) {
            return LetterVerdict.refused(letter.against());
        }
        if (letter.enclosures().isEmpty() && letter.strays().isEmpty()) {
            return refused(
                    "邮件中没有附件，请附上.xlsx、.csv、.json或.xml文件",
                    "there is no attachment; attach an .xlsx, .csv, .json or .xml file");
        }
        if (letter.enclosures().size() > entrance.mostAttachments()) {
            return refused(
                    "附件多于" + entrance.mostAttachments() + "个，请分多封邮件发送",
                    "there are more than " + entrance.mostAttachments() + " attachments; send them in several letters");
        }
        var terms = reception.terms(source);
        var documents = new ArrayList<LetterVerdict.OfDocument>();
        var findings = new ArrayList<>(letter.strays());
        for (var enclosure : letter.enclosures()) {
            var dataset = source.datasetOf(enclosure.name());
            if (dataset.isEmpty()) {
                findings.add(unknownDataset(enclosure));
                continue;
            }
            if (enclosure.content().length > source.mostBytes(dataset.get())) {
                findings.add(QueueDesk.tooLarge(source.mostBytes(dataset.get())));
                continue;
            }
            var delivery = delivery(terms, letter, enclosure, dataset.get());
            var outcome = reception.receive(delivery);
            Outcomes.log(LOG, delivery, outcome);
            documents.add(new LetterVerdict.OfDocument(enclosure.name(), outcome));
        }
        return new LetterVerdict(documents, findings);
    }

    private static Finding unknownDataset(Letter.Enclosure enclosure) {
        var shown = new GivenName(enclosure.name()).shown();
        return LabelReading.envelope(new Bilingual(
                "附件名看不出属于哪个数据集：" + shown, "the attachment's name does not say which dataset it is of: " + shown));
    }

    private Delivery delivery(Terms terms, Letter letter, Letter.Enclosure enclosure, String dataset) {
        var source = terms.source();
        var content = enclosure.content();
        var key = (letter.messageId() + "\n" + enclosure.name() + "\n").getBytes(StandardCharsets.UTF_8);
        return new Delivery(
                source.id(),
                sendersOf(source, letter),
                Door.MAIL,
                dataset,
                MonthInText.of(enclosure.name()).or(() -> MonthInText.of(letter.subject())),
                MediaType.ofFileName(enclosure.name()).orElseThrow(),
                Optional.of(enclosure.name()),
                content,
                letter.signatureOf(enclosure),
                Optional.of(Door.MAIL.wireName() + ":" + Sm3.of(key, content)),
                clock.instant(),
                Optional.of(terms));
    }

    private static Set<Sender> sendersOf(Source source, Letter letter) {
        return source.entrance() instanceof MailEntrance entrance
                ? letter.from().map(entrance::sendersOf).orElse(Set.of()).stream()
                        .filter(source::carries)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static LetterVerdict refused(String zh, String en) {
        return LetterVerdict.refused(List.of(LabelReading.envelope(new Bilingual(zh, en))));
    }
}
