package org.jianxi.gateway.handover;

import java.util.List;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Somebody who may be handed lists.
 *
 * @param senders whose people
 * @param purposes what for, in their order
 * @param basis by what right, such as an agreement's number; stands in the log of looks
 * @param certificate to whose key its lists are sealed
 */
public record Receiver(
        String id,
        Bilingual name,
        Set<Sender> senders,
        List<ServicePurpose> purposes,
        String basis,
        SigningCertificate certificate) {

    public Receiver {
        senders = Set.copyOf(senders);
        purposes = List.copyOf(purposes);
    }
}
