package org.jianxi.gateway.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/**
 * One delivering system as {@code mappings/<source>/source.yaml} describes it.
 *
 * @param senders whose returns it may carry
 * @param datasets the mapping file's name of each dataset it delivers
 * @param mostBytes the largest file taken from it
 * @param signers where the certificate lies that its senders sign with; two while they change over
 * @param contact whom to ask, as a role
 */
public record Source(
        SourceId id,
        Bilingual title,
        List<Sender> senders,
        Entrance entrance,
        Map<String, String> datasets,
        long mostBytes,
        SignaturePolicy signature,
        List<SecretReference> signers,
        String contact) {

    public Source {
        senders = List.copyOf(senders);
        signers = List.copyOf(signers);
        datasets = Collections.unmodifiableMap(new TreeMap<>(datasets));
    }

    public boolean carries(Sender sender) {
        return senders.contains(sender);
    }

    /** The one sender it speaks for; empty where it speaks for several. */
    public Optional<Sender> onlySender() {
        return senders.size() == 1 ? Optional.of(senders.getFirst()) : Optional.empty();
    }
}
