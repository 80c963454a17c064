package org.jianxi.gateway.api;

import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.flow.people.BatchReading;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.ledger.Arrival;
import org.jianxi.gateway.ledger.Ledger;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.records.Looks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was received, byte for byte, for whoever may read it. A delivery of people's records is its sender's alone, and opening it is a
 * look at all who are in it.
 */
@Component
class ReceivedBytes {

    private static final String OWN = "核对本单位报送原文 · checking one's own delivery";

    private final Ledger ledger;
    private final BatchReading people;
    private final Looks looks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReceivedBytes(
            Ledger ledger, BatchReading people, Looks looks, PlatformTransactionManager transactions, Clock clock) {
        this.ledger = ledger;
        this.people = people;
        this.looks = looks;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean holdsPeople(String dataset) {
        return people.takes(dataset);
    }

    /** Empty where it is people's and the caller is not its sender, or their time is over. The caller may read the submission. */
    Optional<byte[]> find(String id, String dataset, Arrival arrival, Caller caller) {
        if (!people.takes(dataset)) {
            return ledger.submissions().content(arrival.digest());
        }
        if (!caller.is(Role.SENDER)) {
            return Optional.empty();
        }
        return transaction.execute(status -> {
            var content = ledger.submissions().content(arrival.digest());
            content.ifPresent(some -> looks.record(
                    id, Optional.empty(), new LookReason(caller.name(), OWN, Optional.empty()), clock.instant()));
            return content;
        });
    }
}
