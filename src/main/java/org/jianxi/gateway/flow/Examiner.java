package org.jianxi.gateway.flow;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.DocumentReading.Paper;
import org.jianxi.gateway.intake.Admission;
import org.jianxi.gateway.intake.Admission.Ruling;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.validation.Delivered;
import org.jianxi.gateway.validation.HeadingRule;
import org.jianxi.gateway.validation.Judge;
import org.jianxi.gateway.validation.Judgement;

/** Finds out what a delivery says and whether it may stand: whose it is, genuine, readable, right. */
public final class Examiner {

    private final Admission admission;
    private final MappingShelf mappings;
    private final DocumentReading documents;
    private final Judge judge;
    private final Memory memory;
    private final Batches batches;

    public Examiner(
            Admission admission,
            MappingShelf mappings,
            DocumentReading documents,
            Judge judge,
            Memory memory,
            Batches batches) {
        this.admission = admission;
        this.mappings = mappings;
        this.documents = documents;
        this.judge = judge;
        this.memory = memory;
        this.batches = batches;
    }

    /** What a delivery of this source is taken in by that begins now. */
    Terms terms(Source source) {
        return new Terms(source, mappings.register().standing());
    }

    /** What the content says. Needs no transaction and may take its seconds. */
    Reading read(Delivery delivery) {
        if (batches.takes(delivery.dataset())) {
            return batches.read(delivery, mappingOf(delivery));
        }
        var paper = new Paper(delivery.content(), delivery.mediaType(), delivery.sender(), delivery.period());
        return documents.read(paper, mappingOf(delivery));
    }

    /** Whether what it would be read with reads many records, and no return. */
    boolean readsRecords(Delivery delivery) {
        return mappingOf(delivery).filter(MappingFile::isOfRecords).isPresent();
    }

    private Optional<MappingFile> mappingOf(Delivery delivery) {
        var standing = delivery.terms().map(Terms::mappings).orElseGet(mappings.register()::standing);
        return MappingShelf.find(standing, delivery.source(), delivery.dataset(), delivery.mediaType());
    }

    /** The verdict as of now: last month's figures and the explanations in force are read here. */
    Examined examine(Delivery delivery, Reading reading) {
        return reading.batch()
                .map(batch -> Batches.together(delivery, reading, batch, ruling(delivery)))
                .orElseGet(() -> examineReturn(delivery, reading));
    }

    private Examined examineReturn(Delivery delivery, Reading reading) {
        var judgement =
                judge.judge(reading.mapped(), new Delivered(delivery.sender(), delivery.period()), memory::historyOf);
        return together(delivery, reading, judgement, ruling(delivery));
    }

    private Ruling ruling(Delivery delivery) {
        return delivery.terms()
                .map(terms -> admission.check(
                        terms.source(), delivery.content(), delivery.signature(), delivery.receivedAt()))
                .orElseGet(() -> admission.check(
                        delivery.source(), delivery.content(), delivery.signature(), delivery.receivedAt()));
    }

    /** The verdict that reading, rules and admission make together. Pure. */
    static Examined together(Delivery delivery, Reading reading, Judgement judgement, Ruling ruling) {
        var foreign = reading.draftSender().filter(sender -> !delivery.maySpeakFor(sender));
        var findings = new ArrayList<Finding>(ruling.findings());
        foreign.filter(sender -> delivery.sender().isEmpty())
                .map(Examiner::foreign)
                .ifPresent(findings::add);
        findings.addAll(judgement.findings());
        return new Examined(reading, judgement.finding(findings), ruling.signer(), foreign.isPresent());
    }

    static Finding foreign(Sender sender) {
        var message = new Bilingual("该密钥或账号不得代 " + sender + " 报送", "this key or login may not deliver for " + sender);
        return Finding.error(HeadingRule.SENDER, Place.WHOLE, message)
                .locked(Lock.of(Lock.Kind.AREA, Map.of("sender", sender.code())));
    }
}
