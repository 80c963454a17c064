package org.jianxi.gateway.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.SignedReceipt;
import org.jianxi.gateway.evidence.BundleContents;
import org.jianxi.gateway.evidence.BundleContents.Grounds;
import org.jianxi.gateway.evidence.BundleContents.Submitted;
import org.jianxi.gateway.evidence.BundleContents.Version;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.ledger.Checkpoint;
import org.jianxi.gateway.ledger.KeptFiles;
import org.jianxi.gateway.ledger.KeptFiles.KeptFile;
import org.jianxi.gateway.ledger.Timestamp;
import org.jianxi.gateway.ledger.Timestamps;
import org.jianxi.gateway.ledger.Versions;
import org.jianxi.gateway.signing.EnclosedCertificates;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a bundle's submissions were read, judged and signed with: kept files, certificates, units. */
public record Archive(KeptFiles kept, VersionShelf shelf, ReportingUnits units, Timestamps timestamps, Keys keys) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> VERSIONS = List.of("definition", "mapping", "calendarFiles");

    /**
     * @param signer who closes a bundle
     * @param revocations what the authorities have taken back, as known when a bundle is made
     */
    public record Keys(Signer signer, Supplier<List<RevocationList>> revocations) {}

    BundleContents.Checkpoint checkpoint(Checkpoint checkpoint) {
        return new BundleContents.Checkpoint(
                new SignedReceipt(checkpoint.content(), checkpoint.cms()),
                timestamps.of(checkpoint.treeSize()).map(Timestamp::token));
    }

    /** @param form the edition the province filed under */
    Grounds grounds(ReturnForm form, Filed filed, List<Submitted> submissions, BundleContents.Checkpoint checkpoint) {
        var seals = new ArrayList<byte[]>();
        seals.add(checkpoint.signed().cms());
        seals.add(filed.signature());
        filed.secondSignature().ifPresent(seals::add);
        submissions.forEach(one -> seals.add(one.receipt().cms()));
        return new Grounds(units, versions(form, submissions), gateway(seals), senders(submissions), revocations());
    }

    private List<byte[]> revocations() {
        return keys.revocations().get().stream().map(RevocationList::der).toList();
    }

    private Map<Digest, Version> versions(ReturnForm form, List<Submitted> submissions) {
        var versions = new LinkedHashMap<Digest, Version>();
        submissions.stream()
                .map(Archive::entry)
                .forEach(entry -> VERSIONS.stream()
                        .flatMap(member -> file(entry, member).stream())
                        .forEach(file -> versions.put(file.digest(), version(file))));
        shelf.of(new Versions(form.digest().hex(), "", "", "", ""))
                .forEach(file -> versions.put(file.digest(), version(file)));
        return versions;
    }

    private static Version version(KeptFile file) {
        return new Version(file.name(), file.bytes());
    }

    private Map<String, SigningCertificate> senders(List<Submitted> submissions) {
        var senders = new TreeMap<String, SigningCertificate>();
        submissions.stream()
                .flatMap(one -> file(entry(one), "signer").stream())
                .forEach(file -> senders.put(file.digest().hex(), SigningCertificate.parse(file.bytes())));
        return senders;
    }

    /** Each of our seals carries the certificate it was made with, so that a change of keys leaves none behind. */
    private List<SigningCertificate> gateway(List<byte[]> seals) {
        var certificates = new LinkedHashSet<SigningCertificate>();
        certificates.add(keys.signer().certificate());
        seals.forEach(cms -> certificates.addAll(EnclosedCertificates.in(cms)));
        return List.copyOf(certificates);
    }

    private static JsonNode entry(Submitted one) {
        return JSON.readTree(one.recorded().body());
    }

    private Optional<KeptFile> file(JsonNode entry, String member) {
        var digest = entry.path(member).asString("");
        return digest.isEmpty() ? Optional.empty() : kept.find(new Digest(digest));
    }
}
