package org.jianxi.gateway.handover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.signing.Envelope;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Who receives lists, written in {@code var/receivers.yaml} and read at each use. Unlike other files it fails closed: while it is wrong or
 * gone nobody receives anything, because a name that was taken out must be out.
 */
public record ReceiverFile(Path home, Path var, Predicate<Sender> known) {

    private static final String NAME = "receivers.yaml";
    private static final String SCHEMA = "schemas/receivers.schema.json";

    private record Written(Map<String, ReceiverPart> receivers) {}

    private record ReceiverPart(
            Bilingual name, List<String> senders, List<String> purposes, String basis, String certificate) {}

    /** In the order of the file; none where there is no file. Throws {@link FileProblem} with the line where it cannot be used. */
    public List<Receiver> read() {
        var file = var.resolve(NAME);
        if (Files.notExists(file)) {
            return List.of();
        }
        var yaml = YamlFile.read(file);
        FileSchema.read(home.resolve(SCHEMA)).check(yaml);
        var receivers = new ArrayList<Receiver>();
        new LinkedHashMap<>(yaml.as(Written.class).receivers())
                .forEach((id, part) -> receivers.add(receiver(yaml, id, part)));
        return List.copyOf(receivers);
    }

    private Receiver receiver(YamlFile yaml, String id, ReceiverPart part) {
        var at = "/receivers/" + id;
        var senders = new LinkedHashSet<Sender>();
        for (var code : part.senders()) {
            senders.add(Sender.parse(code)
                    .filter(known)
                    .orElseThrow(() -> yaml.problem(at + "/senders", code + " is no reporting unit")));
        }
        var purposes = part.purposes().stream()
                .map(word -> ServicePurpose.named(word).orElseThrow(() -> yaml.problem(at + "/purposes", "unknown")))
                .toList();
        return new Receiver(id, part.name(), senders, purposes, part.basis(), certificate(yaml, at, part));
    }

    private SigningCertificate certificate(YamlFile yaml, String at, ReceiverPart part) {
        try {
            var path = var.resolve(part.certificate()).normalize();
            if (!path.startsWith(var.normalize())) {
                throw yaml.problem(at + "/certificate", "lies outside the folder of this file");
            }
            var certificate = SigningCertificate.parse(Files.readAllBytes(path));
            if (!Envelope.opensFor(certificate)) {
                throw yaml.problem(at + "/certificate", "needs an RSA key of 2048 bits or more");
            }
            return certificate;
        } catch (IOException | KeyProblem unreadable) {
            throw yaml.problem(at + "/certificate", "names no certificate that can be read");
        }
    }
}
