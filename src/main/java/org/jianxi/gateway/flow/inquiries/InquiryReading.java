package org.jianxi.gateway.flow.inquiries;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.inquiries.Evidence;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.InquiryList;
import org.jianxi.gateway.inquiries.InquiryWords;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.Looks;
import org.jianxi.gateway.records.RecordStore;
import org.jianxi.gateway.screening.InsuredInPost;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.SaltedLeaf;

/** The records behind an inquiry and what its sides wrote, opened for whoever says what for; that is written down first. */
public record InquiryReading(RecordStore store, Looks looks, PersonKeys keys, InquiryDesk.Office office) {

    /** A look opens no more records; who needs more asks for them one by one. */
    public static final int MOST = 100;

    /**
     * What was opened.
     *
     * @param records those the reader may see, at most {@link #MOST}
     * @param insured on which days a registry has the person of the reader's records insured
     */
    public record Opened(List<Seen> records, List<Said> said, List<InsuredInPost.Spell> insured) {}

    /** @param content canonical JSON; empty where it was erased */
    public record Seen(Sender sender, Evidence.Version version, Optional<String> content) {}

    public record Said(Sender sender, String text) {}

    /** @param own the reader's units; none for the office, which sees every side */
    public Opened open(InquiryList list, Inquiry inquiry, Collection<Sender> own, LookReason reason) {
        Predicate<Sender> mayRead = sender -> own.isEmpty() || own.contains(sender);
        return Optional.ofNullable(office.transaction().execute(status -> {
                    var now = office.clock().instant();
                    var place = list.matter().place(inquiry.number());
                    office.audit()
                            .record(
                                    now,
                                    new Audit.Deed(
                                            reason.actor(),
                                            list.matter().wireName() + "-read",
                                            place,
                                            reason.purpose()));
                    var evidence = inquiry.evidence().stream()
                            .filter(one -> mayRead.test(one.sender()))
                            .toList();
                    var records = evidence.stream()
                            .limit(MOST)
                            .flatMap(one -> seen(one, reason, now).stream())
                            .toList();
                    var said = new InquiryWords(list.jdbc())
                            .of(inquiry.number()).stream()
                                    .filter(one -> mayRead.test(one.sender()))
                                    .map(one -> said(one, place))
                                    .toList();
                    return new Opened(records, said, new InsuredInPost(list.jdbc()).of(inquiry.kind(), evidence));
                }))
                .orElseThrow();
    }

    private Optional<Seen> seen(Evidence one, LookReason reason, Instant now) {
        return one.version()
                .map(version -> new Seen(
                        one.sender(),
                        version,
                        store.find(version.submission(), version.number())
                                .flatMap(found -> looks.open(found, reason, now))
                                .map(SaltedLeaf::value)));
    }

    private Said said(InquiryWords.Said one, String place) {
        var opened = keys.named(one.words().key())
                .open(one.words().sealed(), place + "/" + one.sender().code());
        return new Said(one.sender(), new String(opened, StandardCharsets.UTF_8));
    }
}
