package org.jianxi.gateway.flow.handover;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.flow.handover.HandoverEnding.Made;
import org.jianxi.gateway.flow.handover.HandoverEnding.Refused;
import org.jianxi.gateway.flow.handover.HandoverEnding.Why;
import org.jianxi.gateway.handover.Handovers;
import org.jianxi.gateway.handover.Handovers.Handover;
import org.jianxi.gateway.handover.Receiver;
import org.jianxi.gateway.handover.ReceiverFile;
import org.jianxi.gateway.handover.ServicePurpose;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.ledger.LedgerLog;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.signing.Envelope;
import org.jianxi.gateway.signing.SaltedLeaf;
import org.jianxi.gateway.signing.Sm3;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes a list of trainees whom nobody kept (供对接名单) for one receiver and one purpose. It is sealed to the receiver as it is made: in the
 * clear it is in memory alone, and nowhere afterwards. Each look is written down with the purpose; the ledger learns digest and count.
 */
public final class HandoverDesk {

    /** The kind of entry it makes in the ledger. */
    public static final String ENTRY = "list-handed-over";

    private static final int MOST_PEOPLE = 5_000;
    private static final int MOST_SHOWN = 100;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 100;

    /** Numbers of identity cards, old and new, and of mobile telephones. */
    private static final Pattern SOMEBODY =
            Pattern.compile("(?<![0-9])([0-9]{17}[0-9Xx]|[0-9]{15}|1[3-9][0-9]{9})(?![0-9])");

    private final ReceiverFile receivers;
    private final People people;
    private final Envelope envelope;
    private final Books books;
    private final Terms terms;

    HandoverDesk(ReceiverFile receivers, People people, Envelope envelope, Books books, Terms terms) {
        this.receivers = receivers;
        this.people = people;
        this.envelope = envelope;
        this.books = books;
        this.terms = terms;
    }

    /** Where it is written down. */
    record Books(Handovers handovers, LedgerLog log, Audit audit) {}

    /** @param zone of the office's calendar day */
    record Terms(TransactionOperations transaction, Clock clock, ZoneId zone) {}

    /** @param words what for, in the officer's own */
    public record Asked(String receiver, String purpose, String words, String officer) {

        public Asked {
            words = words.strip();
        }
    }

    /**
     * @param receivers none while their file is wrong
     * @param problem what is wrong with it
     */
    public record Page(List<Receiver> receivers, Optional<FileProblem> problem, List<Handovers.Entered> made) {}

    /** Who may receive what, and what was handed over, the newest first. */
    public Page page() {
        var made = books.handovers().newest(MOST_SHOWN);
        try {
            return new Page(receivers.read(), Optional.empty(), made);
        } catch (FileProblem wrong) {
            return new Page(List.of(), Optional.of(wrong), made);
        }
    }

    public HandoverEnding make(Asked asked) {
        var receiver = find(asked.receiver());
        var purpose = ServicePurpose.named(asked.purpose());
        var why = refusal(asked, receiver, purpose);
        if (why.isPresent()) {
            return new Refused(why.get());
        }
        return Objects.requireNonNull(
                terms.transaction().execute(status -> make(asked, receiver.orElseThrow(), purpose.orElseThrow())));
    }

    private Optional<Receiver> find(String id) {
        try {
            return receivers.read().stream().filter(one -> one.id().equals(id)).findFirst();
        } catch (FileProblem wrong) {
            return Optional.empty();
        }
    }

    private Optional<Why> refusal(Asked asked, Optional<Receiver> receiver, Optional<ServicePurpose> purpose) {
        var length = asked.words().codePointCount(0, asked.words().length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(Why.NO_WORDS);
        }
        if (SOMEBODY.matcher(asked.words()).find()) {
            return Optional.of(Why.SOMEBODY);
        }
        if (receiver.isEmpty()) {
            return Optional.of(Why.NO_RECEIVER);
        }
        if (purpose.filter(receiver.get().purposes()::contains).isEmpty()) {
            return Optional.of(Why.OTHER_PURPOSE);
        }
        return receiver.get().certificate().isValidAt(terms.clock().instant())
                ? Optional.empty()
                : Optional.of(Why.CERTIFICATE);
    }

    private HandoverEnding make(Asked asked, Receiver receiver, ServicePurpose purpose) {
        var now = terms.clock().instant();
        var places = people.leavers().of(receiver.senders(), LocalDate.ofInstant(now, terms.zone()), MOST_PEOPLE + 1);
        if (places.size() > MOST_PEOPLE) {
            return new Refused(Why.TOO_MANY);
        }
        var reason = reason(asked, receiver, purpose);
        var records = people.open(places, reason, now).stream()
                .map(SaltedLeaf::value)
                .filter(HandoverList::isReachable)
                .toList();
        if (records.isEmpty()) {
            return new Refused(Why.NOBODY);
        }
        var sealed = envelope.seal(people.list().write(purpose, records), receiver.certificate());
        var handover = new Handover(
                receiver.id(),
                purpose.wireName(),
                receiver.certificate().fingerprint(),
                Sm3.of(sealed),
                records.size(),
                asked.words(),
                asked.officer(),
                now);
        return new Made(handover, write(handover), sealed);
    }

    private static LookReason reason(Asked asked, Receiver receiver, ServicePurpose purpose) {
        var words = "供对接名单（%s）交%s：%s".formatted(purpose.title().zh(), receiver.id(), asked.words());
        return new LookReason(asked.officer(), words, Optional.of(receiver.basis()));
    }

    private long write(Handover one) {
        var subject = "%s/%s/%s"
                .formatted(one.receiver(), one.purpose(), one.digest().hex().substring(0, 32));
        var entry = books.log().append(ENTRY, subject, statement(one), one.at());
        books.handovers().add(one, entry.position());
        var deed = new Audit.Deed(one.by(), ENTRY, one.receiver(), one.purpose() + ", " + one.people() + " people");
        books.audit().record(one.at(), deed);
        return entry.position();
    }

    /** What the ledger says of it: no person, and of the officer's words the digest alone. */
    public static Map<String, Object> statement(Handover one) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("receiver", one.receiver());
        facts.put("purpose", one.purpose());
        facts.put("certificate", one.certificate().hex());
        facts.put("digest", one.digest().hex());
        facts.put("people", (long) one.people());
        facts.put("text", Sm3.of(one.words().getBytes(StandardCharsets.UTF_8)).hex());
        facts.put("by", one.by());
        facts.put("recordedAt", one.at().toString());
        return facts;
    }
}
