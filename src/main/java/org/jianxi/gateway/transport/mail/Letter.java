package org.jianxi.gateway.transport.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.signing.Sm3;

/**
 * A letter as far as it concerns us.
 *
 * @param messageId as it stands in the letter; the hash of the whole letter where there is none
 * @param from the one address in its From line, which proves nothing; empty where there is none or more than one
 * @param automatic whether a program wrote it: an answer could start a conversation of machines
 * @param enclosures the documents, in their order
 * @param signatures detached signatures by the name of the document each belongs to
 * @param against why nothing in it may be taken; empty for an ordinary letter
 * @param strays what is wrong with enclosures that are no documents
 */
record Letter(
        String messageId,
        Optional<String> from,
        String subject,
        boolean automatic,
        List<Enclosure> enclosures,
        Map<String, byte[]> signatures,
        List<Finding> against,
        List<Finding> strays) {

    /** @param name the given name, decoded, without any path before it */
    record Enclosure(String name, byte[] content) {}

    Letter {
        enclosures = List.copyOf(enclosures);
        signatures = Map.copyOf(signatures);
        against = List.copyOf(against);
        strays = List.copyOf(strays);
    }

    /** The same letter, of which nothing may be taken. */
    Letter against(Finding finding) {
        return new Letter(messageId, from, subject, automatic, List.of(), Map.of(), List.of(finding), List.of());
    }

    Optional<byte[]> signatureOf(Enclosure enclosure) {
        return Optional.ofNullable(signatures.get(enclosure.name()));
    }

    /** The same letter delivered twice by a mail server is one letter; another with its number is not. */
    Digest identity() {
        var parts = new ArrayList<byte[]>();
        parts.add(messageId.getBytes(StandardCharsets.UTF_8));
        enclosures.forEach(enclosure -> parts.add(Sm3.of(enclosure.content()).bytes()));
        return Sm3.of(parts.toArray(byte[][]::new));
    }
}
