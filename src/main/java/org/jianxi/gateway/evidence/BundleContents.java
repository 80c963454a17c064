package org.jianxi.gateway.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.signing.ConsistencyProof;
import org.jianxi.gateway.signing.InclusionProof;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Everything that one filed return rests on, before it is laid out in files.
 *
 * @param madeAt when the bundle is made, and so the moment of its manifest's signature
 * @param submissions the return that counts for each sender; a gap has none
 */
public record BundleContents(
        Instant madeAt, Filed filed, List<Submitted> submissions, Checkpoint checkpoint, Grounds grounds) {

    public BundleContents {
        submissions = List.copyOf(submissions);
    }

    /**
     * The return as filed.
     *
     * @param form id of the edition it was filed under, whose definition is among the versions
     * @param documents by file name: {@code return.json return.xml return.xlsx} and, for a correction, {@code difference.json}
     * @param signatures detached CMS over {@code return.xml}: ours, then one in the other world of algorithms if there is one
     * @param corrected what a correction corrects
     */
    public record Filed(
            Period period,
            int revision,
            String form,
            Map<String, byte[]> documents,
            List<byte[]> signatures,
            Recorded recorded,
            Optional<Corrected> corrected) {}

    /**
     * The return that is corrected.
     *
     * @param document as it was signed and sent
     * @param replaced the submissions that counted in it and count no longer
     */
    public record Corrected(byte[] document, Recorded recorded, List<Submitted> replaced) {}

    /**
     * One accepted submission.
     *
     * @param raw the bytes as received
     * @param signature the sender's own over exactly these bytes
     */
    public record Submitted(
            Sender sender,
            MediaType type,
            byte[] raw,
            Optional<byte[]> signature,
            byte[] canonical,
            SignedReceipt receipt,
            Recorded recorded) {}

    /**
     * One ledger entry, where it stands, and the leaves its root was made of.
     *
     * @param body canonical JSON
     * @param inclusion in the tree of the bundle's checkpoint
     * @param since from the tree of the entry's receipt to the checkpoint's; empty where nobody holds a receipt
     */
    public record Recorded(
            byte[] body, InclusionProof inclusion, Optional<ConsistencyProof> since, List<Leaf> leaves) {}

    /** A salted leaf as kept: with what it says, or its hash alone when that was erased. */
    public record Leaf(String path, Optional<Opening> opening, Digest hash) {
        public record Opening(String value, String salt) {}
    }

    /**
     * A signed tree head.
     *
     * @param timestamp an authority's token (RFC 3161) over the signature, once there is one
     */
    public record Checkpoint(SignedReceipt signed, Optional<byte[]> timestamp) {}

    /**
     * What everything was read, judged and signed with.
     *
     * @param versions mappings, definitions and calendar files by their SM3 digest
     * @param gateway every certificate that our signatures in here were made with
     * @param senders the certificates that senders' signatures were verified with, by file name
     * @param revocations lists of revoked certificates (X.509), DER
     */
    public record Grounds(
            ReportingUnits units,
            Map<Digest, Version> versions,
            List<SigningCertificate> gateway,
            Map<String, SigningCertificate> senders,
            List<byte[]> revocations) {}

    /** @param name what the file was called where it was in force */
    public record Version(String name, byte[] bytes) {}
}
