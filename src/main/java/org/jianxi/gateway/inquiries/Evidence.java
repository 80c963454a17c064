package org.jianxi.gateway.inquiries;

import java.util.Optional;
import org.jianxi.gateway.canonical.Sender;

/**
 * A record that a suspicion rests on.
 *
 * @param record its token in hexadecimal, the same for every version of the record
 * @param version the one that was looked at; empty in inquiries opened before versions were kept
 */
public record Evidence(Sender sender, String record, Optional<Version> version) {

    /**
     * Where one version of a record stands.
     *
     * @param number of the record in the delivery, from 1
     */
    public record Version(String dataset, String submission, long number) {}

    /** Names the record, with its sender. */
    public String name() {
        return sender.code() + "/" + record;
    }
}
