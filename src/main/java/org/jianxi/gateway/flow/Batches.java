package org.jianxi.gateway.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.flow.people.BatchPaper;
import org.jianxi.gateway.flow.people.BatchRead;
import org.jianxi.gateway.flow.people.BatchReading;
import org.jianxi.gateway.flow.people.PeopleKeeping;
import org.jianxi.gateway.intake.Admission.Ruling;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.validation.Judgement;

/** Deliveries of people's records: what one says, and whether it may stand. Months and deadlines are for returns; records come at any time. */
public record Batches(BatchReading reading, PeopleKeeping keeping, SourceRegister sources) {

    /** The same that looks nobody up. */
    Batches alone() {
        return new Batches(reading.alone(), keeping, sources);
    }

    boolean takes(String dataset) {
        return reading.takes(dataset);
    }

    /** The same without what could name somebody: a file's name goes, and of an idempotency key only a keyed hash is used. */
    Delivery hidden(Delivery delivery) {
        if (!takes(delivery.dataset())) {
            return delivery;
        }
        return new Delivery(
                delivery.source(),
                delivery.senders(),
                delivery.door(),
                delivery.dataset(),
                delivery.period(),
                delivery.mediaType(),
                Optional.empty(),
                delivery.content(),
                delivery.signature(),
                delivery.idempotencyKey().map(keeping::hidden),
                delivery.receivedAt(),
                delivery.terms());
    }

    Reading read(Delivery delivery, Optional<MappingFile> mapping) {
        var source = delivery.terms().map(Terms::source).or(() -> sources.find(delivery.source()));
        var paper = new BatchPaper(
                delivery.dataset(),
                delivery.content(),
                delivery.mediaType(),
                delivery.sender(),
                delivery.period(),
                source.map(Source::areasOfRecords).orElse(List.of()),
                source.filter(one -> one.setsAside(delivery.dataset())).isPresent(),
                source.map(one -> one.delivers(delivery.dataset())).orElse(Delivers.MONTH));
        return Reading.of(reading.read(paper, mapping));
    }

    /** The verdict of reading and admission together. Pure. */
    static Examined together(Delivery delivery, Reading reading, BatchRead batch, Ruling ruling) {
        var foreign = batch.sender().filter(sender -> !delivery.maySpeakFor(sender));
        var findings = new ArrayList<Finding>(ruling.findings());
        foreign.map(Examiner::foreign).ifPresent(findings::add);
        findings.addAll(batch.findings());
        var stands = batch.stands() && foreign.isEmpty() && !Finding.anyError(ruling.findings());
        return new Examined(reading, Judgement.withoutForm(findings), ruling.signer(), foreign.isPresent(), stands);
    }
}
