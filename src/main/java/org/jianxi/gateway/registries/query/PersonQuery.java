package org.jianxi.gateway.registries.query;

import java.util.List;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.lookups.LookupSlip;

/** A registry that is asked for some people at a time. For one thread. */
public interface PersonQuery {

    /** How many people go into one call at the most. */
    int most();

    /**
     * The question as it will be sent, from which what both books hold of it is known before it is sent.
     *
     * <p>Numbers and names leave the house with {@link Question#send}, and only those of {@code people}.
     */
    Question question(List<QueriedPerson> people, LookupSlip slip);

    /** One call that has not been made. */
    interface Question {

        /** The commitment to it, for the ledger. */
        Digest commitment();

        /** One answer for each person, in their order. Throws {@link QueryStopped} where there is none that counts. */
        List<PersonAnswer> send();
    }
}
